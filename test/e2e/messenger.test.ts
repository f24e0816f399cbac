/** Messenger: everything the page says comes back as an echo, and only a person's echo takes the conversation. */
import { setTimeout as pause } from 'node:timers/promises';
import { createMessengerChannel } from '../../channels/messenger';
import { APP_ID, type MessengerPlatform, PAGE_ID, startMessengerPlatform } from '../platforms/messenger';
import { APP_SECRET, postWebhook, TOKEN, VERIFY_TOKEN } from '../platforms/meta';
import { begunBy } from '../support/first-words';
import { startStack, type TestStack } from '../support/stack';

let platform: MessengerPlatform;
let stack: TestStack;
beforeAll(async () => {
  platform = await startMessengerPlatform();
  const channel = createMessengerChannel({
    ...{ account: 'main', appId: APP_ID, token: TOKEN, appSecret: APP_SECRET },
    ...{ verifyToken: VERIFY_TOKEN, baseUrl: platform.url },
  });
  stack = await startStack({
    channels: [channel],
    // What the AI answers is tested elsewhere; here it is to answer.
    business: (business) => ({ ...business, handoff: { ...business.handoff, confidence: 0.1 } }),
  });
  platform.webhookUrl = `${stack.url}/v1/channels/messenger/main/webhook`;
}, 120_000);
afterAll(async () => {
  await stack?.close();
  await platform?.close();
});
beforeEach(() => {
  platform.misbehave = null;
  platform.reports = false;
});

const received = (psid: string) => platform.delivered.filter(({ to }) => to === psid).map(({ text }) => text);
let customers = 0;
const newCustomer = () => `${process.pid}00${++customers}`;

const begin = (psid: string, text: string) => begunBy(stack, 'messenger', () => platform.says(psid, text));

describe('Messenger', () => {
  it('answers, is echoed, and stays the one who answers', async () => {
    platform.reports = true;
    const psid = newCustomer();
    const talk = await begin(psid, 'What time is check-in?');
    await talk.until('delivered', (rows) =>
      rows.some(({ author, delivery }) => author === 'ai' && delivery === 'delivered'),
    );
    await pause(3_300);
    expect((await talk.conversation()).mode).toBe('ai');
    expect(received(psid)).toHaveLength(1);
  });

  it('knows its own echo also before the send returned', async () => {
    platform.misbehave = 'echo before answering';
    const psid = newCustomer();
    const talk = await begin(psid, 'What time is check-in?');
    await talk.replies(1);
    await pause(3_600);
    expect((await talk.conversation()).mode).toBe('ai');
    expect(await talk.texts('operator')).toEqual([]);
  });

  it('takes a send whose answer was lost for delivered once its echo comes', async () => {
    platform.misbehave = 'hang up after delivering';
    const psid = newCustomer();
    const talk = await begin(psid, 'What time is check-in?');
    await talk.until('sent', (rows) => rows.some(({ author, delivery }) => author === 'ai' && delivery === 'sent'));
    expect(received(psid)).toHaveLength(1);
  });

  it('loses no receipt that comes before the send is answered', async () => {
    platform.misbehave = 'report before answering';
    const psid = newCustomer();
    const talk = await begin(psid, 'What time is check-in?');
    await talk.until('delivered', (rows) => rows.some((row) => row.author === 'ai' && row.delivery === 'delivered'));
    expect(platform.reported.at(-1)).toBe(platform.delivered.at(-1)?.id);
    expect(platform.answered.at(-1)).toBe(platform.reported.at(-1));
  });

  it('loses no receipt of a send whose answer was lost', async () => {
    platform.misbehave = 'report, then hang up';
    const psid = newCustomer();
    const talk = await begin(psid, 'What time is check-in?');
    await talk.until('delivered', (rows) => rows.some((row) => row.author === 'ai' && row.delivery === 'delivered'));
    expect(platform.answered).not.toContain(platform.reported.at(-1));
    expect(received(psid)).toHaveLength(1);
  });

  it("shows receipts that come early also for a person's words and for the acknowledgement", async () => {
    const psid = newCustomer();
    const talk = await begin(psid, 'What time is check-in?');
    await talk.replies(1);
    platform.misbehave = 'report before answering';
    await platform.says(psid, 'Let me talk to a human');
    const delivered = (author: string) => (rows: { author: string; visibility: string; delivery?: string }[]) =>
      rows.some((row) => row.author === author && row.visibility === 'public' && row.delivery === 'delivered');
    await talk.until('the acknowledgement delivered', delivered('system'));
    platform.misbehave = 'report before answering';
    await talk.operator('Mai here');
    await talk.until('her words delivered', delivered('operator'));
  });

  it("goes silent once a person answers in the page's inbox, with words or with a photo", async () => {
    const psid = newCustomer();
    const talk = await begin(psid, 'What time is check-in?');
    await talk.replies(1);
    const attachments = [{ type: 'image', payload: { url: 'https://scontent.xx.fbcdn.net/x.jpg' } }];
    await platform.typed(psid, '', { attachments });
    await talk.mode('operator');
    await platform.says(psid, 'What time is breakfast?');
    await pause(800);
    expect(await talk.texts('ai')).toHaveLength(1);
  });

  it('does not take another app that answers for a person', async () => {
    const psid = newCustomer();
    const talk = await begin(psid, 'What time is check-in?');
    await talk.replies(1);
    await platform.typed(psid, 'I am another bot', { app_id: 999 });
    await pause(3_500);
    expect((await talk.conversation()).mode).toBe('ai');
  });

  it('hears the customer also while another app has the thread', async () => {
    const psid = newCustomer();
    const talk = await begin(psid, 'What time is check-in?');
    await talk.replies(1);
    await platform.typed(psid, 'Mai here');
    await talk.mode('operator');
    const event = { sender: { id: psid }, recipient: { id: PAGE_ID }, timestamp: Date.now() };
    const said = { ...event, message: { mid: 'm_standby', text: 'Thank you, Mai' } };
    const entry = [{ id: PAGE_ID, time: Date.now(), standby: [said] }];
    expect(await postWebhook(platform.webhookUrl, { object: 'page', entry })).toBe(200);
    await talk.until('the message', (rows) => rows.some(({ text }) => text === 'Thank you, Mai'));
  });
});
