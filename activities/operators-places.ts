/**
 * Speaking to the operators where they are: each conversation has a thread in each of the team's chats, or its tag in
 * front of every message where a chat has no threads. One place that refuses never keeps the others from hearing.
 */
import { type Channel, ChannelRefusal, ChannelThrottled } from '../channels/channel';
import type { OperatorPlace } from '../domain/business';
import type { CleanText } from '../domain/message';
import type { OperatorCommandName } from '../domain/operator-command';
import { generalNumber, operatorsKey } from '../domain/operators-key';
import { redact } from '../redaction';
import type { ConversationKey, OutboxRow, PlaceThread } from '../store/store';
import { customerName } from './customer-name';
import { deliver } from './deliver';
import type { ActivityDeps } from './deps';
import { commandsAs, idIn, taggedAs } from './place-words';
import { throttled } from './send-pace';

export type PlaceDeps = Pick<ActivityDeps, 'store' | 'business' | 'channels' | 'log'>;

export interface WordToOperators {
  purpose: 'brief' | 'forward' | 'reminder' | 'private';
  /** With the purpose it names the message: a repeat is the same one. */
  number: string;
  text: string;
  /**
   * `all` calls everywhere; `briefed` only where this conversation was shown before; `only` answers in one chat,
   * `except` leaves out the one where it was written.
   */
  where: 'all' | 'briefed' | { only: string } | { except: string };
  buttons?: readonly OperatorCommandName[];
  /** More about a row that was handed on: shown beneath it where the platform can; `only`: nowhere else. */
  about?: { seq: number; only: boolean };
  /** The title of the thread: one that stands already may still show how things were. */
  title?: string;
  /** Where a thread's title says it already. */
  onlyWithoutThreads?: true;
  /** The operator's message that is answered, as `{channel}/{account}/{id}`. */
  answers?: string;
  /** Explains commands, which are not typed alike everywhere. */
  explains?: true;
  /** About no conversation: no tag stands before it, no thread is its place, and an answer to it means nothing. */
  general?: true;
}

interface ShownPlace extends OperatorPlace {
  sender: Channel;
  shown: PlaceThread;
}

const OPEN_TIMEOUT_MS = 10_000;

/** How many of the team's chats were told. Throws what Temporal should retry. */
export async function tellPlaces(
  deps: PlaceDeps,
  conversation: ConversationKey,
  word: WordToOperators,
): Promise<number> {
  const text = redact(word.text, { from: 'system' }).text;
  let name: Promise<string | null> | undefined;
  const customer = () => {
    // The brief names him itself.
    name ??= word.purpose === 'brief' ? Promise.resolve(null) : customerName(deps, conversation);
    return name;
  };
  const outcomes = await Promise.all(
    (await placesOf(deps, conversation, word.where)).map((place) =>
      tellPlace(deps, conversation, place, word, text, customer),
    ),
  );
  return outcomes.filter((outcome) => outcome === 'sent' || outcome === 'unknown').length;
}

/** The team's chats that can be spoken to and that `where` means. */
async function placesOf(
  { store, business, channels, log }: PlaceDeps,
  conversation: ConversationKey,
  where: WordToOperators['where'],
): Promise<ShownPlace[]> {
  const found = await Promise.all(
    business(conversation.businessId).places.map(async (place): Promise<ShownPlace | null> => {
      const sender = channels.find(place.channel, place.account);
      if (!sender) {
        log.error({ channel: place.channel, account: place.account }, 'a place for operators has no channel account');
        return null;
      }
      if (sender.delivery === 'pull') return null;
      const shown =
        where === 'all' ? await store.threads.of(conversation, place) : await store.threads.known(conversation, place);
      return shown && isMeant(where, shown) ? { ...place, sender, shown } : null;
    }),
  );
  return found.filter((place) => place !== null);
}

function isMeant(where: WordToOperators['where'], { place }: PlaceThread): boolean {
  if (typeof where === 'string') return true;
  return 'only' in where ? place === where.only : place !== where.except;
}

async function tellPlace(
  deps: PlaceDeps,
  conversation: ConversationKey,
  place: ShownPlace,
  word: WordToOperators,
  text: CleanText,
  customer: () => Promise<string | null>,
) {
  const { channel, account, chat, sender, shown } = place;
  const { purpose, buttons, about, general, title = `#${shown.tag}` } = word;
  const handedOn = about && (await forwardOf(deps, conversation, about.seq, shown));
  if (about?.only && !handedOn) return 'superseded';
  const thread = general ? null : await threadIn(deps, conversation, { chat, sender, shown }, title);
  if (word.onlyWithoutThreads && thread !== null) return 'superseded';
  if (word.title !== undefined) await retitle(deps, place, word.title);
  const number = general ? generalNumber(word.number) : word.number;
  const tagged = thread !== null || general ? text : taggedAs(shown.tag, await customer(), text);
  const replyTo = handedOn?.quotable ?? idIn(word.answers, { channel, account });
  const { outcome } = await deliver(deps, {
    key: operatorsKey(conversation.workflowId, purpose, number, shown.place),
    workflowId: conversation.workflowId,
    ...{ purpose, channel, account },
    to: { address: chat, ...(thread !== null && { thread }) },
    text: (word.explains ? commandsAs(tagged, sender) : tagged) as CleanText,
    ...(buttons && { buttons }),
    ...(replyTo !== undefined && { replyTo }),
  });
  return outcome;
}

/** The row as it was handed on in one of the team's chats, also where it could not be read at first. */
async function forwardOf(
  { store }: PlaceDeps,
  { workflowId }: ConversationKey,
  seq: number,
  { place }: PlaceThread,
): Promise<OutboxRow | null> {
  for (const number of [`${seq}`, `${seq}:unreadable`]) {
    const row = await store.outbox.find(`${operatorsKey(workflowId, 'forward', number, place)}:0`);
    // One that still waited for its turn was never read.
    if (row && row.state !== 'pending' && row.state !== 'failed') return row;
  }
  return null;
}

/**
 * The conversation's thread, opened at its first word. Opening knows no idempotency key: a crash between the provider's
 * yes and our record leaves an empty thread behind and opens another, which loses nothing.
 */
async function threadIn(
  { store, log }: PlaceDeps,
  conversation: ConversationKey,
  { chat, sender, shown }: Pick<ShownPlace, 'chat' | 'sender' | 'shown'>,
  title: string,
): Promise<string | null> {
  if (shown.thread !== null || !sender.place) return shown.thread;
  try {
    const opened = await sender.place.openThread(
      { chat, title: titled(title, shown) },
      AbortSignal.timeout(OPEN_TIMEOUT_MS),
    );
    return opened === null ? null : await store.threads.opened(conversation, shown, opened);
  } catch (error) {
    if (error instanceof ChannelThrottled) throw throttled(error);
    if (!(error instanceof ChannelRefusal)) throw error;
    log.error({ channel: sender.name, account: sender.account, why: error.message }, 'no thread could be opened');
    return null;
  }
}

/** Shows in the threads' titles how the conversation stands. */
export async function retitleThreads(deps: PlaceDeps, conversation: ConversationKey, title: string): Promise<void> {
  await Promise.all((await placesOf(deps, conversation, 'briefed')).map((place) => retitle(deps, place, title)));
}

/** A title that can not be set is nobody's concern. */
async function retitle({ log }: PlaceDeps, { chat, sender, shown }: ShownPlace, title: string): Promise<void> {
  if (shown.thread === null || !sender.place?.retitle) return;
  const change = { chat, thread: shown.thread, title: titled(title, shown) };
  await sender.place.retitle(change, AbortSignal.timeout(OPEN_TIMEOUT_MS)).catch((error: Error) => {
    log.warn({ channel: sender.name, account: sender.account, err: error }, 'a thread kept its old title');
  });
}

const titled = (title: string, { tag }: PlaceThread) => title.replace('{tag}', `#${tag}`);
