/** The clean transcript. A row is written once, keeps its `seq` for ever, and is amended under newer event numbers. */
import type { TranscriptMessage } from '../domain/message';
import type { StoreContext } from './context';
import { statesBefore } from './delivery';
import type { TranscriptDocument } from './documents';
import { op } from './models';
import { shownMessageId } from './original-rows';
import { firstPartOf, noteDelivery } from './receipts';
import { RecentWindows } from './recent-window';
import { providerIdHash } from './recognise';
import type { ConversationKey, Transcripts } from './store';
import { toDocument, toMessage } from './transcript-rows';
import { isDuplicateKey } from './unavailable';

const EVENT_NUMBERS_KEPT = 20;

export interface TranscriptStore extends Transcripts {
  /** Drops what memory holds of a conversation: it was erased. */
  forget(workflowId: string): void;
}

/** One after the other: a row that has to move takes the number after the one before it. */
async function inOrder<T, R>(items: readonly T[], step: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await step(item));
  return results;
}

export function createTranscripts(context: StoreContext): TranscriptStore {
  const { database } = context;
  const { transcripts } = database.models;
  const windows = new RecentWindows();

  /** One is the rule. */
  function insert(documents: TranscriptDocument[]): Promise<unknown> {
    const rows = database.native<TranscriptDocument>('transcripts');
    const [only] = documents;
    return only && documents.length === 1 ? rows.insertOne(only) : rows.insertMany(documents, { ordered: false });
  }

  /** Some rows were there already (a retry): each is answered with the row that stands. */
  async function stored(key: ConversationKey, rows: readonly TranscriptMessage[]): Promise<TranscriptMessage[]> {
    const { workflowId } = key;
    const sources = rows.flatMap(({ originalId }) => originalId ?? []);
    const sends = rows.flatMap(({ outboxKey }) => outboxKey ?? []);
    const read = [
      { _id: op({ $in: rows.map(({ seq }) => `${workflowId}/${seq}`) }) },
      ...(sources.length > 0 ? [{ workflowId, originalId: op({ $in: sources }) }] : []),
      ...(sends.length > 0 ? [{ outboxKey: op({ $in: sends }) }] : []),
    ].map((filter) => database.run(() => transcripts.find(filter).lean()));
    const found = (await Promise.all(read)).flat().map(toMessage);
    return inOrder(rows, (row) => {
      const same =
        found.find((one) => row.originalId !== undefined && one.originalId === row.originalId) ??
        found.find((one) => row.outboxKey !== undefined && one.outboxKey === row.outboxKey) ??
        found.find((one) => one.seq === row.seq && one.messageId === row.messageId);
      return same ? Promise.resolve(same) : afterTheLast(key, row);
    });
  }

  /**
   * The numbers of a row whose place another message holds: a workflow task wrote that one and was never committed, so
   * its numbers were given out again. The next free ones are taken, and the workflow follows what it is answered.
   */
  async function afterTheLast(key: ConversationKey, row: TranscriptMessage): Promise<TranscriptMessage> {
    const { workflowId } = key;
    for (let attempt = 1; ; attempt++) {
      const last = (field: 'seq' | 'eventNo') =>
        database.run(() =>
          transcripts
            .findOne({ workflowId })
            .sort({ [field]: -1 })
            .lean(),
        );
      const [bySeq, byEvent] = await Promise.all([last('seq'), last('eventNo')]);
      const moved = { ...row, seq: (bySeq?.seq ?? 0) + 1, eventNo: Math.max(byEvent?.eventNo ?? 0, row.eventNo) + 1 };
      try {
        await database.run(() => transcripts.insertMany([toDocument(key, moved, new Date())], { lean: true }));
        return moved;
      } catch (error) {
        if (!isDuplicateKey(error) || attempt === 5) throw error;
      }
    }
  }

  /** Looks at the last few numbers first, so that a long conversation's read costs what a short one's does. */
  async function lastRows(workflowId: string, { upTo, limit }: { upTo: number; limit: number }) {
    const near = upTo - 2 * limit;
    const read = (from: number) => {
      const filter = { workflowId, seq: op({ $gt: from, $lte: upTo }) };
      return database.run(() => transcripts.find(filter).sort({ seq: -1 }).limit(limit).lean());
    };
    const rows = await read(near);
    return (rows.length < limit && near > 0 ? await read(0) : rows).map(toMessage).reverse();
  }

  return {
    async append(key, rows) {
      if (rows.length === 0) return [];
      const at = new Date();
      const documents = rows.map((row) => toDocument(key, row, at));
      try {
        await database.run(() => insert(documents));
      } catch (error) {
        windows.drop(key.workflowId);
        if (isDuplicateKey(error)) return stored(key, rows);
        throw error;
      }
      const messages = documents.map(toMessage);
      for (const message of messages) windows.append(key.workflowId, message);
      return messages;
    },

    async recent(key, input) {
      const { workflowId } = key;
      const known = windows.find(workflowId, input);
      if (known) return known;
      const messages = await lastRows(workflowId, input);
      windows.seed(workflowId, input.version, input.upTo, messages);
      return messages;
    },

    async all({ workflowId }) {
      const rows = await database.run(() => transcripts.find({ workflowId }).sort({ seq: 1 }).lean());
      return rows.map(toMessage);
    },

    async amend({ workflowId }, seq, { eventNo, seq: _seq, ...change }) {
      windows.drop(workflowId);
      const filter = {
        _id: `${workflowId}/${seq}`,
        // An older version of the text never replaces a newer one, and a receipt never takes a state back.
        ...(change.text !== undefined && eventNo !== undefined ? { eventNo: op({ $lte: eventNo }) } : {}),
        ...(change.delivery === undefined ? {} : { delivery: op({ $in: [...statesBefore(change.delivery), null] }) }),
      };
      const set = { $set: { ...change, changedAt: new Date() } };
      const event = { $max: { eventNo }, $push: { eventNos: { $each: [eventNo], $slice: -EVENT_NUMBERS_KEPT } } };
      const numbered = eventNo === undefined ? set : { ...set, ...event };
      await database.run(() => transcripts.updateOne(filter, numbered));
    },

    noteDelivery: (outboxKey) => noteDelivery(context, outboxKey),

    async bySeq({ workflowId }, seq) {
      const row = await database.run(() => transcripts.findOne({ _id: `${workflowId}/${seq}` }).lean());
      return row && toMessage(row);
    },

    async lastOfCustomer({ workflowId }) {
      const filter = { workflowId, author: 'customer', originalId: op({ $exists: true }), deleted: op({ $ne: true }) };
      const row = await database.run(() =>
        transcripts
          .findOne(filter as object)
          .sort({ seq: -1 })
          .lean(),
      );
      return row && toMessage(row);
    },

    async byMessageId({ workflowId }, messageId) {
      const filter = { workflowId, messageId };
      const row = await database.run(() => transcripts.findOne(filter).sort({ seq: -1 }).lean());
      return row && toMessage(row);
    },

    async byProviderId({ workflowId, channel, account }, messageId) {
      const sent = { workflowId, channel, account, providerMessageId: providerIdHash(context, messageId) };
      const send = await database.run(() => database.models.outbox.findOne(sent, { _id: 1 }).lean());
      const filter = send
        ? { outboxKey: firstPartOf(send._id) }
        : { workflowId, messageId: shownMessageId(context.lookup, { channel, account, messageId }) };
      const row = await database.run(() => transcripts.findOne(filter).sort({ seq: -1 }).lean());
      return row && toMessage(row);
    },

    forget: (workflowId) => windows.drop(workflowId),
  };
}
