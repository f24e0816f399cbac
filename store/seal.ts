/**
 * Authenticated encryption for everything that is kept sealed: AES-256-GCM with a fresh nonce a call, bound to its
 * place by the additional data, so a ciphertext moved to another row does not open.
 * Layout: version (1 byte) | nonce (12) | tag (16) | ciphertext.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEADER = 1 + NONCE + TAG;

/** `place` names where the ciphertext belongs, for example business, workflow and row. */
export function seal(key: Buffer, plain: Buffer, place: readonly string[]): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(additionalData(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
}

/** Throws when the key, the place or a single bit is wrong; the message names the place's kind, never content. */
export function unseal(key: Buffer, sealed: Uint8Array, place: readonly string[]): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (bytes.length < HEADER || bytes[0] !== VERSION) throw new Error(`Sealed ${place[0]} has an unknown format`);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE), { authTagLength: TAG });
  decipher.setAAD(additionalData(place));
  decipher.setAuthTag(bytes.subarray(1 + NONCE, HEADER));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEADER)), decipher.final()]);
  } catch {
    throw new Error(`Sealed ${place[0]} does not open: wrong key or altered`);
  }
}

function additionalData(place: readonly string[]): Buffer {
  return Buffer.from(JSON.stringify(place));
}
