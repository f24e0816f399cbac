/**
 * One call of Slack's Web API. Slack answers 200 with `ok: false` and a code (docs.slack.dev/reference/methods); what a
 * code means for a send is decided here, in words a shop owner understands.
 */
import { ChannelRefusal, ChannelThrottled } from '../channel';
import { callProvider, type ProviderAnswer, retryAfterMs, throwIfBusy } from '../provider-call';

export interface SlackAccess {
  token: string;
  baseUrl: string;
}

export type SlackBody = Record<string, unknown> & { ok?: unknown; error?: unknown };

const ACCESS = "Slack refuses the app's access: install the app again and set its new bot token";
const REFUSALS: Readonly<Record<string, string>> = {
  channel_not_found: 'Slack does not know this channel: check the id under places in business.yaml',
  not_in_channel: 'the app is not in this Slack channel: invite it there',
  is_archived: 'this Slack channel is archived',
  restricted_action: 'the workspace does not let the app post in this Slack channel',
  cannot_reply_to_message: 'the Slack thread does not take replies',
  thread_not_found: 'the Slack thread is gone',
  message_not_found: 'the Slack message is gone',
  cant_update_message: 'Slack does not let the app change this message',
  msg_too_long: 'the text is too long for Slack',
  msg_blocks_too_long: 'the text is too long for Slack',
  missing_scope: 'the Slack app lacks a permission: see docs/channels/slack.md for its scopes, then install it again',
  ...Object.fromEntries(
    [
      ...['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'no_permission'],
      ...['org_login_required', 'ekm_access_denied', 'team_access_not_granted', 'not_allowed_token_type'],
    ].map((code) => [code, ACCESS]),
  ),
};
const BUSY = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);
/** Slack's own trouble; a second try may go through, and twice in a team's thread is better than not at all. */
const TROUBLE = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
const DEFAULT_WAIT_MS = 1_000;

/** Writing methods take JSON; the reading ones take forms only. Answers of any kind are returned. */
export function askSlack(
  { token, baseUrl }: SlackAccess,
  method: string,
  body: object | URLSearchParams,
  signal: AbortSignal,
): Promise<ProviderAnswer> {
  const headers = {
    authorization: `Bearer ${token}`,
    ...(!(body instanceof URLSearchParams) && { 'content-type': 'application/json; charset=utf-8' }),
  };
  return callProvider(`${baseUrl}/api/${method}`, { headers, body }, signal);
}

/** Throws what the answer means for a send; what it returns is `ok`. */
export async function callSlack(
  access: SlackAccess,
  method: string,
  body: object | URLSearchParams,
  signal: AbortSignal,
): Promise<SlackBody> {
  const answer = await askSlack(access, method, body, signal);
  const { ok, error } = bodyOf(answer);
  const code = typeof error === 'string' ? error : '';
  if (BUSY.has(code)) throw new ChannelThrottled('Slack asks to wait', retryAfterMs(answer.headers, DEFAULT_WAIT_MS));
  throwIfBusy(answer, 'Slack');
  if (ok === true) return bodyOf(answer);
  if (code === '' || TROUBLE.has(code)) throw new Error(`Slack answered ${answer.status} without doing it`);
  throw new ChannelRefusal(REFUSALS[code] ?? `Slack refuses: ${/^[a-z_]{1,60}$/.test(code) ? code : 'unknown reason'}`);
}

export function bodyOf({ body }: ProviderAnswer): SlackBody {
  return body !== null && typeof body === 'object' ? (body as SlackBody) : {};
}
