/** Every send, written down before it is tried: what makes a retry the same message and an echo recognisable. */
import { randomUUID } from 'node:crypto';
import type { StoreContext } from './context';
import { statesBefore } from './delivery';
import type { ConversationDocument, OutboxDocument } from './documents';
import { heedEarlyReceipts, isSendingTo, keepEarlyReceipt } from './early-receipts';
import { outboxAddressHash, providerIdHash, recognise, textHash } from './recognise';
import { seal, unseal } from './seal';
import type { Outbox, OutboxRow } from './store';
import { isDuplicateKey } from './unavailable';

const SETTLED_KEPT = 20;

const place = (outboxKey: string) => ['outbox address', outboxKey];
/**
 * Each write leaves its own before and after for its writer to read. An update that returns the document would be one
 * trip, but the embedded server looks through the whole collection for it.
 */
const lastly = (entry: Record<string, string>) => ({
  $slice: [{ $concatArrays: [{ $ifNull: ['$settled', []] }, [entry]] }, -SETTLED_KEPT],
});

const quotedPlace = (outboxKey: string) => ['outbox message id', outboxKey];

export function createOutbox(context: StoreContext): Outbox {
  const { database, homes } = context;
  const { outbox } = database.models;

  async function opened(row: OutboxDocument): Promise<OutboxRow | null> {
    const home = await homes.find(row.workflowId);
    if (!home) return null;
    const plain = toRow(row, unseal(home.dataKey, row.sealedAddress, place(row._id)).toString());
    if (row.sealedProviderId === undefined) return plain;
    return { ...plain, quotable: unseal(home.dataKey, row.sealedProviderId, quotedPlace(row._id)).toString() };
  }

  async function find(filter: { _id: string } | { channel: string; account: string; providerMessageId: string }) {
    const row = await database.run(() => outbox.findOne(filter).lean());
    return row && opened(row);
  }

  return {
    async claimAiSend(key, { outboxKey, epoch, consumedMark, leaseMs }) {
      const now = Date.now();
      const filter = { _id: key.workflowId, epoch, operatorMark: consumedMark, provisionalMarks: { $size: 0 } };
      const claim = { outboxKey, leaseUntil: new Date(now + leaseMs), leaseMs };
      const lastMessageAt = new Date(now).toISOString();
      const change = { $set: { claim }, $max: { lastMessageAt }, $unset: { draft: 1 as const } };
      const { matchedCount } = await database.run(() =>
        database.native<ConversationDocument>('conversations').updateOne(filter, change, database.limited),
      );
      return matchedCount === 1 ? 'claimed' : 'superseded';
    },

    async begin({ outboxKey, address, text, state, ...row }) {
      const home = await homes.find(row.workflowId);
      if (!home) throw new Error(`Conversation ${row.workflowId} does not exist or is erased`);
      const first: OutboxDocument = {
        ...{ ...row, _id: outboxKey, state, attempts: 1, at: new Date() },
        sealedAddress: seal(home.dataKey, Buffer.from(address), place(outboxKey)),
        ...{ addressHash: outboxAddressHash(context, { ...row, address }), textHash: textHash(context, text) },
      };
      try {
        await database.run(() => outbox.insertMany([first], { lean: true }));
        return toRow(first, address);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const again = { $inc: { attempts: 1 }, $set: { at: new Date() } };
      const options = { returnDocument: 'after' } as const;
      const stored = await database.run(() =>
        outbox.findOneAndUpdate({ _id: outboxKey }, again, options).lean().orFail(),
      );
      return toRow(stored, address);
    },

    async settle(outboxKey, state, { providerMessageId, quotableIn, ...more } = {}) {
      // What the provider told is kept even where a receipt has already moved the state further.
      const forward = { $cond: [{ $in: ['$state', [...statesBefore(state)]] }, state, '$state'] };
      const id = providerMessageId !== undefined && { providerMessageId: providerIdHash(context, providerMessageId) };
      const home = id && quotableIn !== undefined ? await homes.find(quotableIn) : null;
      const quotable = home &&
        providerMessageId !== undefined && {
          sealedProviderId: seal(home.dataKey, Buffer.from(providerMessageId), quotedPlace(outboxKey)),
        };
      const told = Object.entries({ ...more, ...id, ...quotable }).map(([field, value]) => [
        field,
        { $literal: value },
      ]);
      const heed = id ? heedEarlyReceipts(id.providerMessageId) : [];
      const by = randomUUID();
      const change = [
        { $set: { was: '$state', state: forward, ...Object.fromEntries(told) } },
        ...heed,
        { $set: { settled: lastly({ by, was: '$was', is: '$state', error: '$error' }) } },
        { $unset: ['was'] },
      ];
      const { matchedCount } = await database.run(() => outbox.updateOne({ _id: outboxKey }, change));
      if (matchedCount === 0) return null;
      const own = { settled: { $elemMatch: { by } }, state: 1, error: 1 } as const;
      const row = await database.run(() => outbox.findOne({ _id: outboxKey }, own).lean());
      if (!row) return null;
      const { was, is, error } = row.settled?.[0] ?? { was: row.state, is: row.state, error: row.error };
      return { was, is, ...(error == null ? {} : { error }) };
    },

    find: (outboxKey) => find({ _id: outboxKey }),

    findByProviderId: ({ channel, account, messageId }) =>
      find({ channel, account, providerMessageId: providerIdHash(context, messageId) }),

    keepEarlyReceipt: (receipt, where) => keepEarlyReceipt(context, receipt, where),

    isSendingTo: (where) => isSendingTo(context, where),

    async recognise(event, where) {
      const { kind, messageId, address, metadata } = event;
      const echo = { kind, messageId, address, text: event.content.text, ...where };
      const row = await recognise(context, metadata === undefined ? echo : { ...echo, metadata });
      return row && opened(row);
    },
  };
}

function toRow(row: OutboxDocument, address: string): OutboxRow {
  const { _id: outboxKey, workflowId, purpose, channel, account, state, attempts } = row;
  const { thread, providerMessageId, error, seq } = row;
  return {
    ...{ outboxKey, workflowId, purpose, channel, account, address, state, attempts },
    ...(thread === undefined ? {} : { thread }),
    ...(providerMessageId === undefined ? {} : { providerMessageId }),
    ...(error === undefined ? {} : { error }),
    ...(seq === undefined ? {} : { seq }),
  };
}
