/** What can be asked of the outbox, where every send is written down before it is tried. */
import type { ChannelEvent, WrittenEvent } from '../channels/channel';
import type { DeliveryState } from '../domain/message';
import type { ConversationKey, OutboxRow } from './shapes';

/** The row before and after one write: of all that hear of a failure, exactly one made it so. */
export interface Settled {
  was: DeliveryState;
  is: DeliveryState;
  error?: string;
}

export interface Outbox {
  /**
   * The fence (behaviour.md 1.1). One conditional write on the conversation, conditioned on `epoch` and on
   * `operatorMark` being the last mark the workflow consumed, with no provisional mark open. Also moves lastMessageAt.
   */
  claimAiSend(
    key: ConversationKey,
    input: { outboxKey: string; epoch: number; consumedMark: number; leaseMs: number },
  ): Promise<'claimed' | 'superseded'>;
  /** Push channels: the row before the request. Returns the row as stored, which may already be `sent` or `claimed`. */
  begin(row: Omit<OutboxRow, 'attempts'> & { text: string }): Promise<OutboxRow>;
  settle(
    outboxKey: string,
    state: DeliveryState,
    /** `quotableIn`: the id is kept, sealed with that conversation's key, so that the message can be answered. */
    more?: { providerMessageId?: string; quotableIn?: string; error?: string },
  ): Promise<Settled | null>;
  find(outboxKey: string): Promise<OutboxRow | null>;
  /** For receipts. */
  findByProviderId(where: { channel: string; account: string; messageId: string }): Promise<OutboxRow | null>;
  /**
   * A receipt can overtake the answer that tells the message's id: it is kept with every send to that address that is
   * under way, and `settle` heeds it in the write that brings the id. False where none is under way. One write.
   */
  keepEarlyReceipt(
    receipt: Pick<Extract<ChannelEvent, { kind: 'receipt' }>, 'address' | 'aliases' | 'messageId' | 'state' | 'why'>,
    where: { channel: string; account: string },
  ): Promise<boolean>;
  /** True while the id of a send to that address is not known yet. */
  isSendingTo(where: { channel: string; account: string; address: string }): Promise<boolean>;
  /** Matches a provider id, metadata or the text of a send in flight or at most 120 s old. */
  recognise(event: WrittenEvent, where: { channel: string; account: string }): Promise<OutboxRow | null>;
}
