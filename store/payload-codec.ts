/**
 * Encrypts every payload before Temporal sees it and decrypts it afterwards: AES-256-GCM, the key's id beside the
 * ciphertext and in its authenticated data. Payloads that are not ours, or plain, pass through untouched.
 */
import type { Payload, PayloadCodec } from '@temporalio/common';
import { seal, unseal } from './seal';

const ENCODING = 'binary/encrypted';
const LENGTH_BYTES = 4;

export interface PayloadKeys {
  current: string;
  keys: ReadonlyMap<string, Buffer>;
}

const utf8 = (value: Uint8Array | null | undefined) => (value ? Buffer.from(value).toString() : undefined);
const place = (keyId: string) => ['Temporal payload', keyId];

/** Old keys decode as long as they are in `keys`; new payloads are written with `current`. */
export function createPayloadCodec({ current, keys }: PayloadKeys): PayloadCodec {
  const keyOf = (id: string) => {
    const key = keys.get(id);
    if (!key) throw new Error(`Payload key ${id} is not configured: keep its master key in MASTER_KEYS`);
    return key;
  };

  const encrypt = (payload: Payload): Payload => ({
    metadata: { encoding: Buffer.from(ENCODING), 'encryption-key-id': Buffer.from(current) },
    data: seal(keyOf(current), pack(payload), place(current)),
  });

  const decrypt = (payload: Payload): Payload => {
    const id = utf8(payload.metadata?.['encryption-key-id']);
    if (utf8(payload.metadata?.encoding) !== ENCODING || id === undefined || !payload.data) return payload;
    return unpack(unseal(keyOf(id), payload.data, place(id)));
  };

  return {
    encode: async (payloads) => payloads.map(encrypt),
    decode: async (payloads) => payloads.map(decrypt),
  };
}

/** Length of the metadata (4 bytes, big endian), the metadata as JSON of base64 values, then the data as it is. */
function pack({ metadata, data }: Payload): Buffer {
  const entries = Object.entries(metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')]);
  const head = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, data ?? Buffer.alloc(0)]);
}

function unpack(bytes: Buffer): Payload {
  const end = LENGTH_BYTES + bytes.readUInt32BE(0);
  const head = JSON.parse(bytes.subarray(LENGTH_BYTES, end).toString()) as Record<string, string>;
  const metadata = Object.entries(head).map(([name, value]) => [name, Buffer.from(value, 'base64')]);
  return { metadata: Object.fromEntries(metadata), data: bytes.subarray(end) };
}
