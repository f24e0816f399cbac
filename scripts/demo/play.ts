/**
 * The sample conversation: what the customer and the operator write, and what must come of it, each expectation checked
 * against what the API shows.
 */
import type { ConversationClient } from './conversation-client';
import { by, Stage } from './stage';

export interface Expectation {
  what: string;
  met: boolean;
}

const CARD = '4111 1111 1111 1111';
const PASSCODE = '482913';
/** Longer than an AI that wanted to answer would need with the offline model. */
const SILENCE_MS = 3_000;

export async function play(
  client: ConversationClient,
  print: (line: string) => void,
  patienceMs = 30_000,
): Promise<Expectation[]> {
  const stage = new Stage(client, print, patienceMs);
  return [
    ...(await answers(stage)),
    ...(await handsOff(stage)),
    ...(await staysSilent(stage)),
    ...(await resumes(stage)),
    { what: 'no card number and no passcode is readable anywhere', met: !leaks(stage.everything()) },
  ];
}

async function answers(stage: Stage): Promise<Expectation[]> {
  await stage.say('customer', 'Hi! What time is check-in?');
  const answer = await stage.until((seen) => seen.find(by('ai')));
  return [{ what: 'the AI answers and names its source', met: Boolean(answer?.citations?.length) }];
}

async function handsOff(stage: Stage): Promise<Expectation[]> {
  await stage.say(
    'customer',
    `My card ${CARD} is refused, with the one-time code ${PASSCODE} too. A real person, please!`,
  );
  const pasted = await stage.until((seen) => seen.filter(by('customer'))[1]);
  const types = pasted?.redactions.map(({ type }) => type) ?? [];
  const waiting = await stage.until((_, state) => state.mode === 'waiting' && state);
  const reasons = (waiting || undefined)?.handoff?.reasons.map(({ reason }) => reason) ?? [];
  const told = await stage.until((seen) => seen.find((row) => by('system')(row) && row.visibility === 'public'));
  return [
    { what: 'the card number is masked', met: types.includes('PAYMENT_CARD') },
    { what: 'the passcode is masked', met: types.includes('ONE_TIME_PASSCODE') },
    { what: 'a request for a person calls the operators', met: reasons.includes('explicit_request') },
    { what: 'the customer is told', met: Boolean(told) },
  ];
}

async function staysSilent(stage: Stage): Promise<Expectation[]> {
  await stage.say('operator', 'Hello, this is Mai from reception. I am looking at your booking now.');
  const taken = await stage.until((_, { mode }) => mode === 'operator');
  const relayed = await stage.until((seen) => seen.find(by('operator')));
  const before = stage.count('ai');
  await stage.say('customer', 'Thank you! And is there a swimming pool?');
  await stage.until((seen) => seen.filter(by('customer')).length === 3);
  await stage.watch(SILENCE_MS);
  return [
    { what: 'the first operator message takes over and reaches the customer', met: Boolean(taken && relayed) },
    { what: 'the AI is silent while the operator has the conversation', met: stage.count('ai') === before },
  ];
}

async function resumes(stage: Stage): Promise<Expectation[]> {
  await stage.say('operator', 'There is, on the roof. Your room is confirmed, enjoy your stay!');
  await stage.until((seen) => seen.filter(by('operator')).length === 2);
  await stage.say('operator', '/done');
  const resolved = await stage.until((_, { mode }) => mode === 'resolved');
  const before = stage.count('ai');
  await stage.say('customer', 'What time do I have to check out?');
  const answered = await stage.until(() => stage.count('ai') > before);
  const mode = await stage.until((_, state) => state.mode === 'ai');
  return [
    { what: '/done resolves the conversation', met: Boolean(resolved) },
    { what: 'the AI answers the next question', met: Boolean(answered) },
    { what: 'the mode is ai again', met: Boolean(mode) },
  ];
}

function leaks(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  return [CARD, PASSCODE].some((secret) => digits.includes(secret.replace(/\D/g, '')));
}
