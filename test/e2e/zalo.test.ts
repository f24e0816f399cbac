/**
 * A Zalo official account from its webhook to its API and back, on the loopback platform: a customer and the AI, a
 * colleague in OA Manager, our own echoes, windows, and an access token that the real keeper renews.
 */
import { randomInt } from 'node:crypto';
import { createZaloChannel } from '../../channels/zalo';
import { createPayloadCodec } from '../../store/payload-codec';
import { createTokenKeepers, type TokenKeepers } from '../../worker/access-tokens';
import { ZaloPlatform } from '../platforms/zalo';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server';
import { startStack, type TestStack } from '../support/stack';
import { Talk } from '../support/talk';

/** A colleague who is called in her own chat with the account. */
const LAN = '7700000000000000001';
let platform: ZaloPlatform;
let stack: TestStack;
let model: OpenAiServer;
let keepers: TokenKeepers;
beforeAll(async () => {
  platform = await new ZaloPlatform().start();
  const { appId, oaSecret, baseUrl } = platform;
  const tokens: TokenKeepers['tokens'] = {
    current: (account) => keepers.tokens.current(account),
    renew: (account, stale) => keepers.tokens.renew(account, stale),
  };
  const zalo = {
    ...{ account: 'main', appId, baseUrl, oauthUrl: baseUrl },
    ...{ oaSecretEnv: 'OA_SECRET', appSecretEnv: 'APP_SECRET', refreshTokenEnv: 'REFRESH_TOKEN' },
  };
  model = await startOpenAiServer();
  stack = await startStack({
    model: { name: 'openai:loopback', openai: { apiKey: 'loopback', baseUrl: model.url } },
    channels: [createZaloChannel({ account: 'main', appId, oaSecret, baseUrl, accessTokens: tokens })],
    business: (business) => ({
      ...business,
      channels: { ...business.channels, zalo: [zalo] },
      operators: [{ channel: 'zalo', account: 'main', id: LAN, name: 'Lan' }],
      places: [{ channel: 'zalo', account: 'main', chat: LAN }],
    }),
    env: { APP_SECRET: platform.appSecret, REFRESH_TOKEN: platform.authorise() },
  });
  keepers = createTokenKeepers({
    ...{ temporal: stack.config.temporal, store: stack.store, business: stack.business, secret: stack.config.secret },
    payloadCodec: createPayloadCodec(stack.store.payloadKeys),
  });
  await keepers.start();
  platform.webhookUrl = `${stack.url}/v1/channels/zalo/main/webhook`;
}, 120_000);
afterAll(async () => {
  await keepers?.close();
  await stack?.close();
  await model?.close();
  await platform?.close();
});
beforeEach(() => {
  platform.misbehave = null;
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const GRACE_MS = 3_500;

async function conversationIds(): Promise<string[]> {
  const headers = { authorization: `Bearer ${stack.keys.viewer}` };
  const response = await fetch(`${stack.url}/v1/conversations?channel=zalo&limit=100`, { headers });
  const { conversations } = (await response.json()) as { conversations: { conversationId: string }[] };
  return conversations.map(({ conversationId }) => conversationId);
}

async function until<T>(what: string, look: () => T | undefined | false): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(50)) {
    const found = look();
    if (found) return found;
  }
  throw new Error(`not within 20 s: ${what}`);
}

/** A customer's first message, and the conversation it began. */
async function begin(text: string): Promise<{ customer: string; talk: Talk }> {
  const customer = `24684588${randomInt(1e9, 1e10 - 1)}`;
  const before = new Set(await conversationIds());
  expect(await platform.customer(customer, text)).toBe(200);
  for (;;) {
    const id = (await conversationIds()).find((each) => !before.has(each));
    if (id) return { customer, talk: new Talk(stack.url, stack.keys, id) };
    await pause(20);
  }
}

describe('a Zalo official account', () => {
  it('answers a customer, once, and shows what became of the answer', async () => {
    const { customer, talk } = await begin('What time is check-in?');
    await talk.until('a delivery', (messages) => messages.some(({ delivery }) => delivery === 'sent'));
    expect(platform.texts(customer)).toEqual(await talk.texts('ai'));
    const [answer] = platform.delivered.filter(({ to }) => to === customer);
    const ids = { sender: { id: platform.oaId }, recipient: { id: customer } };
    await platform.event('user_seen_message', { ...ids, message: { msg_ids: [answer?.id] } });
    await platform.event('user_received_message', { ...ids, message: { msg_id: answer?.id } });
    await talk.until('that it was read', (messages) => messages.some(({ delivery }) => delivery === 'read'));
    await pause(GRACE_MS);
    expect((await talk.conversation()).mode).toBe('ai');
  });

  it('takes no echo of its own for a person, even one that overtakes the answer to the send', async () => {
    platform.misbehave = 'echo before answer';
    const { customer, talk } = await begin('What time is check-in?');
    await talk.replies(1);
    await pause(GRACE_MS);
    expect((await talk.conversation()).mode).toBe('ai');
    await platform.customer(customer, 'What time is breakfast?');
    await talk.replies(2);
    expect(platform.texts(customer)).toHaveLength(2);
    expect(await talk.texts('operator')).toEqual([]);
  });

  it('shows that a message was read although that was told before the send was answered', async () => {
    platform.misbehave = 'receipt before answer';
    const { customer, talk } = await begin('What time is check-in?');
    await talk.until('that it was read', (messages) => messages.some(({ delivery }) => delivery === 'read'));
    await pause(GRACE_MS);
    expect((await talk.conversation()).mode).toBe('ai');
    expect(platform.texts(customer)).toHaveLength(1);
  });

  it('knows by its echo that an answer arrived whose request was never answered', async () => {
    platform.misbehave = 'hang up after delivering';
    const { customer, talk } = await begin('What time is check-in?');
    await talk.until('a proven delivery', (messages) => messages.some(({ delivery }) => delivery === 'sent'));
    await pause(GRACE_MS);
    expect((await talk.conversation()).mode).toBe('ai');
    expect(platform.texts(customer)).toHaveLength(1);
  });

  it('falls silent when a colleague answers in OA Manager', async () => {
    const { customer, talk } = await begin('What time is check-in?');
    await talk.replies(1);
    await platform.colleague(customer, 'Hello, this is Lan. Come any time.');
    await talk.mode('operator');
    await platform.customer(customer, 'What time is breakfast?');
    await pause(1_000);
    expect(await talk.texts('ai')).toHaveLength(1);
    expect(await talk.texts('operator')).toEqual(['Hello, this is Lan. Come any time.']);
    expect(platform.texts(customer)).toHaveLength(1);
  });

  it('counts a colleague’s picture as taking over, and somebody else’s template as nothing', async () => {
    const { customer, talk } = await begin('What time is check-in?');
    await talk.replies(1);
    const sides = { sender: { id: platform.oaId }, recipient: { id: customer } };
    await platform.event('oa_send_template', { ...sides, message: { msg_id: platform.messageId() } });
    await platform.event('user_reacted_message', { ...sides, message: { msg_id: 'x', react_icon: '/-strong' } });
    await pause(GRACE_MS);
    expect((await talk.conversation()).mode).toBe('ai');
    const attachments = [{ type: 'image', payload: { url: 'https://f21-zpc.zdn.vn/jpg/1.jpg' } }];
    await platform.event('oa_send_image', { ...sides, message: { msg_id: platform.messageId(), attachments } });
    await talk.mode('operator');
  });

  it('delivers what an operator writes on the team page', async () => {
    const { customer, talk } = await begin('Can I speak to a person?');
    await talk.mode('waiting');
    await talk.operator('On my way');
    await until('his words', () => platform.texts(customer).includes('On my way'));
    expect(platform.texts(customer).filter((text) => text === 'On my way')).toHaveLength(1);
  });

  it('calls an operator in a chat of her own, and carries what she answers to a brief', async () => {
    const question = 'Can I speak to a person? It is about the garden wedding.';
    const { customer, talk } = await begin(question);
    await talk.mode('waiting');
    const brief = await until('a brief', () => {
      const words = platform.delivered.filter(({ to, text }) => to === LAN && /^#\w+ /.test(text));
      return words.find(({ text }) => text.includes(question) && text.includes('Reason: The customer asked'));
    });
    // Nobody quotes a message before its own send has returned.
    const where = { channel: 'zalo', account: 'main', messageId: brief.id };
    while (!(await stack.store.outbox.findByProviderId(where))) await pause(20);
    await platform.customer(LAN, 'Hello, Lan here', { quote_msg_id: brief.id });
    await until('her words', () => platform.texts(customer).includes('Hello, Lan here'));
    await platform.customer(LAN, '/done', { quote_msg_id: brief.id });
    await talk.mode('resolved');
    expect(platform.texts(customer).filter((text) => /done/.test(text))).toEqual([]);
  });

  it('renews a token that ended early, and the answer arrives once', async () => {
    const { customer, talk } = await begin('What time is check-in?');
    await talk.replies(1);
    const { refreshCalls } = platform;
    platform.expireAccessTokens();
    await platform.customer(customer, 'What time is breakfast?');
    await talk.until(
      'two deliveries',
      (messages) => messages.filter(({ delivery }) => delivery === 'sent').length === 2,
    );
    expect(platform.texts(customer)).toHaveLength(2);
    expect(platform.refreshCalls).toBe(refreshCalls + 1);
  });

  it('tells the team why, when Zalo’s window is closed', async () => {
    const { customer, talk } = await begin('What time is check-in?');
    await talk.replies(1);
    platform.closed.add(customer);
    await platform.customer(customer, 'What time is breakfast?');
    await talk.until('a word to the team', (messages) =>
      messages.some(({ visibility, text }) => visibility === 'team' && /time is over/.test(text)),
    );
    expect(platform.texts(customer)).toHaveLength(1);
  });

  it('shows among the metrics how long the access lasts', async () => {
    const metrics = await (await fetch(`${stack.url}/metrics`)).text();
    const [, seconds] = /^baton_channel_access_seconds\{channel="zalo",account="main"\} (\d+)$/m.exec(metrics) ?? [];
    expect(Number(seconds)).toBeGreaterThan(80_000);
  });

  it('stores nothing of a forged webhook', async () => {
    const before = await conversationIds();
    const body = JSON.stringify({ app_id: platform.appId, event_name: 'user_send_text', timestamp: `${Date.now()}` });
    const headers = { 'x-zevent-signature': `mac=${'0'.repeat(64)}` };
    expect((await fetch(platform.webhookUrl, { method: 'POST', headers, body })).status).toBe(401);
    expect(await conversationIds()).toEqual(before);
  });
});
