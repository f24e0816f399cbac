/**
 * Opens a customer's file at its provider. The address may come from a stranger, so it is believed in nothing: only
 * hosts on the channel's list, only https, a name resolved once and the connection made to exactly that address, no
 * address of a private network, few redirects, bounded in size and time. What business.yaml configures as the
 * provider's base address is the owner's own word: it alone may be plain http or stand in a private network.
 */

import type { LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Readable, Transform } from 'node:stream';
import type { Media } from './channel';
import { withDeadline } from './deadline';
import { type AddressRules, MediaRefused, MediaUnavailable, parseUrl, permittedAddress } from './media-address';

export { MediaRefused, MediaUnavailable } from './media-address';

export interface MediaOptions extends AddressRules {
  /** Sent to the first address only: a redirect to another origin never sees them. */
  headers?: Record<string, string>;
  limitBytes?: number;
}

const MEDIA_LIMIT_BYTES = 25 * 1024 * 1024;
const REDIRECTS = 2;
const ANSWER_MS = 10_000;
const WHOLE_MS = 120_000;

/** Throws `MediaRefused` or `MediaUnavailable`; their messages never hold the address, which may carry a token. */
export async function openMedia(address: string, options: MediaOptions, signal: AbortSignal): Promise<Media> {
  const first = parseUrl(address);
  let url = first;
  for (let hops = 0; ; hops += 1) {
    const headers = url.origin === first.origin ? (options.headers ?? {}) : {};
    const response = await get(url, await permittedAddress(url, options), headers, signal);
    const next = redirectOf(response, url);
    if (!next) return mediaOf(response, options.limitBytes ?? MEDIA_LIMIT_BYTES);
    response.destroy();
    if (hops === REDIRECTS) throw new MediaRefused('the file is behind too many redirects');
    url = next;
  }
}

function get(url: URL, pinned: LookupAddress, headers: Record<string, string>, signal: AbortSignal) {
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise<IncomingMessage>((resolve, reject) => {
    const request = send(url, {
      headers: { ...headers, 'accept-encoding': 'identity' },
      // A connection of its own: a pooled one may have been opened to another address of the same name.
      agent: false,
      signal: withDeadline(WHOLE_MS, signal),
      timeout: ANSWER_MS,
      lookup: (_host, { all }, answer) => (all ? answer(null, [pinned]) : answer(null, pinned.address, pinned.family)),
    });
    request.once('response', resolve);
    request.once('timeout', () => request.destroy());
    request.once('error', () => reject(new MediaUnavailable('the provider did not hand the file out')));
    request.end();
  });
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return null;
  return parseUrl(headers.location, from);
}

function mediaOf(response: IncomingMessage, limit: number): Media {
  const { statusCode, headers } = response;
  const size = /^\d+$/.test(headers['content-length'] ?? '') ? Number(headers['content-length']) : null;
  const refuse = (error: Error) => {
    response.destroy();
    throw error;
  };
  if (statusCode !== 200) return refuse(new MediaUnavailable(`the provider answered ${statusCode}`));
  if (size !== null && size > limit) return refuse(new MediaRefused('the file is too large'));
  const body = response.pipe(upTo(limit));
  // A source that breaks off must not look like a file that ended.
  response.once('error', () => body.destroy(new MediaUnavailable('the provider broke off')));
  response.once('aborted', () => body.destroy(new MediaUnavailable('the provider broke off')));
  body.once('close', () => response.destroy());
  return {
    type: headers['content-type'] ?? 'application/octet-stream',
    size,
    stream: Readable.toWeb(body) as ReadableStream<Uint8Array>,
  };
}

function upTo(limit: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limit) done(new MediaRefused('the file is too large'));
      else done(null, chunk);
    },
  });
}
