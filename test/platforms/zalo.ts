/**
 * Zalo on loopback: the official account's API, which answers 200 whatever happens, the OAuth server with refresh tokens
 * that work once, and webhooks with real signatures. It can misbehave on purpose, once for the next call.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { deliverWebhook } from '../support/deliver-webhook';
import { bodyOf, serveOnLoopback } from '../support/loopback';

export interface ZaloDelivered {
  id: string;
  to: string;
  text: string;
}
type Misbehaviour =
  | 'throttle'
  | 'refuse'
  | 'fail'
  | 'gateway'
  | 'hang up after delivering'
  | 'echo before answer'
  /** The customer reads before the send is answered; the echo comes after that. */
  | 'receipt before answer'
  | { error: number };
type Answer = (body: object, status?: number) => undefined;

const TEXT_LIMIT = 2_000;

export class ZaloPlatform {
  readonly appId = '360846524940903967';
  readonly oaSecret = 'loopback-oa-secret';
  readonly appSecret = 'loopback-app-secret';
  readonly oaId = '388613280878808645';
  readonly delivered: ZaloDelivered[] = [];
  /** Customers whose 48 hours are over. */
  readonly closed = new Set<string>();
  misbehave: Misbehaviour | null = null;
  /** For the next refresh: spend the token and never answer (or only much later), be down, or refuse and spend nothing. */
  oauthTrouble: 'spend and hang up' | 'spend and stall' | 'down' | 'refuse' | null = null;
  /** Pairs handed out. */
  refreshes = 0;
  refreshCalls = 0;
  /** Life of access tokens. */
  lifeSeconds = 90_000;
  webhookUrl = '';
  baseUrl = '';
  close: () => Promise<void> = async () => undefined;
  private readonly access = new Map<string, number>();
  private refreshToken = this.fresh();

  async start(): Promise<this> {
    const { url, close } = await serveOnLoopback((request, response) => void this.serve(request, response));
    return Object.assign(this, { baseUrl: url, close });
  }

  /** What the owner gets when he authorises the app: any earlier refresh token is dead. */
  authorise(): string {
    this.refreshToken = this.fresh();
    return this.refreshToken;
  }

  /** An access token outside the OAuth flow. */
  accessToken(): string {
    const token = this.fresh();
    this.access.set(token, Number.POSITIVE_INFINITY);
    return token;
  }

  expireAccessTokens(): void {
    for (const token of this.access.keys()) this.access.set(token, 0);
  }

  texts(to: string): string[] {
    return this.delivered.filter((each) => each.to === to).map(({ text }) => text);
  }

  customer(from: string, text: string, more: Record<string, unknown> = {}): Promise<number> {
    const message = { text, msg_id: this.messageId(), ...more };
    return this.event('user_send_text', { sender: { id: from }, recipient: { id: this.oaId }, message });
  }

  /** Somebody answers in OA Manager. */
  colleague(to: string, text: string, msg_id = this.messageId()): Promise<number> {
    const sender = { id: this.oaId, admin_id: '7123456789012345678' };
    return this.event('oa_send_text', { sender, recipient: { id: to }, message: { text, msg_id } });
  }

  event(event_name: string, more: object): Promise<number> {
    const timestamp = String(Date.now());
    const body = { app_id: this.appId, user_id_by_app: '552177279717587730', event_name, ...more, timestamp };
    return this.deliver(Buffer.from(JSON.stringify(body)));
  }

  signature(body: Buffer, timestamp = JSON.parse(body.toString()).timestamp as string): string {
    const hash = createHash('sha256').update(this.appId).update(body).update(String(timestamp)).update(this.oaSecret);
    return `mac=${hash.digest('hex')}`;
  }

  messageId(): string {
    return randomBytes(10).toString('hex');
  }

  private fresh(): string {
    return randomBytes(24).toString('base64url');
  }

  private async deliver(body: Buffer): Promise<number> {
    if (this.webhookUrl === '') return 0;
    const headers = { 'content-type': 'application/json', 'x-zevent-signature': this.signature(body) };
    return deliverWebhook(this.webhookUrl, body, headers);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<undefined> {
    const raw = (await bodyOf(request)).toString();
    const answer: Answer = (body, status = 200) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const path = request.url ?? '';
    if (path === '/v4/oa/access_token') return this.refresh(request, new URLSearchParams(raw), answer, response);
    const expires = this.access.get(String(request.headers.access_token));
    if (expires === undefined) return answer({ error: -216, message: 'Access token is invalid' });
    if (expires <= Date.now()) return answer({ error: -220, message: 'access_token is expired or removed' });
    if (path === '/v2.0/oa/getoa') {
      return answer({
        data: { oa_id: this.oaId, name: 'Riverside Hotel', is_verified: true },
        error: 0,
        message: 'Success',
      });
    }
    if (path === '/v3.0/oa/message/cs' || path === '/v2.0/oa/message') {
      return this.send(JSON.parse(raw), path, answer, response);
    }
    return answer({ error: -209, message: 'Not supported this api' });
  }

  private refresh(
    { headers }: IncomingMessage,
    form: URLSearchParams,
    answer: Answer,
    response: ServerResponse,
  ): undefined {
    const refuse = (error: number, error_name: string) =>
      answer({ error_name, error_reason: error_name, ref_doc: 'https://developers.zalo.me/docs', error });
    this.refreshCalls += 1;
    const trouble = this.oauthTrouble;
    this.oauthTrouble = null;
    if (trouble === 'down') return answer({ message: 'bad gateway' }, 502);
    if (trouble === 'refuse' || headers.secret_key !== this.appSecret) return refuse(-14004, 'Invalid app secret key');
    if (form.get('app_id') !== this.appId || form.get('grant_type') !== 'refresh_token')
      return refuse(-14002, 'Invalid appId');
    if (form.get('refresh_token') !== this.refreshToken) return refuse(-14014, 'Invalid refresh token');
    this.refreshes += 1;
    const access_token = this.fresh();
    this.access.set(access_token, Date.now() + this.lifeSeconds * 1000);
    const refresh_token = this.authorise();
    if (trouble === 'spend and hang up') return void response.destroy();
    if (trouble === 'spend and stall') return undefined;
    return answer({ access_token, refresh_token, expires_in: String(this.lifeSeconds) });
  }

  private async send(
    { recipient, message }: { recipient: Record<string, string>; message: { text: string } },
    path: string,
    answer: Answer,
    response: ServerResponse,
  ): Promise<undefined> {
    const how = this.misbehave;
    this.misbehave = null;
    const refuse = (error: number, words: string) => answer({ error, message: words });
    if (how === 'throttle') return refuse(-32, 'Your OA reached limit call api');
    if (how === 'refuse') return refuse(-230, 'User has not interacted with the OA in the past 7 days');
    if (how === 'fail') return answer({ message: 'maintenance' }, 503);
    if (how === 'gateway') return answer({ message: 'bad gateway' }, 502);
    if (how !== null && typeof how === 'object') return refuse(how.error, 'refused');
    const to = recipient.user_id ?? recipient.anonymous_id ?? '';
    const anonymous = path === '/v2.0/oa/message';
    if (!to || anonymous !== Boolean(recipient.conversation_id)) return refuse(-201, 'user_id is invalid!');
    if (this.closed.has(to)) return refuse(-230, 'User has not interacted with the OA in the past 7 days');
    if (message.text.length > TEXT_LIMIT) return refuse(-210, 'Parameter exceeds allowable limit');
    const id = this.messageId();
    this.delivered.push({ id, to, text: message.text });
    const ids = { sender: { id: this.oaId }, recipient: { id: to } };
    if (how === 'receipt before answer') {
      await this.event('user_seen_message', { ...ids, message: { msg_ids: [id] } });
      setTimeout(() => void this.event('oa_send_text', { ...ids, message: { text: message.text, msg_id: id } }), 500);
      return this.sent(id, to, answer);
    }
    const echo = this.event(anonymous ? 'oa_send_anonymous_text' : 'oa_send_text', {
      ...ids,
      message: { text: message.text, msg_id: id, ...(anonymous && { conversation_id: recipient.conversation_id }) },
    });
    if (how === 'echo before answer') await echo;
    else echo.catch(() => undefined);
    if (how === 'hang up after delivering') return void response.destroy();
    return this.sent(id, to, answer);
  }

  private sent(message_id: string, user_id: string, answer: Answer): undefined {
    const data = { message_id, user_id, sent_time: String(Date.now()) };
    return answer({ data, error: 0, message: 'Success' });
  }
}
