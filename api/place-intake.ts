/**
 * What becomes of a message in one of the team's chats: it belongs to the conversation whose thread it is in, whose
 * message it answers or whose tag it begins with. In an operator's own chat it may also be the only one open there; in
 * a group, words that name no conversation are talk among colleagues. Only people the business lists are heard.
 */
import type { Channel, WrittenEvent } from '../channels/channel';
import type { OperatorPlace } from '../domain/business';
import type { Person } from '../domain/message';
import { parseOperatorCommand } from '../domain/operator-command';
import { forwardedSeq, isGeneral } from '../domain/operators-key';
import type { ConversationKey, TeamChat } from '../store/store';
import type { RouteDeps } from './deps';
import { sentMessage } from './sent-message';

/** `#k7m2 text`, as the messages of a chat without threads begin. */
const TAG = /^\s*#([a-z0-9]{4,12})(?:\s+|$)/i;

interface Meant {
  key: ConversationKey;
  place: string;
  /** What is left of the text without the tag. */
  text: string;
  /** False where only the place is known: the answer explains how to name a conversation. */
  certain: boolean;
  /** The customer's message that a forward showed and the operator answers, as its provider names it. */
  answers?: string;
}

export type PlaceOutcome = 'accepted' | 'duplicate' | 'unplaced' | 'ignored';

export function createPlaceIntake({ store, business, takeIn }: Pick<RouteDeps, 'store' | 'business' | 'takeIn'>) {
  const isListed = (id: string | undefined, { name, account }: Channel): boolean =>
    business.operators.some((each) => each.channel === name && each.account === account && each.id === id);

  async function meant(chat: TeamChat, event: WrittenEvent): Promise<Meant | null> {
    const { author, thread, content } = event;
    const { text } = content;
    const tag = TAG.exec(text);
    const tagged = tag && (await store.threads.find(chat, { tag: (tag[1] as string).toLowerCase() }));
    const words = tagged ? text.slice(tag[0].length) : text;
    const standing = await whereItStands(chat, event);
    // Two conversations named by one message: whoever the words are for, it is not the other.
    if (standing) {
      const agree = !tagged || tagged.key.workflowId === standing.key.workflowId;
      return { ...standing, text: words, certain: agree };
    }
    if (thread !== undefined) return null;
    if (tagged) return { ...tagged, text: words, certain: true };
    // A group's members also talk to each other; an operator's own chat with us has nobody else in it.
    const inGroup = author === 'operator';
    if (inGroup && !tag && parseOperatorCommand(text) === null) return null;
    const { place, only, latest } = await store.threads.current(chat);
    const key = only ?? latest;
    return key && { key, place, text, certain: only !== null && !tag && !inGroup };
  }

  /** The conversation whose thread it is written in, or whose message it answers. */
  async function whereItStands(
    chat: TeamChat,
    { thread, replyTo }: WrittenEvent,
  ): Promise<Pick<Meant, 'key' | 'place' | 'answers'> | null> {
    const { channel, account, chat: address } = chat;
    const sent =
      replyTo === undefined ? null : await sentMessage(store.outbox, { channel, account, address, messageId: replyTo });
    const about = sent && !isGeneral(sent.outboxKey) ? sent : null;
    const found =
      thread !== undefined
        ? await store.threads.find(chat, { thread })
        : about && (await store.threads.find(chat, { workflowId: about.workflowId }));
    if (!found || about?.workflowId !== found.key.workflowId) return found;
    return { ...found, ...(await answered(found.key, about.outboxKey)) };
  }

  /** Where operators answer by replying, what they reply to is what the customer is shown as answered. */
  async function answered(key: ConversationKey, outboxKey: string): Promise<Pick<Meant, 'answers'>> {
    const seq = forwardedSeq(outboxKey);
    const row = seq === null ? null : await store.transcripts.bySeq(key, seq);
    if (row?.author !== 'customer' || row.originalId === undefined) return {};
    const answers = (await store.originals.open(key, [row.originalId])).get(row.originalId)?.providerMessageId;
    return answers === undefined ? {} : { answers };
  }

  /** What the conversation is asked to do, where it is not a message for the customer. */
  function commandOf(event: WrittenEvent, { text, certain }: Meant, listed: boolean): string | undefined {
    if (!listed) return certain ? 'unlisted' : 'unlistedAnywhere';
    const command = parseOperatorCommand(text)?.name;
    if (!certain) return command === 'help' ? 'helpAnywhere' : 'which';
    if (command && event.forwarded) return 'help';
    if (event.content.attachments?.length) return 'attachment';
    // A tag alone asks what it is about.
    return text.trim() === '' ? 'history' : command;
  }

  const find = (chat: string, { name, account }: Channel): OperatorPlace | null =>
    business.places.find((place) => place.channel === name && place.account === account && place.chat === chat) ?? null;

  /** Groups get new ids; a customer's or an operator's own chat keeps its own. */
  async function findMoved(chat: string, channel: Channel): Promise<OperatorPlace | null> {
    const { name, account } = channel;
    const chats = business.places.filter((place) => place.channel === name && place.account === account);
    if (chats.length === 0) return null;
    const known = chats.map((place) => place.chat);
    const before = await store.threads.beforeMove({ businessId: business.id, channel: name, account, chat }, known);
    return before === null ? null : find(before, channel);
  }

  return {
    isListed,

    isPlace: (address: string, channel: Channel): boolean => find(address, channel) !== null,

    /** The team's chat that this event was written in; null where it is a customer's. */
    async placeOf({ address, author }: WrittenEvent, channel: Channel): Promise<OperatorPlace | null> {
      if (author === 'echo') return null;
      return find(address, channel) ?? (author === 'operator' ? findMoved(address, channel) : null);
    },

    /** From now on its messages come from, and go to, the new one. */
    moved: ({ name, account }: Channel, chat: string, newChat: string): Promise<void> =>
      store.threads.moved({ businessId: business.id, channel: name, account, chat }, newChat),

    async take(event: WrittenEvent, channel: Channel, { chat }: OperatorPlace): Promise<PlaceOutcome> {
      const { name, account } = channel;
      const operator: Person | undefined = event.operator ?? event.content.from;
      // What was relayed stays as the customer has it: an edit or a deletion in the team's chat changes nothing.
      if (!operator || event.kind !== 'message') return 'ignored';
      const found = await meant({ businessId: business.id, channel: name, account, chat }, event);
      if (!found) return 'unplaced';
      const { key, place, text, answers } = found;
      const command = commandOf(event, found, isListed(operator.id, channel));
      const { status } = await takeIn.take({
        businessId: business.id,
        channel: key.channel,
        account: key.account,
        address: await store.conversations.address(key),
        workflowId: key.workflowId,
        conversationId: key.conversationId,
        author: 'operator',
        kind: 'message',
        // Two chats may number their messages alike.
        messageId: `${name}/${account}/${event.messageId}`,
        hideMessageId: true,
        revision: event.revision,
        content: { text, from: operator, ...(answers !== undefined && { replyTo: answers }) },
        operator,
        place,
        ...(command && { command }),
      });
      return status;
    },
  };
}
