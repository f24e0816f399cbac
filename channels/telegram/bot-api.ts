/**
 * One call of the Bot API. The token is part of every address, so no address ever reaches an error or a log; what
 * Telegram says about a failure becomes a reason for the people who run the shop.
 */
import { z } from 'zod';
import { ChannelRefusal, ChannelThrottled } from '../channel';
import { AnswerLost, callProvider, type ProviderAnswer, throwIfBusy } from '../provider-call';
import { reasonOf } from './refusals';

export interface TelegramOptions {
  account: string;
  token: string;
  baseUrl: string;
}

/** Calls a method and returns its `result`. */
export type Call = (method: string, parameters: object, signal: AbortSignal) => Promise<unknown>;

/** Telegram understood the call and refused it. `description` is its own sentence, never shown as it is. */
export class TelegramRefusal extends ChannelRefusal {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly movedTo?: number,
  ) {
    super(reasonOf(code, description));
  }
}

const failure = z.looseObject({
  ok: z.literal(false),
  error_code: z.number().int(),
  description: z.string().catch(''),
  parameters: z
    .looseObject({ retry_after: z.number().positive().optional(), migrate_to_chat_id: z.number().int().optional() })
    .catch({})
    .default({}),
});
const success = z.looseObject({ ok: z.literal(true), result: z.unknown() });

/**
 * Throws `TelegramRefusal`, `ChannelThrottled`, `ProviderUnreachable`, `AnswerLost`, or a plain error where Telegram
 * says that it failed itself. A gateway's 5xx is no word of Telegram: the call may have been obeyed, so the answer
 * counts as lost.
 */
export function createCall({ token, baseUrl }: TelegramOptions): Call {
  return async (method, parameters, signal) => {
    const answer = await callProvider(`${baseUrl}/bot${token}/${method}`, { body: parameters }, signal);
    const done = success.safeParse(answer.body);
    if (done.success) return done.data.result;
    const failed = failure.safeParse(answer.body);
    throw failed.success ? errorOf(method, failed.data) : gatewayError(method, answer);
  };
}

/**
 * A group that became a supergroup has a new id. Telegram names it where it refuses the old one, and a refused call did
 * nothing: it is made again there, so what business.yaml calls the group by goes on working.
 */
export function followingMoves(call: Call): Call {
  return async (method, parameters, signal) => {
    try {
      return await call(method, parameters, signal);
    } catch (error) {
      if (!(error instanceof TelegramRefusal) || error.movedTo === undefined) throw error;
      return call(method, { ...parameters, chat_id: error.movedTo }, signal);
    }
  };
}

function gatewayError(method: string, answer: ProviderAnswer): Error {
  throwIfBusy(answer, 'Telegram');
  if (answer.status >= 400 && answer.status < 500) return new TelegramRefusal(answer.status, '');
  return new AnswerLost(`${method} was not answered by Telegram itself (${answer.status})`);
}

function errorOf(method: string, failed: z.output<typeof failure>): Error {
  const { error_code: code, description, parameters } = failed;
  const { retry_after: seconds, migrate_to_chat_id: movedTo } = parameters;
  if (code === 429 || seconds !== undefined) {
    return new ChannelThrottled('Telegram asks to wait', (seconds ?? DEFAULT_WAIT_S) * 1000);
  }
  if (code >= 500) return new Error(`Telegram failed on ${method} (${code})`);
  return new TelegramRefusal(code, description, movedTo);
}

const DEFAULT_WAIT_S = 5;
