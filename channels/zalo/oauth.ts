/**
 * Trading a refresh token for the next pair (`/v4/oa/access_token`). The token is spent the moment Zalo obeys, whether
 * or not the answer arrives: only the keeper of an account calls this. Failures come with status 200 and, unlike those
 * of the other API, an `error_name`.
 */
import { callProvider } from '../provider-call';

export interface ZaloGrant {
  oauthUrl: string;
  appId: string;
  appSecret: string;
}

export type ZaloRefresh =
  | { kind: 'pair'; accessToken: string; refreshToken: string; lifeMs: number }
  /** The refresh token is spent, expired or withdrawn: only the account's owner can authorise anew. */
  | { kind: 'invalid' }
  /** Refused for another reason, which may pass or be put right: the token may still be good. */
  | { kind: 'refused'; code: string };

/** Throws what `callProvider` throws. */
export async function refreshZaloToken(
  { oauthUrl, appId, appSecret }: ZaloGrant,
  refreshToken: string,
  signal: AbortSignal,
): Promise<ZaloRefresh> {
  const { status, body } = await callProvider(
    `${oauthUrl}/v4/oa/access_token`,
    {
      headers: { secret_key: appSecret },
      body: new URLSearchParams({ refresh_token: refreshToken, app_id: appId, grant_type: 'refresh_token' }),
    },
    signal,
  );
  const answer = (body !== null && typeof body === 'object' ? body : {}) as Record<string, unknown>;
  const { access_token, refresh_token, expires_in } = answer;
  // A number of seconds, written as a text.
  const seconds = Number(expires_in);
  if (typeof access_token === 'string' && access_token && typeof refresh_token === 'string' && refresh_token) {
    const lifeMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : DEFAULT_LIFE_MS;
    return { kind: 'pair', accessToken: access_token, refreshToken: refresh_token, lifeMs };
  }
  const words = [answer.error_name, answer.error_reason, answer.error_description, answer.message].join(' ');
  if (/refresh[\s_]*token/i.test(words)) return { kind: 'invalid' };
  return { kind: 'refused', code: typeof answer.error === 'number' ? String(answer.error) : `status ${status}` };
}

/** The shortest life any guide states. */
const DEFAULT_LIFE_MS = 3_600_000;
