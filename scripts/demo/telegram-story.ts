/**
 * A whole handoff on Telegram: what the customer and the operator do with their own hands, and what must come of it,
 * judged by what each of them can read.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '@grammyjs/types';
import type { Customer, Operator } from '../../test/platforms/telegram';
import type { Expectation } from './play';
import type { Screen } from './telegram-screen';

const CARD = '4111 1111 1111 1111';
const PATIENCE_MS = 60_000;
/** Longer than an AI that wanted to answer would need with the offline model. */
const SILENCE_MS = 3_000;

export interface Cast {
  customer: Customer;
  operator: Operator;
  screen: Screen;
}

export async function playOnTelegram(cast: Cast): Promise<Expectation[]> {
  const answered = await answers(cast);
  const { topic, expectations: called } = await handsOff(cast);
  if (topic === undefined) return [...answered, ...called];
  return [
    ...answered,
    ...called,
    ...(await operatorAnswers(cast, topic)),
    ...(await resolves(cast, topic)),
    { what: "no card number is readable in the team's group", met: !teamReads(cast).includes('4111') },
  ];
}

async function answers({ customer }: Cast): Promise<Expectation[]> {
  await customer.writes('Hi! What time is check-in?');
  const answer = await until(() => customer.received()[0]);
  return [{ what: "the AI answers in the customer's chat", met: Boolean(answer?.includes('14:00')) }];
}

async function handsOff(cast: Cast): Promise<{ topic: number | undefined; expectations: Expectation[] }> {
  const { customer, operator } = cast;
  await customer.writes(`My card ${CARD} is refused. A real person, please!`);
  const told = await until(() => customer.received()[1]);
  const topic = await until(() => [...operator.place.topics.keys()][0]);
  const buttons = topic !== undefined && (await until(() => messages(cast, topic).find(hasButtons)));
  const brief = teamReads(cast);
  return {
    topic,
    expectations: [
      { what: 'the customer is told', met: Boolean(told) },
      { what: "a topic opens in the team's group, with buttons", met: Boolean(buttons) },
      { what: 'it gives the reason', met: brief.includes('asked for a person') },
      { what: 'and everything said so far', met: brief.includes('What time is check-in?') && brief.includes('14:00') },
    ],
  };
}

async function operatorAnswers(cast: Cast, topic: number): Promise<Expectation[]> {
  const { customer, operator } = cast;
  const hello = 'Hello, this is Mai from reception. I am looking at your booking now.';
  await operator.writesIn(topic, hello);
  const arrived = await until(() => customer.received().includes(hello));
  const owned = await until(() => operator.place.topics.get(topic)?.name.endsWith('Mai'));
  const before = customer.received().length;
  await customer.writes('Thank you! And is there a swimming pool?');
  const forwarded = await until(() => messages(cast, topic).some(({ text }) => text?.includes('swimming pool')));
  await sleep(SILENCE_MS);
  return [
    { what: "the operator's words in the topic reach the customer", met: Boolean(arrived) },
    { what: 'the topic shows who has the conversation', met: Boolean(owned) },
    { what: "the customer's next words appear in the topic", met: Boolean(forwarded) },
    { what: 'the AI is silent', met: customer.received().length === before },
  ];
}

async function resolves(cast: Cast, topic: number): Promise<Expectation[]> {
  const { customer, operator, screen } = cast;
  await operator.writesIn(topic, 'There is, on the roof. Your room is confirmed, enjoy your stay!');
  await until(() => customer.received().some((text) => text.includes('on the roof')));
  screen.pressed(operator.user.first_name, 'Done');
  await operator.presses(messages(cast, topic).find(hasButtons) as Message, '/done');
  const resolved = await until(() => operator.place.topics.get(topic)?.name.startsWith('✅'));
  const before = customer.received().length;
  await customer.writes('What time is breakfast?');
  const answer = await until(() => customer.received()[before]);
  return [
    { what: 'the button resolves the conversation', met: Boolean(resolved) },
    { what: 'the AI answers the next question', met: Boolean(answer?.includes('06:30')) },
  ];
}

const hasButtons = ({ reply_markup: markup }: Message) => markup !== undefined;
const messages = ({ operator }: Cast, topic: number) =>
  operator.place.messages.map(({ message }) => message).filter(({ message_thread_id: id }) => id === topic);
const teamReads = ({ operator }: Cast) => operator.place.messages.map(({ message }) => message.text ?? '').join('\n');

/** Undefined when patience is over. */
async function until<T>(look: () => T): Promise<T | undefined> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(50)) {
    const found = look();
    if (found) return found;
  }
  return undefined;
}
