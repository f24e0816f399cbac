/** WhatsApp from the customer's phone to the operator's and back, on a platform that speaks the Cloud API. */
import { setTimeout as pause } from 'node:timers/promises';
import { createWhatsAppChannel } from '../../channels/whatsapp';
import { APP_SECRET, TOKEN, VERIFY_TOKEN } from '../platforms/meta';
import { PHONE_NUMBER_ID, startWhatsAppPlatform, type WhatsAppPlatform, wamid } from '../platforms/whatsapp';
import { begunBy } from '../support/first-words';
import { startStack, type TestStack } from '../support/stack';
import { until } from '../support/until';

const GREETING = 'Thanks for your message! We will be with you soon.';
const TEAM = '84999999999';

/** Customers who wrote too long ago, as far as Baton can tell. */
const closed = new Set<string>();
let platform: WhatsAppPlatform;
let stack: TestStack;
beforeAll(async () => {
  platform = await startWhatsAppPlatform();
  const channel = createWhatsAppChannel({
    ...{ account: 'main', phoneNumberId: PHONE_NUMBER_ID, token: TOKEN, appSecret: APP_SECRET },
    ...{ verifyToken: VERIFY_TOKEN, baseUrl: platform.url, automaticReplies: [GREETING] },
  });
  // The pace that Meta asks for would make every test wait; what keeps it is tested with the store.
  const { limits: _, ...unhurried } = channel;
  const windowMs = (_author: unknown, address: string) => (closed.has(address) ? 0 : 86_400_000);
  stack = await startStack({
    channels: [{ ...unhurried, windowMs }],
    business: (business) => ({
      ...business,
      // What the AI answers is tested elsewhere; here it is to answer.
      handoff: { ...business.handoff, confidence: 0.1 },
      operators: [{ channel: 'whatsapp', account: 'main', id: TEAM, name: 'Mai' }],
      places: [...business.places, { channel: 'whatsapp', account: 'main', chat: TEAM }],
    }),
  });
  platform.webhookUrl = `${stack.url}/v1/channels/whatsapp/main/webhook`;
}, 120_000);
afterAll(async () => {
  await stack?.close();
  await platform?.close();
});
beforeEach(() => {
  platform.misbehave = null;
  platform.statuses = [];
  platform.handsBack = true;
});

const received = (...addresses: string[]) =>
  platform.delivered.filter(({ to }) => addresses.includes(to)).map(({ text }) => text);
let customers = 0;
const newCustomer = () => {
  customers += 1;
  return {
    wa_id: `849012${String(process.pid).padStart(7, '0')}${customers}`,
    user_id: `VN.${process.pid}${customers}`,
  };
};

const begins = (say: () => Promise<number>) => begunBy(stack, 'whatsapp', say);

describe('WhatsApp', () => {
  it('answers a customer, and shows how far the answer came', async () => {
    platform.statuses = ['read', 'delivered', 'sent'];
    const customer = newCustomer();
    const talk = await begins(() => platform.says(customer, 'What time is check-in?'));
    await talk.until('the answer was read', (rows) =>
      rows.some(({ author, delivery }) => author === 'ai' && delivery === 'read'),
    );
    expect(received(customer.wa_id)).toHaveLength(1);
    await pause(300);
    expect((await talk.conversation()).mode).toBe('ai');
  });

  it('shows nobody the number that stands in a message id', async () => {
    const customer = newCustomer();
    const id = wamid(customer.wa_id);
    const talk = await begins(() => platform.says(customer, 'What time is breakfast?', id));
    const rows = await talk.replies(1);
    expect(JSON.stringify(rows)).not.toContain(id);
    expect(rows[0]?.messageId).toMatch(/^[\w-]{22}$/);
    expect(stack.logs.join('\n')).not.toContain(customer.wa_id);
  });

  it('settles a send whose answer was lost by the status that follows', async () => {
    platform.misbehave = 'hang up after delivering';
    platform.statuses = ['delivered'];
    const customer = newCustomer();
    const talk = await begins(() => platform.says(customer, 'What time is check-in?'));
    await talk.until('the delivery is certain', (rows) =>
      rows.some(({ author, delivery }) => author === 'ai' && delivery === 'delivered'),
    );
    expect(received(customer.wa_id)).toHaveLength(1);
  });

  it('does not take a status that overtakes our own answer for a person', async () => {
    platform.misbehave = 'answer late';
    platform.statuses = ['sent', 'delivered'];
    const customer = newCustomer();
    const talk = await begins(() => platform.says(customer, 'What time is check-in?'));
    await talk.until('delivered', (rows) =>
      rows.some(({ author, delivery }) => author === 'ai' && delivery === 'delivered'),
    );
    await pause(3_300);
    expect((await talk.conversation()).mode).toBe('ai');
    expect(received(customer.wa_id)).toHaveLength(1);
  });

  it.each([
    ['before the send was answered, without our key', 'answer late', false],
    ['before the send was answered, with our key', 'answer late', true],
    ['after the answer was lost, with our key', 'hang up after delivering', true],
    ['after the send was answered', null, false],
  ] as const)('tells the team once, with the reason, of a message that failed %s', async (_, misbehave, handsBack) => {
    Object.assign(platform, { misbehave, handsBack, statuses: ['failed'] });
    const customer = newCustomer();
    const talk = await begins(() => platform.says(customer, 'What time is check-in?'));
    const told = /^Not delivered to the customer: The customer can not be reached on WhatsApp/;
    await talk.until('the team was told', (rows) => rows.some(({ text }) => told.test(text)));
    await talk.until('it is shown as failed', (rows) =>
      rows.some(({ author, delivery }) => author === 'ai' && delivery === 'failed'),
    );
    await pause(1_200);
    expect((await talk.messages()).filter(({ text }) => told.test(text))).toHaveLength(1);
  });

  it('goes silent once a person answers in the WhatsApp Business app', async () => {
    const customer = newCustomer();
    const talk = await begins(() => platform.says(customer, 'What time is check-in?'));
    await talk.replies(1);
    await platform.typed({ wa_id: customer.wa_id }, 'Hi, this is the owner. Come any time.');
    await talk.mode('operator');
    await platform.says(customer, 'What time is breakfast?');
    await pause(800);
    expect(await talk.texts('ai')).toHaveLength(1);
    expect(await talk.texts('operator')).toEqual(['Hi, this is the owner. Come any time.']);
    expect(received(customer.wa_id)).toHaveLength(1);
  });

  it("takes neither the app's greeting nor Meta's own agent for a person", async () => {
    const customer = newCustomer();
    const talk = await begins(() => platform.says(customer, 'What time is check-in?'));
    await talk.replies(1);
    await platform.typed({ wa_id: customer.wa_id }, GREETING);
    const echo = { from: '1555', to: customer.wa_id, id: wamid(), timestamp: '1763800000', type: 'text' };
    await platform.post(
      { standby: { message_echoes: [{ ...echo, text: { body: 'I am the assistant' } }] } },
      'standby',
    );
    await pause(3_600);
    expect((await talk.conversation()).mode).toBe('ai');
    expect(await talk.texts('operator')).toEqual([]);
  });

  it('reads a message that came unreadable at first, in the same row, and answers it once', async () => {
    const customer = newCustomer();
    const id = wamid(customer.wa_id);
    const errors = [{ code: 131060, title: 'This message is currently unavailable.' }];
    const talk = await begins(() => platform.customer(customer, { id, type: 'unsupported', errors }));
    await talk.until('the placeholder', (rows) => rows.some(({ author }) => author === 'customer'));
    await platform.says(customer, 'What time is check-in?', id);
    await talk.replies(1);
    await pause(2_500);
    expect(await talk.texts('customer')).toEqual(['What time is check-in?']);
    expect(await talk.texts('ai')).toHaveLength(1);
    expect((await talk.conversation()).mode).toBe('ai');
    expect(received(customer.wa_id)).toHaveLength(1);
  });

  it('finds a wish for a person in the readable version', async () => {
    const customer = newCustomer();
    const id = wamid(customer.wa_id);
    const talk = await begins(() => platform.customer(customer, { id, type: 'unsupported' }));
    await talk.until('the placeholder', (rows) => rows.some(({ author }) => author === 'customer'));
    await platform.says(customer, 'I want to talk to a real person please', id);
    await talk.mode('waiting');
    const { handoff } = await talk.conversation();
    expect(handoff?.reasons.map(({ reason }) => reason)).toContain('explicit_request');
  });

  it('keeps the readable version when the unreadable one is late', async () => {
    const customer = newCustomer();
    const id = wamid(customer.wa_id);
    const talk = await begins(() => platform.says(customer, 'What time is check-in?', id));
    await talk.replies(1);
    await platform.customer(customer, { id, type: 'unsupported' });
    await pause(600);
    expect(await talk.texts('customer')).toEqual(['What time is check-in?']);
    expect(await talk.texts('ai')).toHaveLength(1);
  });

  it('knows a customer by any of his names, and writes to the one he used last', async () => {
    const customer = newCustomer();
    const talk = await begins(() => platform.says(customer, 'What time is check-in?'));
    await talk.replies(1);
    await platform.says({ wa_id: '', user_id: customer.user_id }, 'What time is breakfast?');
    await talk.replies(2);
    expect(received(customer.wa_id)).toHaveLength(1);
    expect(received(customer.user_id)).toHaveLength(1);
    const renamed = `${customer.user_id}9`;
    const system = { type: 'user_changed_user_id', user_id: renamed, previous_user_id: customer.user_id, body: 'x' };
    await platform.post({ messages: [{ id: wamid(), timestamp: '1', type: 'system', from: '', system }] });
    await platform.says({ user_id: renamed }, 'What time is check-out?');
    await talk.replies(3);
    expect(received(renamed)).toHaveLength(1);
    expect((await talk.operator('Hello, Mai here')).status).toBe(202);
    await until('the word of the operator', () => received(renamed).includes('Hello, Mai here'));
  });

  it('edits and takes back what the customer edits and takes back', async () => {
    const customer = newCustomer();
    const id = wamid(customer.wa_id);
    const talk = await begins(() => platform.says(customer, 'What time is breakfats?', id));
    await talk.replies(1);
    const message = { type: 'text', text: { body: 'What time is breakfast?' } };
    await platform.customer(customer, { id: wamid(), type: 'edit', edit: { original_message_id: id, message } });
    await talk.until('the edit', (rows) => rows.some(({ text }) => text === 'What time is breakfast?'));
    await platform.customer(customer, { id: wamid(), type: 'revoke', revoke: { original_message_id: id } });
    await talk.until('the deletion', (rows) => rows.every(({ author, text }) => author !== 'customer' || text === ''));
  });

  it('calls an operator on WhatsApp and relays his reply, whoever he quotes', async () => {
    const customer = newCustomer();
    const talk = await begins(() => platform.says(customer, 'What time is check-in?'));
    await talk.replies(1);
    await platform.says(customer, 'Let me talk to a human, my card is 4111 1111 1111 1111');
    await talk.mode('waiting');
    const briefs = () => platform.delivered.filter(({ to, text }) => to === TEAM && text.includes('[PAYMENT_CARD]'));
    await until('the brief', () => briefs().length > 0);
    expect(received(TEAM).join()).not.toContain('4111');
    const context = { from: '1555', id: briefs()[0]?.id };
    await platform.customer({ wa_id: TEAM }, { type: 'text', text: { body: 'On my way' }, context });
    await talk.mode('operator');
    await until('the reply', () => received(customer.wa_id).includes('On my way'));
    platform.misbehave = 'answer late';
    await platform.says(customer, 'A room with a bath, please');
    const forward = () => platform.delivered.find(({ to, text }) => to === TEAM && text.includes('with a bath'));
    await until('the forward', () => forward() !== undefined);
    const early = { from: '1555', id: forward()?.id };
    await platform.customer({ wa_id: TEAM }, { type: 'text', text: { body: 'A bath it is' }, context: early });
    await until('the answer to a message whose id we do not know yet', () =>
      received(customer.wa_id).includes('A bath it is'),
    );
    await platform.customer({ wa_id: TEAM }, { type: 'text', text: { body: '/done' }, context });
    await talk.mode('resolved');
    expect(received(customer.wa_id)).not.toContain('/done');
  });

  it('tells an operator on WhatsApp what the customer edits and deletes, as answers to the forward', async () => {
    const customer = newCustomer();
    const talk = await begins(() => platform.says(customer, 'Let me talk to a human please'));
    await talk.mode('waiting');
    const id = wamid(customer.wa_id);
    const told = (needle: string) => platform.delivered.find(({ to, text }) => to === TEAM && text.includes(needle));
    await platform.says(customer, 'A room with a balcony', id);
    await until('the forward', () => told('A room with a balcony'));
    const edit = { original_message_id: id, message: { type: 'text', text: { body: 'A room with a terrace' } } };
    await platform.customer(customer, { type: 'edit', edit });
    await until('the edit', () => told('(edited): A room with a terrace'));
    await platform.customer(customer, { type: 'revoke', revoke: { original_message_id: id } });
    await until('the deletion', () => told('deleted the message of'));
    const forward = told('Customer: A room with a balcony')?.id;
    expect(told('(edited): A room with a terrace')?.answers).toBe(forward);
    expect(told('deleted the message of')?.answers).toBe(forward);
    expect((await talk.conversation()).mode).toBe('waiting');
  });

  it('tells the operators why nothing can be sent to somebody who is out of reach', async () => {
    const customer = newCustomer();
    platform.block(customer.wa_id);
    const talk = await begins(() => platform.says(customer, 'What time is check-in?'));
    await talk.until('a word to the team', (rows) =>
      rows.some(
        ({ visibility, text }) => visibility === 'team' && /can not be reached|not delivered|unconfirmed/i.test(text),
      ),
    );
    expect(received(customer.wa_id)).toEqual([]);
  });

  it.each(['Baton knows', 'only WhatsApp knows'])(
    'tells an operator who writes after the window closed, when %s',
    async (who) => {
      const customer = newCustomer();
      const talk = await begins(() => platform.says(customer, 'What time is check-in?'));
      await talk.replies(1);
      if (who === 'Baton knows') closed.add(customer.wa_id);
      else platform.advance(25 * 3_600_000);
      expect((await talk.operator('Are you still there?')).status).toBe(202);
      const rows = await talk.until('a word to the team', (all) =>
        all.some(
          ({ visibility, text }) => visibility === 'team' && /^Not delivered to the customer: .* hours/.test(text),
        ),
      );
      expect(rows.find(({ text }) => text === 'Are you still there?')?.delivery).toBe('failed');
      expect(received(customer.wa_id)).toHaveLength(1);
    },
  );

  it('is set up by its own call: Meta asks for the challenge and gets it', async () => {
    const channel = createWhatsAppChannel({
      ...{ account: 'main', phoneNumberId: PHONE_NUMBER_ID, token: TOKEN, appSecret: APP_SECRET },
      ...{ verifyToken: VERIFY_TOKEN, baseUrl: platform.url },
    });
    const found = await channel.setUp?.({ webhookUrl: platform.webhookUrl, chats: [] }, new AbortController().signal);
    expect(found).toEqual([{ what: 'Webhook address set for this number', state: 'ok' }]);
  });
});
