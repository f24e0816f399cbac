/**
 * Erasure. The data key goes first, which makes every sealed byte unreadable at once; then the rows; last the
 * conversation itself, so that an erasure cut short can be repeated. The audit record stays.
 */
import type { StoreContext } from './context';
import { recordAudit } from './originals';
import type { ConversationKey } from './store';

const SLOW_MS = 12_000;
const slow = { maxTimeMS: 10_000 };

export async function eraseConversation(
  context: StoreContext,
  { businessId, conversationId, who }: { businessId: string; conversationId: string; who: string },
  forget: (workflowId: string) => void,
): Promise<ConversationKey | null> {
  const { database, homes } = context;
  const { conversations, transcripts, originals, aliases, outbox, threads, toolResults } = database.models;
  const destroyKey = { $unset: { dataKey: 1, sealedAddress: 1, claim: 1, events: 1, operatorNames: 1 } } as const;
  const identity = { projection: { businessId: 1, conversationId: 1, channel: 1, account: 1 } } as const;
  const exists = await database.run(() => conversations.exists({ businessId, conversationId }));
  if (!exists) return null;
  await recordAudit(context, { businessId, who, what: 'conversation erased', conversationId });
  const row = await database.run(() =>
    conversations.findOneAndUpdate({ businessId, conversationId }, destroyKey, identity).lean(),
  );
  if (!row) return null;
  const { _id: workflowId, channel, account } = row;
  homes.forget(workflowId);
  forget(workflowId);
  const sweep = () =>
    Promise.all([
      database.run(() => transcripts.deleteMany({ workflowId }, slow), SLOW_MS),
      database.run(() => originals.deleteMany({ workflowId }, slow), SLOW_MS),
      database.run(() => aliases.deleteMany({ workflowId }, slow), SLOW_MS),
      database.run(() => outbox.deleteMany({ workflowId }, slow), SLOW_MS),
      database.run(() => threads.deleteMany({ workflowId }, slow), SLOW_MS),
      database.run(() => toolResults.deleteMany({ workflowId }, slow), SLOW_MS),
    ]);
  await sweep();
  // A write that was under way while we swept is swept now; the document goes last and nothing can follow it home.
  await sweep();
  await database.run(() => conversations.deleteOne({ _id: workflowId }));
  return { businessId, workflowId, conversationId, channel, account };
}
