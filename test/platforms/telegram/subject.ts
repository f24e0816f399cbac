/** The Telegram channel on its loopback platform, as its tests use it: one of each, and a customer for every test. */
import type { Channel, OutboundMessage, WebhookRequest } from '../../../channels/channel';
import { createTelegramChannel } from '../../../channels/telegram';
import type { CleanText } from '../../../domain/message';
import { deadAddress } from '../../support/loopback';
import { type Customer, type PlatformChat, startTelegramPlatform, type TelegramPlatform } from '.';

export interface Subject {
  platform: TelegramPlatform;
  channel: Channel;
  /** The same account where nobody listens. */
  unreachable: Channel;
  customer: Customer;
  /** The customer's chat with the bot. */
  to: OutboundMessage['to'];
}

export const signal = new AbortController().signal;
export const addressOf = ({ chat }: PlatformChat) => String(chat.id);

/** Call inside a `describe`: fills the subject before each test, and holds every test to Telegram's parameters. */
export function telegramSubject(): Subject {
  const subject = {} as Subject;
  beforeAll(async () => {
    subject.platform = await startTelegramPlatform();
    const { token, secret, baseUrl } = subject.platform;
    subject.channel = createTelegramChannel({ account: 'main', token, secret, baseUrl });
    subject.unreachable = createTelegramChannel({ account: 'main', token, secret, baseUrl: await deadAddress() });
  });
  afterAll(() => subject.platform.close());
  beforeEach(() => {
    subject.platform.misbehave = null;
    subject.platform.state.webhook = null;
    subject.customer = subject.platform.customer();
    subject.to = { address: String(subject.customer.user.id) };
  });
  afterEach(() => {
    expect(subject.platform.oddities).toEqual([]);
  });
  return subject;
}

export function webhook({ platform }: Subject, body: unknown, headers: Record<string, string> = {}): WebhookRequest {
  return {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': platform.secret, ...headers },
    query: {},
    body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)),
    receivedAt: new Date(),
  };
}

export function outbound(
  to: OutboundMessage['to'],
  text: string,
  more: Partial<OutboundMessage> = {},
): OutboundMessage {
  return { to, text: text as CleanText, outboxKey: 'key', author: 'ai', ...more };
}

/** How it failed, as a log would show it. */
export const failureOf = (act: Promise<unknown> | undefined): Promise<string> =>
  Promise.resolve(act).then(
    () => 'nothing went wrong',
    (error: Error) => `${error.name}: ${error.message}`,
  );
