/** Sealing and opening the rows of the sealed store; the only place that knows what is inside a seal. */
import { randomBytes } from 'node:crypto';
import type { InboundContent, InboundReference, Person } from '../domain/message';
import type { OriginalDocument } from './documents';
import type { Home } from './homes';
import type { LookupKey } from './lookup-key';
import { seal, unseal } from './seal';
import type { AcceptInput, ConversationKey } from './store';

/** Message ids are sealed too: some providers put the customer's number into them. */
export interface SealedPart {
  content: InboundContent;
  /** As readers know it. */
  messageId: string;
  /** As the provider knows it, where the two differ. */
  providerMessageId?: string;
  operator?: Person;
}

type Place = Pick<OriginalDocument, '_id' | 'businessId' | 'workflowId'>;
const place = (row: Place) => ['original', row.businessId, row.workflowId, row._id];

export function sealPart(home: Home, row: Place, part: SealedPart): Buffer {
  return seal(home.dataKey, Buffer.from(JSON.stringify(part)), place(row));
}

export function openPart(home: Home, row: Place & { sealed: Uint8Array }): SealedPart {
  return JSON.parse(unseal(home.dataKey, row.sealed, place(row)).toString()) as SealedPart;
}

/** One key a message, whoever delivers it how often; an operator's ids never collide with a customer's. */
export function dedupeKey(lookup: LookupKey, input: AcceptInput): string {
  const { businessId, channel, account, aliases, address, author, kind, messageId, revision, content } = input;
  // A customer with several names may come under another one when the message is delivered again.
  const who = aliases ? '' : address;
  // Platforms count edits by the second, in which there may be two.
  const words = kind === 'edit' ? [content.text] : [];
  return lookup.hash('message', [businessId, channel, account, who, author, kind, messageId, revision, ...words]);
}

export function newOriginal(lookup: LookupKey, home: Home, input: AcceptInput, at: Date): OriginalDocument {
  const { author, kind, command, inThread, place: from, content, operator } = input;
  const row = { _id: randomBytes(15).toString('base64url'), ...home.key };
  return {
    ...row,
    ...{
      dedupeKey: dedupeKey(lookup, input),
      author,
      kind,
      receivedAt: at.toISOString(),
      state: 'stored',
      pendingAt: at,
      at,
    },
    leaseUntil: new Date(0),
    ...(command === undefined ? {} : { command }),
    ...(operator === undefined ? {} : { operatorId: operator.id }),
    ...(inThread === undefined ? {} : { inThread }),
    ...(from === undefined ? {} : { place: from }),
    sealed: sealPart(home, row, { content, ...messageIds(lookup, input), ...(operator ? { operator } : {}) }),
    keyRef: home.ref,
  };
}

function messageIds(lookup: LookupKey, input: AcceptInput) {
  const { hideMessageId, messageId } = input;
  if (!hideMessageId) return { messageId };
  return { messageId: shownMessageId(lookup, input), providerMessageId: messageId };
}

/** A provider's message id as readers get it. */
export function shownMessageId(
  lookup: LookupKey,
  { channel, account, messageId }: Pick<AcceptInput, 'channel' | 'account' | 'messageId'>,
): string {
  return lookup.hash('message id', [channel, account, messageId]);
}

export function referenceOf(row: OriginalDocument, number: number): InboundReference {
  const { _id: originalId, author, kind, receivedAt, command, operatorId, inThread, place: from } = row;
  return {
    ...{ originalId, number, author, kind, receivedAt },
    ...(command === undefined ? {} : { command }),
    ...(operatorId === undefined ? {} : { operatorId }),
    ...(inThread === undefined ? {} : { inThread }),
    ...(from === undefined ? {} : { place: from }),
  };
}

export function keyOf(row: OriginalDocument): ConversationKey {
  const { businessId, workflowId, conversationId, channel, account } = row;
  return { businessId, workflowId, conversationId, channel, account };
}
