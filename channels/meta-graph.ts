/**
 * One call to Meta's Graph API. Its errors are told apart by `code`, never by status or title; what a code means is the
 * channel's own table. Tokens travel in a header, so that no address ever holds one.
 */

import { ChannelRefusal, ChannelThrottled, type SendResult } from './channel';
import { type Json, recordOf } from './meta-webhook';
import { AnswerLost, callProvider, type ProviderAnswer, retryAfterMs, throwIfBusy } from './provider-call';

const GRAPH_VERSION = 'v24.0';

export interface GraphError {
  code: number;
  subcode: number;
}

/** What is to be done about an error: wait so many milliseconds, give up with a reason, or try again. */
export type ErrorVerdict = { wait: number } | { refuse: string } | 'retry';

export interface Graph {
  get(path: string, signal: AbortSignal): Promise<ProviderAnswer>;
  post(path: string, body: object, signal: AbortSignal): Promise<ProviderAnswer>;
}

export function createGraph(baseUrl: string, token: string): Graph {
  const headers = { authorization: `Bearer ${token}` };
  const url = (path: string) => `${baseUrl}/${GRAPH_VERSION}/${path}`;
  return {
    get: (path, signal) => callProvider(url(path), { method: 'GET', headers }, signal),
    post: (path, body, signal) => callProvider(url(path), { headers, body }, signal),
  };
}

export function graphErrorOf({ body }: ProviderAnswer): GraphError | null {
  const { code, error_subcode } = recordOf(recordOf(body).error) as { code?: unknown; error_subcode?: unknown };
  if (typeof code !== 'number') return null;
  return { code, subcode: typeof error_subcode === 'number' ? error_subcode : 0 };
}

export function succeeded({ status, body }: ProviderAnswer): Json | null {
  return status >= 200 && status < 300 ? recordOf(body) : null;
}

export interface Sending {
  provider: string;
  call: () => Promise<ProviderAnswer>;
  idOf: (body: Json) => string | undefined;
  verdictOn: (error: GraphError) => ErrorVerdict;
}

/**
 * A send, judged. A failure that Graph itself describes was not sent; a bare 5xx comes from a gateway, behind which the
 * message may have gone out, so nobody knows.
 */
export async function sendOverGraph({ provider, call, idOf, verdictOn }: Sending): Promise<SendResult> {
  let answer: ProviderAnswer;
  try {
    answer = await call();
  } catch (error) {
    if (error instanceof AnswerLost) return { state: 'unknown', why: error.message };
    throw error;
  }
  const body = succeeded(answer);
  if (body) {
    const id = idOf(body);
    return id ? { state: 'sent', providerMessageId: id } : { state: 'unknown', why: `${provider} named no message id` };
  }
  const error = graphErrorOf(answer);
  if (!error) {
    throwIfBusy(answer, provider);
    if (answer.status >= 500)
      return { state: 'unknown', why: `${provider} answered ${answer.status} without a reason` };
    throw new ChannelRefusal(`${provider} refused the message (HTTP ${answer.status})`);
  }
  throw asThrown(provider, error, verdictOn(error), answer);
}

function asThrown(provider: string, { code }: GraphError, verdict: ErrorVerdict, { headers }: ProviderAnswer): Error {
  if (verdict === 'retry') return new Error(`${provider} failed for the moment (code ${code})`);
  if ('wait' in verdict)
    return new ChannelThrottled(`${provider} asks to wait (code ${code})`, retryAfterMs(headers, verdict.wait));
  return new ChannelRefusal(`${verdict.refuse} (code ${code})`);
}
