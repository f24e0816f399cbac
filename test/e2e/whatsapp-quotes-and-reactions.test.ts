/** What customers on WhatsApp put emojis to and quote: what the AI reads of it, and when a person is called. */
import { setTimeout as pause } from 'node:timers/promises';
import { createWhatsAppChannel } from '../../channels/whatsapp';
import { APP_SECRET, TOKEN, VERIFY_TOKEN } from '../platforms/meta';
import { PHONE_NUMBER_ID, startWhatsAppPlatform, type WhatsAppPlatform, wamid } from '../platforms/whatsapp';
import { begunBy } from '../support/first-words';
import { type OpenAiServer, startOpenAiServer } from '../support/openai-server';
import { startStack, type TestStack } from '../support/stack';
import { until } from '../support/until';

const TEAM = '84999999998';
let platform: WhatsAppPlatform;
let model: OpenAiServer;
let stack: TestStack;
beforeAll(async () => {
  platform = await startWhatsAppPlatform();
  model = await startOpenAiServer();
  const channel = createWhatsAppChannel({
    ...{ account: 'main', phoneNumberId: PHONE_NUMBER_ID, token: TOKEN, appSecret: APP_SECRET },
    ...{ verifyToken: VERIFY_TOKEN, baseUrl: platform.url },
  });
  // The pace that Meta asks for would make every test wait.
  const { limits: _, ...unhurried } = channel;
  stack = await startStack({
    model: { name: 'openai:loopback', openai: { apiKey: 'loopback', baseUrl: model.url } },
    channels: [unhurried],
    business: (business) => ({
      ...business,
      handoff: { ...business.handoff, confidence: 0.1 },
      operators: [{ channel: 'whatsapp', account: 'main', id: TEAM, name: 'Mai' }],
      places: [{ channel: 'whatsapp', account: 'main', chat: TEAM }],
    }),
  });
  platform.webhookUrl = `${stack.url}/v1/channels/whatsapp/main/webhook`;
}, 120_000);
afterAll(async () => {
  await stack?.close();
  await model?.close();
  await platform?.close();
});

let customers = 0;
const newCustomer = () => ({ wa_id: `849013${String(process.pid).padStart(7, '0')}${++customers}` });
type Customer = ReturnType<typeof newCustomer>;
const sentTo = ({ wa_id }: Customer) => platform.delivered.filter(({ to }) => to === wa_id);
const reacts = (customer: Customer, message_id: string | undefined, emoji?: string) =>
  platform.customer(customer, { type: 'reaction', reaction: { message_id, ...(emoji !== undefined && { emoji }) } });

async function answeredTwice() {
  const customer = newCustomer();
  const talk = await begunBy(stack, 'whatsapp', () => platform.says(customer, 'What time is check-in?'));
  await talk.replies(1);
  await platform.says(customer, 'What time is breakfast?');
  await talk.replies(2);
  const [first, second] = sentTo(customer);
  return { customer, talk, first, second };
}

describe('an emoji on WhatsApp', () => {
  it('calls a person when two answers in a row were disliked', async () => {
    const { customer, talk, first, second } = await answeredTwice();
    await reacts(customer, first?.id, '👎🏽');
    await talk.until('the first emoji', (rows) => rows.some(({ text }) => text === '[reaction: 👎🏽]'));
    await pause(500);
    expect((await talk.conversation()).mode).toBe('ai');
    const asked = model.requests.length;
    await reacts(customer, second?.id, '👎');
    await talk.mode('waiting');
    const [reason] = (await talk.conversation()).handoff?.reasons ?? [];
    expect(reason?.reason).toBe('repeated_dissatisfaction');
    expect(model.requests).toHaveLength(asked);
    await until('the brief', () =>
      platform.delivered.some(({ to, text }) => to === TEAM && text.includes('Customer (to 4): [reaction: 👎]')),
    );
  });

  it('adds to a word of displeasure', async () => {
    const { customer, talk, second } = await answeredTwice();
    await reacts(customer, second?.id, '😡');
    await talk.until('the emoji', (rows) => rows.some(({ text }) => text === '[reaction: 😡]'));
    await platform.says(customer, 'This is useless, that is not what I asked');
    await talk.mode('waiting');
    expect((await talk.conversation()).handoff?.reasons[0]?.reason).toBe('repeated_dissatisfaction');
  });

  it('that pleases, is taken back, comes twice or from the past changes nothing', async () => {
    const { customer, talk, first, second } = await answeredTwice();
    const asked = model.requests.length;
    await reacts(customer, first?.id, '👍');
    await reacts(customer, first?.id, '');
    await reacts(customer, second?.id);
    const id = wamid();
    const reaction = { message_id: second?.id, emoji: '👎' };
    for (let times = 0; times < 2; times += 1) await platform.customer(customer, { id, type: 'reaction', reaction });
    const from = { from: customer.wa_id, timestamp: '1763800000', type: 'reaction' };
    const past = { ...from, id: wamid(), reaction: { message_id: first?.id, emoji: '👎' } };
    const threads = [{ id: customer.wa_id, messages: [past] }];
    await platform.post({ history: [{ metadata: { phase: 0, chunk_order: 1, progress: 100 }, threads }] }, 'history');
    await talk.until('both emojis', (rows) => rows.filter(({ text }) => text.startsWith('[reaction')).length === 2);
    await pause(700);
    expect((await talk.conversation()).mode).toBe('ai');
    expect(await talk.texts('customer')).toHaveLength(4);
    expect(model.requests).toHaveLength(asked);
    expect(sentTo(customer)).toHaveLength(2);
  });

  it("of an operator under a brief is no word of his, and no customer's", async () => {
    const customer = newCustomer();
    const words = `Let me talk to a human please, I am customer ${customer.wa_id.replace(/\d/g, 'x')}`;
    const talk = await begunBy(stack, 'whatsapp', () => platform.says(customer, words));
    await talk.mode('waiting');
    const brief = await until('the brief', () =>
      platform.delivered.find(({ to, text }) => to === TEAM && text.includes(words)),
    );
    await until('the acknowledgement', () => sentTo(customer).length === 1);
    const before = platform.delivered.length;
    await reacts({ wa_id: TEAM }, brief.id, '👎');
    await pause(500);
    expect((await talk.conversation()).mode).toBe('waiting');
    expect(platform.delivered).toHaveLength(before);
  });
});

describe('a quote on WhatsApp', () => {
  it('is read by the model as words that others wrote, apart from the question', async () => {
    const { customer, talk, first } = await answeredTwice();
    const context = { from: '15550783881', id: first?.id };
    await platform.customer(customer, { type: 'text', text: { body: 'Is that also so on Sundays?' }, context });
    await talk.replies(3);
    const prompt = String(model.requests.at(-1)?.messages.at(-1)?.content);
    const [, quoted] = /<quoted-by-customer-(?:\w+)>\n(.*)\n<\/quoted-by-customer-/.exec(prompt) ?? [];
    expect(quoted).toMatch(/^ai: /);
    expect(first?.text.replace(/\s+/g, ' ')).toContain(quoted?.slice('ai: '.length).replace(/…$/, ''));
    const [, question] = /<customer-message-(?:\w+)>\n([^<]*)\n/.exec(prompt) ?? [];
    expect(question).toBe('Is that also so on Sundays?');
  });

  it('of a message that nobody here knows is none', async () => {
    const { customer, talk } = await answeredTwice();
    const context = { from: '15550783881', id: 'wamid.unheard-of' };
    await platform.customer(customer, { type: 'text', text: { body: 'What time is check-out?' }, context });
    await talk.replies(3);
    expect(String(model.requests.at(-1)?.messages.at(-1)?.content)).not.toContain('quoted-by-customer');
  });
});

describe("an operator's answer to a certain message", () => {
  it('is shown to the customer beneath that message, and an answer to the brief beneath none', async () => {
    const customer = newCustomer();
    const name = customer.wa_id.replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
    const talk = await begunBy(stack, 'whatsapp', () =>
      platform.says(customer, `Let me talk to a human, I am ${name}`),
    );
    await talk.mode('waiting');
    const atTeam = (words: string) =>
      until(words, () => platform.delivered.find(({ to, text }) => to === TEAM && text.includes(words)));
    // Nobody quotes a message before its own send has returned.
    const recorded = ({ id: messageId }: { id: string }) =>
      stack.store.outbox.findByProviderId({ channel: 'whatsapp', account: 'main', messageId });
    const answering = async (message: { id: string }, body: string) => {
      await until('that its send is on record', () => recorded(message));
      const context = { from: '15550783881', id: message.id };
      await platform.customer({ wa_id: TEAM }, { type: 'text', text: { body }, context });
      return until(body, () => sentTo(customer).find(({ text }) => text === body));
    };
    expect(await answering(await atTeam(name), 'Mai here')).not.toHaveProperty('answers');
    const asked = wamid(customer.wa_id);
    await platform.says(customer, `Is the pool heated? ${name}`, asked);
    const forward = await atTeam(`Is the pool heated? ${name}`);
    expect(await answering(forward, 'Yes, it is')).toMatchObject({ answers: asked });
    const rows = await talk.messages();
    const question = rows.find(({ text }) => text.startsWith('Is the pool heated?'));
    expect(rows.find(({ text }) => text === 'Yes, it is')).toMatchObject({ quotes: { seq: question?.seq } });
  });
});
