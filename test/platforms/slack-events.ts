/** What Slack sends about messages and pressed buttons, in the shapes of @slack/types and @slack/bolt. */
export interface SlackPost {
  channel: string;
  ts: string;
  thread_ts?: string;
  user: string;
  bot_id?: string;
  /** As stored: control characters escaped, mentions in angle brackets. */
  text: string;
  blocks?: Record<string, unknown>[];
  metadata?: { event_type: string; event_payload: Record<string, string> };
  mrkdwn?: boolean;
  edited?: { user: string; ts: string };
}
export const APP_ID = 'A0BATON';
export const BOT_ID = 'B0BATON';
export const BOT_USER = 'U0BATON';
export const TEAM = 'T0TEAM';

export function eventOf({ mrkdwn, ...post }: SlackPost): Record<string, unknown> {
  return { type: 'message', channel_type: 'channel', event_ts: post.ts, team: TEAM, ...post };
}

export function changed(subtype: string, post: SlackPost, before: SlackPost, ts: string): object {
  const { channel } = post;
  const inner = { message: eventOf(post), previous_message: eventOf(before) };
  return { type: 'message', subtype, hidden: true, channel, channel_type: 'channel', ts, event_ts: ts, ...inner };
}

export function envelopeOf(event: object, event_id: string): object {
  const bot = { enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false };
  return {
    ...{ token: 'legacy', team_id: TEAM, api_app_id: APP_ID, type: 'event_callback' },
    ...{ event, event_id, event_time: Math.floor(Date.now() / 1000), authorizations: [bot] },
  };
}

export function pressOf({ channel, ts, thread_ts, text }: SlackPost, user: string, action: string, at: string): object {
  return {
    ...{ type: 'block_actions', api_app_id: APP_ID, token: 'legacy', trigger_id: `${ts}.trigger` },
    ...{ response_url: 'https://hooks.slack.com/actions/x', team: { id: TEAM, domain: 'team' } },
    user: { id: user, username: user.toLowerCase(), team_id: TEAM },
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: false,
      ...(thread_ts && { thread_ts }),
    },
    channel: { id: channel, name: 'team' },
    message: { type: 'message', user: BOT_USER, bot_id: BOT_ID, ts, text, ...(thread_ts && { thread_ts }) },
    actions: [
      {
        type: 'button',
        block_id: 'b',
        action_id: action,
        action_ts: at,
        text: { type: 'plain_text', text: 'x' },
      },
    ],
  };
}
