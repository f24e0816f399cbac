/**
 * One HTTP call to a provider, with the one distinction every send rests on: a request that never left may be made
 * again, a request that left and was not answered may have been obeyed. Errors never hold the address: it may carry a
 * token.
 */
import { ChannelThrottled } from './channel';

export interface ProviderAnswer {
  status: number;
  headers: Headers;
  /** The parsed body; null where it was not JSON. */
  body: unknown;
}

/** The request left and no readable answer came. */
export class AnswerLost extends Error {
  override name = 'AnswerLost';
}
/** The provider was not reached at all. */
export class ProviderUnreachable extends Error {
  override name = 'ProviderUnreachable';
}

const BEFORE_THE_REQUEST = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const LONGEST_ANSWER = 1_048_576;

export interface ProviderRequest {
  method?: 'GET' | 'POST' | 'DELETE';
  headers?: Record<string, string>;
  /** Sent as JSON, or as a form where it is `URLSearchParams`. */
  body?: object | URLSearchParams;
}

/** Throws `AnswerLost` or `ProviderUnreachable`; answers of any status are returned. Redirects are not followed. */
export async function callProvider(
  url: string,
  { method = 'POST', headers = {}, body }: ProviderRequest,
  signal: AbortSignal,
): Promise<ProviderAnswer> {
  const form = body instanceof URLSearchParams;
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers: { ...(body && !form && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: form ? body : JSON.stringify(body) }),
      redirect: 'manual',
      signal,
    });
  } catch (error) {
    throw lostOrUnreachable(error);
  }
  try {
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  } catch {
    throw new AnswerLost('the connection broke before the answer was whole');
  }
}

function lostOrUnreachable(error: unknown): Error {
  const { cause } = error as { cause?: { code?: string } };
  const code = cause?.code ?? '';
  if (BEFORE_THE_REQUEST.has(code)) return new ProviderUnreachable(`the provider was not reached (${code})`);
  return new AnswerLost('no answer came to a request that may have arrived');
}

function parsed(text: string): unknown {
  if (text.length > LONGEST_ANSWER) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `Retry-After` in seconds or as a date, else `fallbackMs`; at least 100 ms. */
export function retryAfterMs(headers: Headers, fallbackMs: number): number {
  const value = headers.get('retry-after');
  const seconds = value === null || value.trim() === '' ? Number.NaN : Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value ?? '') - Date.now();
  return Number.isFinite(ms) ? Math.max(100, ms) : fallbackMs;
}

/** What every adapter does with an answer that tells nothing of its own: busy is asked again later, 5xx retried. */
export function throwIfBusy({ status, headers }: ProviderAnswer, provider: string): void {
  if (status === 429) throw new ChannelThrottled(`${provider} asks to wait`, retryAfterMs(headers, 5_000));
  if (status === 503) throw new ChannelThrottled(`${provider} is not available`, retryAfterMs(headers, 5_000));
}
