/** The sealed store: what customers and operators really wrote. Opened by redaction, and by people under audit. */
import { randomUUID } from 'node:crypto';
import type { StoreContext } from './context';
import type { AuditDocument, OriginalDocument } from './documents';
import type { Home } from './homes';
import { openPart, referenceOf, sealPart } from './original-rows';
import type { ConversationKey, Originals } from './store';

type SealedRow = OriginalDocument & { sealed: Uint8Array };

export function createOriginals(context: StoreContext): Originals {
  const { database, homes } = context;
  const { originals } = database.models;

  /** The key that sealed the row, or null where the conversation was erased since. */
  async function homeOf(row: OriginalDocument): Promise<Home | null> {
    const home = await homes.find(row.workflowId);
    if (home?.ref === row.keyRef) return home;
    homes.forget(row.workflowId);
    const present = await homes.find(row.workflowId);
    return present?.ref === row.keyRef ? present : null;
  }

  async function sealedRow(key: ConversationKey, originalId: string): Promise<SealedRow | null> {
    const row = await database.run(() => originals.findOne({ _id: originalId, workflowId: key.workflowId }).lean());
    return row?.sealed ? (row as SealedRow) : null;
  }

  return {
    async open(key, originalIds) {
      const filter = { _id: { $in: [...originalIds] }, workflowId: key.workflowId };
      const rows = await database.run(() =>
        database.native<OriginalDocument>('originals').find(filter, database.limited).toArray(),
      );
      const opened: Awaited<ReturnType<Originals['open']>> = new Map();
      for (const row of rows) {
        const home = row.sealed && (await homeOf(row));
        if (home) opened.set(row._id, { ...openPart(home, row as SealedRow), row: referenceOf(row, row.number ?? 0) });
      }
      return opened;
    },

    async reseal(key, originalId, content) {
      const row = await sealedRow(key, originalId);
      const home = row && (await homeOf(row));
      if (!row || !home) return;
      const sealed = sealPart(home, row, { ...openPart(home, row), content });
      await database.run(() => originals.updateOne({ _id: originalId, keyRef: row.keyRef }, { $set: { sealed } }));
    },

    async destroy(key, originalId) {
      const filter = { _id: originalId, workflowId: key.workflowId };
      await database.run(() => originals.updateOne(filter, { $unset: { sealed: 1 } }));
    },

    async openForAudit(businessId, originalId, who) {
      const row = await database.run(() => originals.findOne({ _id: originalId, businessId }).lean());
      if (!row?.sealed) return null;
      const { conversationId } = row;
      await recordAudit(context, { businessId, who, what: 'original opened', conversationId, originalId });
      const home = await homeOf(row);
      return home && { content: openPart(home, row as SealedRow).content, conversationId };
    },
  };
}

/** Resolves only once the record is written: what needs one must wait for it. */
export async function recordAudit({ database }: StoreContext, entry: Omit<AuditDocument, '_id' | 'at'>): Promise<void> {
  const row = { _id: randomUUID(), ...entry, at: new Date() };
  await database.run(() => database.models.audit.insertMany([row], { lean: true }));
}
