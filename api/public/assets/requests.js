/**
 * Requests to the API from a page. Refusals arrive as RFC 9457 problems and become `Refusal`s; what may pass by
 * itself (network, 429, 5xx) is tried again with the same message id, which the API takes once.
 */
import { pause } from './event-stream.js';

const PAUSES_MS = [0, 1000, 3000];
/** A request without an answer for this long counts as lost; streams watch for silence themselves. */
const PATIENCE_MS = 15_000;

export class Refusal extends Error {
  name = 'Refusal';
  constructor(status, title, retryAfterMs) {
    super(title);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
    /** Trying the very same request again may succeed. */
    this.passing = status === 0 || status === 408 || status === 429 || status >= 500;
    /** The credential or the conversation is gone: a stream must not knock again. */
    this.final = status === 401 || status === 403 || status === 404 || status === 410;
  }
}

/** Fetches JSON, a file or a stream; throws `Refusal` for everything that is not 2xx. Status 0 means no answer came. */
export async function request(url, { token, body, signal, headers = {}, stream = false, file = false, onAnswer }) {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...headers,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: limited(signal, stream || file),
    cache: 'no-store',
    credentials: 'omit',
  }).catch((error) => {
    if (error.name === 'AbortError') throw error;
    throw new Refusal(0, 'The server can not be reached.');
  });
  onAnswer?.(response);
  if (!response.ok) throw await readRefusal(response);
  if (file) return response.blob();
  return stream ? response : response.json();
}

function limited(signal, stream) {
  if (stream) return signal;
  const patience = AbortSignal.timeout(PATIENCE_MS);
  return signal ? AbortSignal.any([signal, patience]) : patience;
}

async function readRefusal(response) {
  const problem = await response.json().catch(() => ({}));
  const words = [problem.title, problem.detail].filter((part) => typeof part === 'string' && part !== '');
  const seconds = Number(response.headers.get('retry-after'));
  return new Refusal(
    response.status,
    words.join(': ') || `The server answered ${response.status}.`,
    seconds * 1000 || 0,
  );
}

/** Posts until it is taken or refused for good, three tries at most. */
export async function deliver(post) {
  for (const [tries, pauseMs] of PAUSES_MS.entries()) {
    await pause(pauseMs);
    try {
      return await post();
    } catch (error) {
      if (!error.passing || tries === PAUSES_MS.length - 1) throw error;
      await pause(Math.min(error.retryAfterMs ?? 0, 10_000));
    }
  }
}

/** An id for a message. `randomUUID` exists only in secure contexts; a shop on plain http still gets a good id. */
export function newMessageId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
