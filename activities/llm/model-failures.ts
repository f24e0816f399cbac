/**
 * What a failed model call means for the caller: the retry decision stands in the failure's type. Messages say what
 * failed and what to do; never the request, the reply or a key.
 */
import { ApplicationFailure } from '@temporalio/common';

const LONGEST_WAIT_MS = 30_000;

export function modelGarbage(problem: string): ApplicationFailure {
  return ApplicationFailure.create({
    message: `the model's answer could not be used: ${problem}`,
    type: 'ModelGarbage',
  });
}

export function modelRefused(why: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(`the model refused: ${why}`, 'ModelRefused');
}

/** A provider's error as the failure to throw. Cancellation is not one: callers rethrow it first. */
export function modelFailure(error: unknown): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  const status = statusOf(error);
  if (isOverflow(error))
    return ApplicationFailure.nonRetryable('the conversation is too long for the model', 'ModelOverflow');
  if (isBlocked(error)) return modelRefused('its safety rules do not allow an answer');
  if (status === 429) {
    const delay = retryAfter(error);
    return ApplicationFailure.create({
      message: 'the model provider asks to slow down (429)',
      type: 'ModelBusy',
      ...(delay !== undefined && { nextRetryDelay: Math.min(delay, LONGEST_WAIT_MS) }),
    });
  }
  if (status === 408 || status === 409 || (status !== undefined && status >= 500))
    return ApplicationFailure.create({ message: `the model provider failed (${status})`, type: 'ModelUnavailable' });
  if (status !== undefined && status >= 400) {
    const what = status === 401 || status === 403 ? 'the key is not accepted' : 'the request is not accepted';
    const type =
      status === 400 && /content_filter|content policy/i.test(textOf(error)) ? 'ModelRefused' : 'ModelMisconfigured';
    return ApplicationFailure.nonRetryable(`${what} by the model provider (${status}): check MODEL and its key`, type);
  }
  if (isTimeout(error))
    return ApplicationFailure.create({ message: 'the model did not answer in time', type: 'ModelTimeout' });
  if (isUnreadable(error)) return modelGarbage('the response was cut off or is no JSON');
  return ApplicationFailure.create({
    message: `the model could not be reached (${nameOf(error)})`,
    type: 'ModelUnavailable',
  });
}

/** Ollama's library calls it `status_code`. */
function statusOf(error: unknown): number | undefined {
  const { status, status_code: code } = (error ?? {}) as { status?: unknown; status_code?: unknown };
  return [status, code].find((one) => typeof one === 'number');
}

/** Milliseconds from `Retry-After`, seconds or a date; undefined lets the retry policy decide. */
function retryAfter(error: unknown): number | undefined {
  const headers = (error as { headers?: Headers | Record<string, string> } | null)?.headers;
  const value =
    (headers instanceof Headers ? headers.get('retry-after') : headers?.['retry-after']) ?? delayInBody(error);
  if (!value) return undefined;
  const seconds = Number(value);
  const delay = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(delay) && delay > 0 ? delay : undefined;
}

/** Gemini says it in the error's details: `{"@type": ".../google.rpc.RetryInfo", "retryDelay": "7s"}`. */
function delayInBody(error: unknown): string | undefined {
  const details = (error as { errorDetails?: unknown } | null)?.errorDetails;
  if (!Array.isArray(details)) return undefined;
  const delay: unknown = details.find((one) => typeof one?.retryDelay === 'string')?.retryDelay;
  return typeof delay === 'string' ? delay.replace(/s$/, '') : undefined;
}

// By shape: errors of other libraries and of the platform need not be instances of this realm's `Error`.
const nameOf = (error: unknown) => String((error as { name?: unknown } | null)?.name ?? typeof error);
const textOf = (error: unknown) => String((error as { message?: unknown } | null)?.message ?? '');

function isTimeout(error: unknown): boolean {
  return /timeout/i.test(nameOf(error)) || /timed? ?out/i.test(textOf(error));
}

function isUnreadable(error: unknown): boolean {
  const names = [error, (error as { cause?: unknown } | null)?.cause]
    .map((one) => `${nameOf(one)} ${textOf(one)}`)
    .join(' ');
  return (
    error instanceof SyntaxError ||
    /SyntaxError|JSON|Unexpected (?:token|end)|Premature close|terminated|EmptyContent|Did not receive done/i.test(
      names,
    )
  );
}

/** Providers say it in a 400 (OpenAI, Anthropic, Gemini) or 413, each in words of its own. */
function isOverflow(error: unknown): boolean {
  if (/ContextOverflow/i.test(nameOf(error)) || statusOf(error) === 413) return true;
  return (
    statusOf(error) === 400 &&
    /context_length_exceeded|maximum context length|prompt is too long|input token count|context (?:window|size)/i.test(
      `${String((error as { code?: unknown }).code)} ${textOf(error)}`,
    )
  );
}

/** Gemini gives no content where its filters stop the prompt or the answer. */
function isBlocked(error: unknown): boolean {
  const { blockReason, finishReason } = (error ?? {}) as { blockReason?: unknown; finishReason?: unknown };
  return Boolean(blockReason) || REFUSING.test(String(finishReason ?? ''));
}

/** Why a provider stopped its own model. */
export const REFUSING = /^(?:content_filter|refusal|SAFETY|PROHIBITED_CONTENT|BLOCKLIST|SPII|RECITATION)$/;
