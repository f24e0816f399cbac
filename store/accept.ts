/**
 * Taking a message in, in the order that loses nothing: seal and store under the unique key, then number (and mark),
 * then hand out the reference. A redelivery stops at the first step, or repairs what a crash left out.
 */
import type { StoreContext } from './context';
import type { OriginalDocument } from './documents';
import { fenceAfterMark } from './fence';
import type { Home } from './homes';
import { giveNextNumber, giveNumber, type Numbered } from './numbering';
import { keyOf, newOriginal, openPart, referenceOf, sealPart } from './original-rows';
import { followAddress } from './send-address';
import type { SignalledBatch } from './signalled-batch';
import type { Acceptance, AcceptInput } from './store';
import { isDuplicateKey, StoreUnavailable } from './unavailable';

export async function accept(context: StoreContext, batch: SignalledBatch, input: AcceptInput): Promise<Acceptance> {
  const at = new Date();
  const home = await context.homes.enter(input, at.toISOString());
  const row = newOriginal(context.lookup, home, input, at);
  if (!(await insertOriginal(context, row))) return repeated(context, input, row.dedupeKey);
  const numbered = await numberInItsHome(context, input, row, home);
  batch.numbered(row._id, numbered.number);
  if (input.aliases && input.author === 'customer') await followAddress(context, home, input.address);
  return accepted(context, row, numbered);
}

/** False where the unique key is taken: somebody stored this message before. */
export async function insertOriginal({ database }: StoreContext, row: OriginalDocument): Promise<boolean> {
  try {
    await database.run(() => database.native<OriginalDocument>('originals').insertOne(row));
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export async function accepted(context: StoreContext, row: OriginalDocument, numbered: Numbered): Promise<Acceptance> {
  const fence = row.author === 'operator' ? await fenceAfterMark(context, numbered.claim) : null;
  return { status: 'accepted', reference: referenceOf(row, numbered.number), conversation: keyOf(row), fence };
}

/**
 * Numbers the row, and notices when the conversation was erased (and perhaps begun anew) while our home was cached: the
 * row is then sealed again with the key that the conversation has now.
 */
async function numberInItsHome(
  context: StoreContext,
  input: AcceptInput,
  row: OriginalDocument,
  home: Home,
): Promise<Numbered> {
  const next = row.author === 'customer' ? await giveNextNumber(context, row, home) : null;
  if (next) return next;
  const first = await giveNumber(context, row, input.operator);
  if (first && first.keyRef === home.ref) {
    home.received = first.received;
    return first;
  }
  context.homes.forget(row.workflowId);
  const present = await context.homes.enter({ ...input, workflowId: row.workflowId }, row.receivedAt);
  const sealed = sealPart(present, row, openPart(home, { ...row, sealed: row.sealed as Uint8Array }));
  const moved = { sealed, keyRef: present.ref, conversationId: present.key.conversationId };
  Object.assign(row, moved);
  await context.database.run(() => context.database.models.originals.updateOne({ _id: row._id }, { $set: moved }));
  const numbered = first ?? (await giveNumber(context, row, input.operator));
  if (!numbered) throw new StoreUnavailable('The conversation is being erased');
  return numbered;
}

/** An operator's redelivery is acknowledged under the same fence: the first acknowledgement may never have arrived. */
async function repeated(context: StoreContext, input: AcceptInput, key: string): Promise<Acceptance> {
  const { originals, conversations } = context.database.models;
  const row = await context.database.run(() => originals.findOne({ dedupeKey: key }, { sealed: 0 }).lean());
  if (!row) throw new StoreUnavailable('The message is being stored by another process');
  const answer = { status: 'duplicate', conversation: keyOf(row), messageId: input.messageId, fence: null } as const;
  if (row.author !== 'operator' || row.state === 'held' || row.state === 'ours') return answer;
  const unmarked = row.state === 'stored' && row.number === undefined;
  const marked = unmarked
    ? await giveNumber(context, row, input.operator)
    : await context.database.run(() => conversations.findOne({ _id: row.workflowId }, { claim: 1 }).lean());
  return { ...answer, fence: await fenceAfterMark(context, marked?.claim) };
}
