/**
 * What becomes of one event of a webhook. A customer's message is taken in; what is written in a team's chat goes to the
 * conversation it means; an echo in the customer's own thread is ours, automatic, or a person taking over, and until
 * that is certain it is held in its grace.
 */
import type { Channel, ChannelEvent, ReactionEvent, WrittenEvent } from '../channels/channel';
import { commandPhrase, parseOperatorCommand } from '../domain/operator-command';
import type { AcceptInput, OutboxRow } from '../store/store';
import type { RouteDeps } from './deps';
import { createPlaceIntake, type PlaceOutcome } from './place-intake';
import { sentMessage } from './sent-message';

/** An echo can overtake the answer to our own send by this much. */
const ECHO_GRACE_MS = 3_000;

export type EventOutcome =
  | PlaceOutcome
  | 'own echo'
  | 'held echo'
  | 'receipt'
  | 'early receipt'
  | 'automatic'
  | 'no place'
  | 'linked';
/** Not yet known to have failed, and nobody waits for the provider's answer any more. */
const HAS_ENDED: ReadonlySet<string> = new Set(['sent', 'unknown']);
const TO_CUSTOMER: ReadonlySet<string> = new Set(['reply', 'relay', 'ack', 'notice']);

type Written = WrittenEvent;
type Receipt = Extract<ChannelEvent, { kind: 'receipt' }>;
type Alias = Extract<ChannelEvent, { kind: 'alias' }>;

export function createWebhookIntake({ store, business, takeIn }: RouteDeps) {
  const places = createPlaceIntake({ store, business, takeIn });

  function inputOf(event: Written, channel: Channel): AcceptInput {
    const { kind, address, aliases, messageId, revision, operator, author, replyTo } = event;
    const content = replyTo === undefined ? event.content : { ...event.content, replyTo };
    const byOperator = author !== 'customer';
    // A customer's, forwarded or stranger's `/done` is ordinary text.
    const command =
      byOperator && places.isListed(operator?.id, channel) ? parseOperatorCommand(content.text)?.name : undefined;
    return {
      businessId: business.id,
      channel: channel.name,
      account: channel.account,
      ...{ address, kind, messageId, revision, content },
      ...(aliases && { aliases }),
      hideMessageId: true,
      author: byOperator ? 'operator' : 'customer',
      ...(byOperator && operator && { operator }),
      ...(command && { command }),
      ...(author === 'echo' && { inThread: true }),
    };
  }

  /**
   * Held until it is certain whose it is. A phrase that the business made a command is both: words that the customer
   * has read, and the command after them.
   */
  async function takeEcho(event: Written, channel: Channel): Promise<EventOutcome> {
    const own = await store.outbox.recognise(event, { channel: channel.name, account: channel.account });
    if (!own && event.own) return 'own echo';
    if (!own) {
      const input = inputOf(event, channel);
      await takeIn.hold(input, ECHO_GRACE_MS);
      const command = event.kind === 'message' ? commandPhrase(business, event.content.text) : null;
      if (command) {
        await takeIn.hold({ ...input, messageId: `${input.messageId}/${command}`, command }, ECHO_GRACE_MS);
      }
      return 'held echo';
    }
    // The echo proves a send whose answer never came, or has yet to come.
    if (own.state === 'unknown' || own.state === 'claimed') {
      const settled = await store.outbox.settle(own.outboxKey, 'sent', { providerMessageId: event.messageId });
      await store.transcripts.noteDelivery(own.outboxKey);
      // The provider's no came before anything said which message it was about.
      if (settled?.is === 'failed' && settled.was === 'unknown') await tellFailure(own, settled.error);
    }
    return 'own echo';
  }

  /** Receipts of messages that we did not send (a person's, an older installation's) are of no concern. */
  async function takeReceipt(event: Receipt, channel: Channel): Promise<EventOutcome> {
    const where = { channel: channel.name, account: channel.account };
    const { messageId } = event;
    const byId = () => store.outbox.findByProviderId({ ...where, messageId });
    const sent = (await byId()) ?? (await named(event, channel));
    if (sent) return settleReceipt(event, sent);
    const kept = await store.outbox.keepEarlyReceipt(event, where);
    // The send may have learnt its id between the two looks.
    const found = await byId();
    if (found) return settleReceipt(event, found);
    return kept ? 'early receipt' : 'ignored';
  }

  /** Our own key handed back proves a send whose answer never came, or has yet to come. */
  async function named({ metadata }: Receipt, { name, account }: Channel): Promise<OutboxRow | null> {
    const row = metadata === undefined ? null : await store.outbox.find(metadata);
    return row?.channel === name && row.account === account ? row : null;
  }

  /**
   * A send that has ended is told of here, and before the row says so: a receipt that comes again after a crash finds it
   * untold. A send still under way hears of it from the outbox and tells it at its end.
   */
  async function settleReceipt({ messageId, state, why }: Receipt, sent: OutboxRow): Promise<EventOutcome> {
    const failed = state === 'failed';
    const told = failed && HAS_ENDED.has(sent.state);
    if (told) await tellFailure(sent, why);
    const settled = await store.outbox.settle(sent.outboxKey, state, {
      ...(!sent.providerMessageId && { providerMessageId: messageId }),
      ...(failed && why !== undefined && { error: why }),
    });
    await store.transcripts.noteDelivery(sent.outboxKey);
    // It ended between the two looks.
    if (failed && !told && settled && HAS_ENDED.has(settled.was)) await tellFailure(sent, why);
    return 'receipt';
  }

  /** A provider's late no travels as a command does, so the operators hear of it exactly once, whatever is down. */
  async function tellFailure({ workflowId, outboxKey, purpose }: OutboxRow, why = ''): Promise<void> {
    if (!TO_CUSTOMER.has(purpose)) return;
    const key = await store.conversations.key(workflowId);
    if (!key) return;
    await takeIn.take({
      ...key,
      address: await store.conversations.address(key),
      author: 'operator',
      kind: 'message',
      messageId: `undelivered/${outboxKey}`,
      revision: 0,
      content: { text: why },
      command: 'undelivered',
    });
  }

  /** Only what we sent is of concern: an emoji to anything else neither begins a conversation nor says a thing in one. */
  async function takeReaction(event: ReactionEvent, channel: Channel): Promise<EventOutcome> {
    const { emoji, replyTo, address, messageId } = event;
    if (places.isPlace(address, channel)) return 'ignored';
    const { name, account } = channel;
    if (!(await sentMessage(store.outbox, { channel: name, account, address, messageId: replyTo }))) return 'ignored';
    const content = { text: '', from: { id: address }, reaction: emoji };
    const said = { kind: 'message', author: 'customer', address, replyTo, messageId, revision: 0, content } as const;
    const { status } = await takeIn.take(
      inputOf({ ...said, ...(event.aliases && { aliases: event.aliases }) }, channel),
    );
    return status;
  }

  async function linkNames({ address, aliases }: Alias, channel: Channel): Promise<EventOutcome> {
    const { name, account } = channel;
    if (places.isPlace(address, channel)) {
      for (const alias of aliases) await places.moved(channel, address, alias);
      return 'linked';
    }
    const names = { businessId: business.id, channel: name, account, address, aliases };
    return (await store.ingress.linkNames(names)) ? 'linked' : 'ignored';
  }

  return async (event: ChannelEvent, channel: Channel): Promise<EventOutcome> => {
    if (event.kind === 'ignored') return 'ignored';
    if (event.kind === 'alias') return linkNames(event, channel);
    if (event.kind === 'receipt') return takeReceipt(event, channel);
    if (event.kind === 'reaction') return takeReaction(event, channel);
    if (event.automatic) return 'automatic';
    const place = await places.placeOf(event, channel);
    if (place) return places.take(event, channel, place);
    if (event.author === 'operator') return 'no place';
    if (event.author === 'echo') return takeEcho(event, channel);
    const { status } = await takeIn.take(inputOf(event, channel));
    return status;
  };
}
