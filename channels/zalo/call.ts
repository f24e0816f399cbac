/**
 * One call of Zalo's Open API. It answers 200 with an `error` number whatever happened; a stale token is renewed once
 * and the call made again, which is safe because a refused one did nothing.
 */
import { ChannelRefusal, ChannelThrottled } from '../channel';
import { AnswerLost, callProvider, type ProviderRequest, throwIfBusy } from '../provider-call';
import type { AccessTokens } from './access-tokens';

export interface ZaloAccess {
  account: string;
  baseUrl: string;
  tokens: AccessTokens;
}

/** Access token invalid; expired or withdrawn. */
const STALE = new Set([-216, -220, -124]);
/** The app's or the account's calls a minute. */
const BUSY = -32;
const BUSY_MS = 10_000;

const WINDOW = 'Zalo lets the account answer only within its time after the customer’s last message: that time is over';
const QUOTA = 'the official account’s message quota at Zalo is used up, or its package does not include this message';
const REFUSALS: Readonly<Record<number, string>> = {
  ...{ [-224]: QUOTA, [-211]: QUOTA, [-218]: QUOTA, [-321]: QUOTA },
  ...{ [-230]: WINDOW, [-232]: WINDOW },
  [-213]: 'the customer does not follow the official account, and Zalo asks for it here',
  [-217]: 'the customer has blocked the official account',
  [-227]: 'the customer’s Zalo account is locked or long unused',
  [-244]: 'the customer has restricted messages of the official account',
  [-248]: 'Zalo refuses the text under its content rules',
  [-210]: 'the text is too long for Zalo',
  [-201]:
    'Zalo does not accept the message: the customer’s id is not of this official account, or the text is not allowed',
  [-204]: 'the official account is deactivated',
  [-205]: 'Zalo does not know the official account',
  [-209]: 'the Zalo app is not active: switch it on at developers.zalo.me',
  [-212]: 'the Zalo app lacks the Official Account API: register it at developers.zalo.me',
  [-219]: 'the Zalo app was removed or switched off',
  [-223]: 'the official account has not authorised the app for this: authorise it again',
};

export interface ZaloAnswer {
  error: number;
  data: Record<string, unknown>;
}

/** Returns any answer that has an `error` number; throws `AnswerLost` for one that has none. */
export async function askZalo(
  { account, baseUrl, tokens }: ZaloAccess,
  path: string,
  request: Pick<ProviderRequest, 'method' | 'body'>,
  signal: AbortSignal,
): Promise<ZaloAnswer> {
  const ask = async (token: string) => {
    const answer = await callProvider(`${baseUrl}${path}`, { ...request, headers: { access_token: token } }, signal);
    throwIfBusy(answer, 'Zalo');
    const { error, data } = (answer.body ?? {}) as Record<string, unknown>;
    // Without Zalo's own word, what answered was a gateway, and what is behind it may have obeyed.
    if (typeof error !== 'number') throw new AnswerLost(`Zalo answered ${answer.status} without saying what it did`);
    return { error, data: data !== null && typeof data === 'object' ? (data as Record<string, unknown>) : {} };
  };
  const token = await tokens.current(account);
  const first = await ask(token);
  return STALE.has(first.error) ? ask(await tokens.renew(account, token)) : first;
}

export function throwUnlessDone({ error }: ZaloAnswer): void {
  if (error === 0) return;
  if (error === BUSY) throw new ChannelThrottled('Zalo asks to wait', BUSY_MS);
  if (STALE.has(error)) throw new Error('Zalo did not accept a renewed access token');
  throw new ChannelRefusal(REFUSALS[error] ?? `Zalo refuses the message (its error ${error})`);
}
