/**
 * A Zalo official account from its webhook to its API and back, on the loopback platform: a customer and the AI, a
 * colleague in OA Manager, our own echoes, windows, and an access token that the real keeper renews.
 */

import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createZaloChannel } from '../../channels/zalo';
import { createPayloadCodec } from '../../store/payload-codec';
import { createTokenKeepers, type TokenKeepers } from '../../worker/access-tokens';
import { ZaloPlatform } from '../platforms/zalo';
import { begunBy, conversationIds } from '../support/first-words';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server';
import { startStack, type TestStack } from '../support/stack';
import type { Talk } from '../support/talk';
import { until } from '../support/until';

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
    model: model.settings,
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

const GRACE_MS = 3_500;

/** A customer's first message, and the conversation it began. */
async function begin(text: string): Promise<{ customer: string; talk: Talk }> {
  const customer = `24684588${randomInt(1e9, 1e10 - 1)}`;
  return { customer, talk: await begunBy(stack, 'zalo', () => platform.customer(customer, text)) };
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
    await until('the end of its send', () => stack.store.outbox.findByProviderId(where));
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
    const before = await conversationIds(stack, 'zalo');
    const body = JSON.stringify({ app_id: platform.appId, event_name: 'user_send_text', timestamp: `${Date.now()}` });
    const headers = { 'x-zevent-signature': `mac=${'0'.repeat(64)}` };
    expect((await fetch(platform.webhookUrl, { method: 'POST', headers, body })).status).toBe(401);
    expect(await conversationIds(stack, 'zalo')).toEqual(before);
  });
});
