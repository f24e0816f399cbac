/**
 * Says what is missing for Slack to be an operators' place: identity, scopes, membership of each channel. A bot token
 * can neither read nor set the app's Request URLs, so those are told, not checked.
 */
import type { Finding } from '../channel';
import { askSlack, bodyOf, type SlackAccess } from './call';

/** What the bot needs; `channels:*` is for public channels, `groups:*` for private ones. */
const SCOPES = {
  always: ['chat:write'],
  public: ['channels:history', 'channels:read'],
  private: ['groups:history', 'groups:read'],
} as const;

const ok = (what: string): Finding => ({ what, state: 'ok' });
const problem = (state: 'warning' | 'error', what: string, advice: string): Finding => ({ what, state, advice });

export async function checkSlack(
  access: SlackAccess,
  { webhookUrl, chats }: { webhookUrl: string | null; chats: readonly string[] },
  signal: AbortSignal,
): Promise<Finding[]> {
  const answer = await askSlack(access, 'auth.test', new URLSearchParams(), signal);
  const { ok: accepted, user, team, error } = bodyOf(answer);
  if (accepted !== true) {
    return [
      problem('error', `Slack refuses the bot token (${codeOf(error)})`, 'Install the app again, set its token.'),
    ];
  }
  const scopes = (answer.headers.get('x-oauth-scopes') ?? '').split(',').map((scope) => scope.trim());
  const places = await Promise.all(chats.map((chat) => checkChannel(access, chat, scopes, signal)));
  const missing = SCOPES.always.filter((scope) => !scopes.includes(scope));
  return [
    ok(`the bot is ${String(user)} in the workspace ${String(team)}`),
    ...missing.map((scope) => problem('error', `the scope ${scope} is missing`, 'Add it, install the app again.')),
    ...(chats.length === 0
      ? [problem('warning', 'no channel is an operators’ place', 'Name one under places in business.yaml.')]
      : places.flat()),
    requestUrls(webhookUrl),
  ];
}

async function checkChannel(
  access: SlackAccess,
  chat: string,
  scopes: readonly string[],
  signal: AbortSignal,
): Promise<Finding[]> {
  const {
    ok: found,
    error,
    channel,
  } = bodyOf(await askSlack(access, 'conversations.info', new URLSearchParams({ channel: chat }), signal));
  if (found !== true) {
    const advice = 'Check the channel id, and invite the app to the channel (a private one is invisible before).';
    return [problem('error', `channel ${chat} can not be read (${codeOf(error)})`, advice)];
  }
  const { is_archived, is_member, is_private } = (channel ?? {}) as Record<string, unknown>;
  const needed = SCOPES[is_private === true ? 'private' : 'public'].filter((scope) => !scopes.includes(scope));
  return [
    ...(is_archived === true ? [problem('error', `channel ${chat} is archived`, 'Choose another one.')] : []),
    is_member === true
      ? ok(`the bot is in channel ${chat}`)
      : problem('error', `the bot is not in channel ${chat}`, 'Type /invite and the app’s name in the channel.'),
    ...needed.map((scope) =>
      problem('error', `the scope ${scope} is missing for channel ${chat}`, 'Add it, install the app again.'),
    ),
  ];
}

function requestUrls(webhookUrl: string | null): Finding {
  const address = webhookUrl ?? 'the address of this account’s webhook';
  return problem(
    'warning',
    'the Request URLs can not be read with a bot token',
    `In the app’s settings, Event Subscriptions and Interactivity must both have ${address}.`,
  );
}

/** Joins public channels; a private one must be invited by a person. */
export async function setUpSlack(
  access: SlackAccess,
  input: { webhookUrl: string; chats: readonly string[] },
  signal: AbortSignal,
): Promise<Finding[]> {
  for (const channel of input.chats) await askSlack(access, 'conversations.join', { channel }, signal);
  return checkSlack(access, input, signal);
}

function codeOf(error: unknown): string {
  return typeof error === 'string' && /^[a-z_]{1,60}$/.test(error) ? error : 'unknown reason';
}
