/**
 * The sample conversation: what the customer and the operator write, and what must come of it. Everything that becomes
 * readable is printed the moment it does; every expectation is checked against what the API shows.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Conversation, ConversationClient, Message } from './conversation-client';

export interface Expectation {
  what: string;
  met: boolean;
}

const CARD = '4111 1111 1111 1111';
const PASSCODE = '482913';
/** How long an AI that wanted to answer would at most need, with the offline model. */
const SILENCE_MS = 3_000;

export async function play(
  client: ConversationClient,
  print: (line: string) => void,
  patienceMs = 30_000,
): Promise<Expectation[]> {
  const stage = new Stage(client, print, patienceMs);
  const expectations: Expectation[] = [];
  const expect = (what: string, met: boolean) => void expectations.push({ what, met });

  await stage.say('customer', 'Hi! What time is check-in?');
  const answer = await stage.until((seen) => seen.find(by('ai')));
  expect('the AI answers and names its source', Boolean(answer?.citations?.length));

  await stage.say('customer', `My card is ${CARD} and the bank's one-time code is ${PASSCODE}. When is breakfast?`);
  const pasted = await stage.until((seen) => seen.filter(by('customer'))[1]);
  const types = pasted?.redactions.map(({ type }) => type) ?? [];
  expect(
    'the card number and the passcode are masked',
    types.includes('PAYMENT_CARD') && types.includes('ONE_TIME_PASSCODE'),
  );
  await stage.until((seen, { mode }) => seen.filter(by('ai')).length > 1 || mode === 'waiting');

  await stage.say('customer', 'I would like to talk to a real person, please.');
  expect('a request for a person calls the operators', Boolean(await stage.until((_, { mode }) => mode === 'waiting')));
  expect(
    'the customer is told',
    Boolean(await stage.until((seen) => seen.find((row) => row.author === 'system' && row.visibility === 'public'))),
  );

  await stage.say('operator', 'Hello, this is Mai from reception. I am looking at your booking now.');
  expect('the first operator message takes over', Boolean(await stage.until((_, { mode }) => mode === 'operator')));
  await stage.until((seen) => seen.find(by('operator')));

  const before = stage.count('ai');
  await stage.say('customer', 'Thank you! And is there a swimming pool?');
  await stage.until((seen) => seen.some((row) => by('customer')(row) && /pool/.test(row.text)));
  await stage.watch(SILENCE_MS);
  expect('the AI is silent while the operator has the conversation', stage.count('ai') === before);

  await stage.say('operator', 'There is, on the roof. Your room is confirmed, enjoy your stay!');
  await stage.say('operator', '/done');
  expect('/done resolves the conversation', Boolean(await stage.until((_, { mode }) => mode === 'resolved')));

  await stage.say('customer', 'What time do I have to check out?');
  expect('the AI answers the next question', Boolean(await stage.until(() => stage.count('ai') > before)));
  expect('the mode is ai again', Boolean(await stage.until((_, { mode }) => mode === 'ai')));
  expect(
    'no card number and no passcode is readable anywhere',
    !stage.everything().includes(CARD) && !stage.everything().includes(PASSCODE),
  );
  return expectations;
}

const by = (author: Message['author']) => (row: Message) => row.author === author;
const NAMES = { customer: 'Customer', ai: 'AI', operator: 'Operator', system: 'System' };

class Stage {
  private readonly seen: Message[] = [];
  private mode = '';

  constructor(
    private readonly client: ConversationClient,
    private readonly print: (line: string) => void,
    private readonly patienceMs: number,
  ) {}

  count = (author: Message['author']) => this.seen.filter(by(author)).length;
  everything = () => this.seen.map(({ text }) => text).join('\n');

  async say(who: 'customer' | 'operator', text: string): Promise<void> {
    if (text.startsWith('/')) this.print(`   Operator types ${text}`);
    await this.client[who](text);
  }

  /** Prints what comes until the condition holds, and returns its value; undefined when patience is over. */
  async until<T>(condition: (seen: Message[], state: Conversation) => T): Promise<T | undefined> {
    const deadline = Date.now() + this.patienceMs;
    for (;;) {
      const state = await this.look();
      const value = condition(this.seen, state);
      if (value) return value;
      if (Date.now() > deadline) return undefined;
      await sleep(150);
    }
  }

  async watch(ms: number): Promise<void> {
    const end = Date.now() + ms;
    await this.until(() => Date.now() > end);
  }

  private async look(): Promise<Conversation> {
    const fresh = await this.client.messages(this.seen.at(-1)?.seq ?? 0);
    for (const row of fresh) {
      this.seen.push(row);
      this.print(line(row));
    }
    const state = await this.client.state();
    if (state.mode !== this.mode) {
      const why = state.mode === 'waiting' ? ` (${state.handoff?.reasons.map(({ reason }) => reason).join(', ')})` : '';
      if (this.mode) this.print(`   -- ${this.mode} -> ${state.mode}${why}`);
      this.mode = state.mode;
    }
    return state;
  }
}

function line({ author, visibility, text, redactions, citations }: Message): string {
  const note = [
    visibility === 'team' && 'team only',
    redactions.length > 0 && `masked: ${redactions.map(({ type }) => type).join(', ')}`,
    citations?.length && `source: ${citations.map(({ title }) => title).join(', ')}`,
  ].filter(Boolean);
  const indented = printable(text).replace(/\n/g, `\n${' '.repeat(14)}`);
  return `${`${NAMES[author]}:`.padStart(12)}  ${indented}${note.length > 0 ? `  [${note.join('; ')}]` : ''}`;
}

function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => (character === '\n' ? character : ' '));
}
