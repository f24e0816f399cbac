/**
 * Speaking to the operators where they are: each conversation has a thread in each of the team's chats, or its tag in
 * front of every message where a chat has no threads. One place that refuses never keeps the others from hearing.
 */
import { type Channel, ChannelRefusal, ChannelThrottled } from '../channels/channel';
import type { OperatorPlace } from '../domain/business';
import type { CleanText } from '../domain/message';
import type { OperatorCommandName } from '../domain/operator-command';
import { redact } from '../redaction';
import type { ConversationKey, PlaceThread } from '../store/store';
import { deliver } from './deliver';
import type { ActivityDeps } from './deps';
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
  /** The title of a thread that has to be opened. */
  title?: string;
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
  const outcomes = await Promise.all(
    (await placesOf(deps, conversation, word.where)).map((place) => tellPlace(deps, conversation, place, word, text)),
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
  { channel, account, chat, sender, shown }: ShownPlace,
  { purpose, number, buttons, title = `#${shown.tag}` }: WordToOperators,
  text: CleanText,
) {
  const thread = await threadIn(deps, conversation, { chat, sender, shown }, title);
  const { outcome } = await deliver(deps, {
    key: `${conversation.workflowId}:${purpose}:${number}@${shown.place}`,
    workflowId: conversation.workflowId,
    ...{ purpose, channel, account },
    to: { address: chat, ...(thread !== null && { thread }) },
    text: thread === null ? (`#${shown.tag} ${text}` as CleanText) : text,
    ...(buttons && { buttons }),
  });
  return outcome;
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

/** Shows in the threads' titles how the conversation stands. A title that can not be set is nobody's concern. */
export async function retitleThreads(deps: PlaceDeps, conversation: ConversationKey, title: string): Promise<void> {
  await Promise.all(
    (await placesOf(deps, conversation, 'briefed')).map(async ({ chat, sender, shown }) => {
      if (shown.thread === null || !sender.place?.retitle) return;
      const change = { chat, thread: shown.thread, title: titled(title, shown) };
      await sender.place.retitle(change, AbortSignal.timeout(OPEN_TIMEOUT_MS)).catch((error: Error) => {
        deps.log.warn({ channel: sender.name, account: sender.account, err: error }, 'a thread kept its old title');
      });
    }),
  );
}

const titled = (title: string, { tag }: PlaceThread) => title.replace('{tag}', `#${tag}`);
