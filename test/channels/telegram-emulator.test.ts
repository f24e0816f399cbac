/**
 * The adapter against a Bot API that nobody here wrote (npm `telegram-test-api`): its own idea of the paths, of the
 * bodies of updates and of the answers to sends.
 */
import TelegramServer from 'telegram-test-api';
import type { Channel, ChannelEvent, WebhookRequest } from '../../channels/channel';
import { createTelegramChannel } from '../../channels/telegram';
import { anyFreePort } from '../../scripts/servers/ports';
import { outbound, signal } from '../platforms/telegram/subject';
import { bodyOf, type Loopback, serveOnLoopback } from '../support/loopback';

const token = '4242:AAemulated-bot_token';
const secret = 'emulated_secret';
let emulator: TelegramServer;
let client: ReturnType<TelegramServer['getClient']>;
let channel: Channel;
let receiver: Loopback;
let next: Promise<Buffer>;
let arrived: (update: Buffer) => void;

beforeAll(async () => {
  const port = await anyFreePort();
  emulator = new TelegramServer({ port, host: '127.0.0.1' });
  await emulator.start();
  client = emulator.getClient(token, { userId: 7001, chatId: 7001, firstName: 'An' });
  channel = createTelegramChannel({ account: 'main', token, secret, baseUrl: `http://127.0.0.1:${port}` });
  receiver = await serveOnLoopback(async (request, response) => {
    arrived(await bodyOf(request));
    response.writeHead(200).end();
  });
  await channel.setUp?.({ webhookUrl: receiver.url, chats: [] }, signal);
});
afterAll(async () => {
  await emulator.stop();
  await receiver.close();
});
beforeEach(() => {
  next = new Promise((resolve) => {
    arrived = resolve;
  });
});

/** The emulator answers its client before it delivers the update. */
const request = async (headers: Record<string, string> = {}): Promise<WebhookRequest> => ({
  ...{ method: 'POST', headers, query: {}, receivedAt: new Date() },
  body: await next,
});
const events = async () => channel.parse(await request()) as ChannelEvent[];
const to = { address: '7001' };

describe('the Telegram channel on an emulator of others', () => {
  it('sets its webhook there and reads what a customer writes', async () => {
    await client.sendMessage(client.makeMessage('Is breakfast included?'));
    expect(await events()).toEqual([
      {
        ...{ kind: 'message', author: 'customer', address: '7001', revision: 0 },
        messageId: expect.stringMatching(/^7001:\d+$/),
        content: { text: 'Is breakfast included?', from: { id: '7001', name: 'An' }, sentAt: expect.any(String) },
      },
    ]);
  });

  it('does not believe its webhooks: it leaves the secret token out', async () => {
    await client.sendMessage(client.makeMessage('hello'));
    expect(channel.verify(await request())).toEqual(expect.any(String));
    expect(channel.verify(await request({ 'x-telegram-bot-api-secret-token': secret }))).toBe(true);
  });

  it('reads a command of a customer as text', async () => {
    await client.sendCommand(client.makeCommand('/start now'));
    expect(await events()).toMatchObject([{ author: 'customer', content: { text: '/start now' } }]);
  });

  it('sends a text that arrives as it is, named by the id that the emulator gave', async () => {
    const sent = await channel.send(outbound(to, 'Xin chào 👋🏽 *as it is* <b>too</b>'), signal);
    expect(sent).toEqual({ state: 'sent', providerMessageId: expect.stringMatching(/^7001:\d+$/) });
    const { result } = await client.getUpdates();
    expect(result).toMatchObject([{ message: { text: 'Xin chào 👋🏽 *as it is* <b>too</b>', chat_id: 7001 } }]);
  });

  it('offers buttons, and reads a press as the command', async () => {
    await channel.send(outbound(to, 'An waits', { buttons: ['take', 'done'] }), signal);
    const { result } = await client.getUpdates();
    const [{ message }] = result as unknown as [{ message: { reply_markup: { inline_keyboard: object[][] } } }];
    const button = message.reply_markup.inline_keyboard[0]?.[1] as { callback_data: string };
    const pressed = { message: { message_id: 12 } } as object;
    await client.sendCallback(client.makeCallbackQuery(button.callback_data, pressed));
    expect(await events()).toMatchObject([{ kind: 'message', replyTo: '7001:12', content: { text: '/done' } }]);
    expect(channel.acknowledge?.(await request())).toEqual({
      method: 'answerCallbackQuery',
      callback_query_id: expect.any(String),
    });
  });

  it('minds a method that the emulator does not have no more than it must', async () => {
    await expect(channel.typing?.(to, signal)).resolves.toBeUndefined();
    await expect(channel.place?.openThread({ chat: '-100', title: 'An' }, signal)).rejects.toThrow(/createForumTopic/);
  });
});
