/**
 * Slack on loopback: the Web API methods we call with their real parameters, codes and headers, channels with threads,
 * and the Events API that signs what it sends. It can misbehave on purpose, once for the next post.
 */
import { createHmac } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { deliverWebhook } from '../support/deliver-webhook';
import { bodyOf, serveOnLoopback } from '../support/loopback';
import { APP_ID, BOT_ID, BOT_USER, changed, envelopeOf, eventOf, pressOf, type SlackPost, TEAM } from './slack-events';

export type { SlackPost } from './slack-events';

type Misbehaviour =
  | 'throttle'
  | 'refuse'
  | 'fail'
  | 'hang up after delivering'
  | 'echo before answer'
  | { error: string };

export class SlackPlatform {
  readonly token = 'xoxb-loopback';
  readonly signingSecret = 'loopback-signing-secret';
  readonly channels = new Map<string, { private: boolean; archived: boolean; member: boolean; posts: SlackPost[] }>();
  scopes = 'chat:write,channels:history,channels:read,channels:join,groups:history,groups:read';
  misbehave: Misbehaviour | null = null;
  /** Where events go; empty: nowhere. */
  webhookUrl = '';
  baseUrl = '';
  close: () => Promise<void> = async () => undefined;
  private clock = 0;
  private events = 0;

  async start(): Promise<this> {
    const { url, close } = await serveOnLoopback((request, response) => void this.serve(request, response));
    return Object.assign(this, { baseUrl: url, close });
  }

  channel(id: string, more: { private?: boolean; archived?: boolean; member?: boolean } = {}): string {
    this.channels.set(id, { private: false, archived: false, member: true, posts: [], ...more });
    return id;
  }

  posts(channel: string, thread?: string): SlackPost[] {
    return (this.channels.get(channel)?.posts ?? []).filter((post) => !thread || post.thread_ts === thread);
  }

  /** What a person in front of the screen reads. */
  shown({ text }: SlackPost): string {
    return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  }

  /** People and channels that a post would call. */
  calls({ text, blocks = [] }: SlackPost): string[] {
    const inText = text.match(/<[@!][^>]*>/g) ?? [];
    const inBlocks = JSON.stringify(blocks).match(/"type":"(broadcast|user|usergroup)"/g) ?? [];
    return [...inText, ...inBlocks];
  }

  ts(): string {
    this.clock += 1;
    return `${Math.floor(Date.now() / 1000)}.${String(this.clock).padStart(6, '0')}`;
  }

  /** A person writes; resolves with the message's name and the webhook's status. */
  async person(channel: string, user: string, text: string, more: Record<string, unknown> = {}) {
    const post: SlackPost = { channel, ts: this.ts(), user, text, ...more };
    this.channels.get(channel)?.posts.push(post);
    return { ts: post.ts, status: await this.event(eventOf(post)) };
  }

  async edit(post: { channel: string; ts: string }, text: string): Promise<number> {
    const stored = this.stored(post);
    const before = { ...stored };
    stored.text = text;
    stored.edited = { user: stored.user, ts: this.ts() };
    return this.event(changed('message_changed', stored, before, this.ts()));
  }

  async remove(post: { channel: string; ts: string }): Promise<number> {
    const stored = this.stored(post);
    const posts = this.channels.get(post.channel)?.posts ?? [];
    posts.splice(posts.indexOf(stored), 1);
    const { channel, ts } = stored;
    const previous_message = eventOf(stored);
    const event_ts = this.ts();
    return this.event({
      ...{ type: 'message', subtype: 'message_deleted', hidden: true, channel, channel_type: 'channel' },
      ...{ ts: event_ts, event_ts, deleted_ts: ts, previous_message },
    });
  }

  /** Somebody presses a button beneath a message of ours. */
  press(post: SlackPost, user: string, action: string): Promise<number> {
    const elements = (post.blocks ?? []).flatMap(({ elements: inner }) => inner as { action_id?: string }[]);
    if (!elements.some(({ action_id }) => action_id === action)) throw new Error(`there is no button ${action}`);
    const payload = pressOf(post, user, action, this.ts());
    const form = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    return this.deliver(Buffer.from(form), 'application/x-www-form-urlencoded');
  }

  event(event: object, more: Record<string, string> = {}): Promise<number> {
    this.events += 1;
    const body = envelopeOf(event, `Ev${this.events}`);
    return this.deliver(Buffer.from(JSON.stringify(body)), 'application/json', more);
  }

  /** The headers Slack would send with these bytes now. */
  signed(body: Buffer, seconds = Math.floor(Date.now() / 1000)): Record<string, string> {
    const mac = createHmac('sha256', this.signingSecret).update(`v0:${seconds}:`).update(body).digest('hex');
    return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${mac}` };
  }

  private async deliver(body: Buffer, type: string, more: Record<string, string> = {}): Promise<number> {
    if (this.webhookUrl === '') return 0;
    const headers = { 'content-type': type, ...this.signed(body), ...more };
    return deliverWebhook(this.webhookUrl, body, headers);
  }

  private stored({ channel, ts }: { channel: string; ts: string }): SlackPost {
    const found = this.channels.get(channel)?.posts.find((post) => post.ts === ts);
    if (!found) throw new Error(`there is no message ${ts} in ${channel}`);
    return found;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = (request.url ?? '').replace(/^\/api\//, '');
    const json = /^application\/json/.test(request.headers['content-type'] ?? '');
    const raw = (await bodyOf(request)).toString();
    const input = json ? JSON.parse(raw || '{}') : Object.fromEntries(new URLSearchParams(raw));
    const answer = (body: object, status = 200, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'x-oauth-scopes': this.scopes, ...headers })
        .end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${this.token}`)
      return void answer({ ok: false, error: 'invalid_auth' });
    if (method === 'auth.test') {
      return void answer({ ok: true, user: 'baton', user_id: BOT_USER, bot_id: BOT_ID, team: 'Team', team_id: TEAM });
    }
    // As on Slack, where methods that read know forms only.
    const channel = method.startsWith('conversations.info') && json ? undefined : this.channels.get(input.channel);
    if (!channel || (channel.private && !channel.member)) return void answer({ ok: false, error: 'channel_not_found' });
    if (method === 'conversations.info') {
      const { private: is_private, archived: is_archived, member: is_member } = channel;
      return void answer({ ok: true, channel: { id: input.channel, is_private, is_archived, is_member } });
    }
    if (method === 'conversations.join') {
      channel.member = true;
      return void answer({ ok: true, channel: { id: input.channel } });
    }
    if (method === 'chat.update') return void answer(this.update(input));
    if (method === 'chat.postMessage') return void (await this.post(input, answer, response));
    answer({ ok: false, error: 'unknown_method' });
  }

  private update({ channel, ts, text, blocks }: SlackPost): object {
    const post = this.posts(channel).find((each) => each.ts === ts);
    if (!post) return { ok: false, error: 'message_not_found' };
    Object.assign(post, { text, blocks });
    return { ok: true, channel, ts, text };
  }

  private async post(
    input: SlackPost,
    answer: (body: object, status?: number, headers?: Record<string, string>) => void,
    response: ServerResponse,
  ): Promise<void> {
    const how = this.misbehave;
    this.misbehave = null;
    if (how === 'throttle') return answer({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': '2' });
    if (how === 'refuse') return answer({ ok: false, error: 'is_archived' });
    if (how === 'fail') return answer({ ok: false, error: 'internal_error' }, 500);
    if (how !== null && typeof how === 'object') return answer({ ok: false, error: how.error });
    const channel = this.channels.get(input.channel);
    if (!channel?.member) return answer({ ok: false, error: 'not_in_channel' });
    if (channel.archived) return answer({ ok: false, error: 'is_archived' });
    if (!input.text && !input.blocks) return answer({ ok: false, error: 'no_text' });
    if (input.text.length > 40_000) return answer({ ok: false, error: 'msg_too_long' });
    if (input.thread_ts && !channel.posts.some(({ ts }) => ts === input.thread_ts)) {
      return answer({ ok: false, error: 'thread_not_found' });
    }
    const post: SlackPost = { ...input, ts: this.ts(), user: BOT_USER, bot_id: BOT_ID };
    channel.posts.push(post);
    const echo = this.event({ ...eventOf(post), app_id: APP_ID, bot_profile: { id: BOT_ID, app_id: APP_ID } });
    if (how === 'echo before answer') await echo;
    else echo.catch(() => undefined);
    if (how === 'hang up after delivering') return void response.destroy();
    answer({ ok: true, channel: post.channel, ts: post.ts, message: { text: post.text } });
  }
}
