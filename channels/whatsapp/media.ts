/**
 * A customer's file: the id leads to a short-lived address, the address to the bytes. Size and hash are what Meta says
 * they are, or the last piece is never handed out.
 */
import { createHash } from 'node:crypto';
import type { Media } from '../channel';
import { MediaUnavailable, openMedia } from '../media';
import { type Graph, succeeded } from '../meta-graph';
import { textOf } from '../meta-webhook';

const MEDIA_ID = /^[0-9A-Za-z_-]{1,128}$/;
const HOSTS = /^(?:lookaside\.fbsbx\.com|(?:[a-z0-9-]+\.)+fbcdn\.net)$/;

export interface MediaSource {
  graph: Graph;
  phoneNumberId: string;
  token: string;
  baseUrl: string;
}

export async function fetchWhatsAppMedia(
  { graph, phoneNumberId, token, baseUrl }: MediaSource,
  reference: string,
  signal: AbortSignal,
): Promise<Media> {
  // A place, a contact or an order came whole in the webhook.
  if (reference.startsWith('{')) return ownText(reference);
  if (!MEDIA_ID.test(reference)) throw new MediaUnavailable('the message names no file');
  const found = succeeded(await graph.get(`${reference}?phone_number_id=${phoneNumberId}`, signal));
  const url = found && textOf(found.url);
  if (!url) throw new MediaUnavailable('WhatsApp no longer has the file');
  const headers = { authorization: `Bearer ${token}` };
  const media = await openMedia(url, { allow: (host) => HOSTS.test(host), headers, base: baseUrl }, signal);
  const size = Number(textOf(found.file_size) ?? Number.NaN);
  const checked = media.stream.pipeThrough(verified(textOf(found.sha256), Number.isSafeInteger(size) ? size : null));
  return { type: textOf(found.mime_type) ?? media.type, size: media.size, stream: checked };
}

function ownText(text: string): Media {
  const bytes = Buffer.from(text);
  return { type: 'application/json', size: bytes.length, stream: new Blob([bytes]).stream() };
}

/** Holds one piece back until the hash is known: a file that was tampered with never arrives whole. */
function verified(sha256: string | undefined, size: number | null): TransformStream<Uint8Array, Uint8Array> {
  const hash = createHash('sha256');
  let seen = 0;
  let held: Uint8Array | null = null;
  return new TransformStream({
    transform(chunk, out) {
      hash.update(chunk);
      seen += chunk.length;
      if (held) out.enqueue(held);
      held = chunk;
    },
    flush(out) {
      const digest = hash.digest();
      const fits = sha256 === undefined || sha256 === digest.toString('base64') || sha256 === digest.toString('hex');
      if (!fits || (size !== null && size !== seen))
        throw new MediaUnavailable('the file is not what WhatsApp announced');
      if (held) out.enqueue(held);
    },
  });
}
