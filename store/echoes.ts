/**
 * Echoes that may be ours. While one is in its grace a provisional mark fences the AI; when the grace is over it either
 * proves to be ours and is dropped, or becomes an operator's message like any other. Both end the mark.
 */
import { accepted, insertOriginal } from './accept';
import { readAddress } from './address';
import type { StoreContext } from './context';
import type { OriginalDocument } from './documents';
import { fenceAfterMark } from './fence';
import { op } from './models';
import { giveNumber } from './numbering';
import { newOriginal, openPart } from './original-rows';
import { recognise } from './recognise';
import type { SignalledBatch } from './signalled-batch';
import type { Acceptance, AcceptInput, ConversationKey, FenceWait } from './store';

const LEASE_MS = 5_000;
const BATCH = 50;

/** The AI send that was claimed before the mark and may still start, as for an operator's message. */
export async function holdEcho(
  context: StoreContext,
  input: AcceptInput,
  graceMs: number,
): Promise<{ conversation: ConversationKey; fence: FenceWait } | null> {
  const at = new Date();
  const home = await context.homes.enter(input, at.toISOString());
  const until = new Date(at.getTime() + graceMs);
  const row = newOriginal(context.lookup, home, input, at);
  // No pump is to signal it yet, and looking for what it has to signal need not read past it.
  const { pendingAt: _unsignalled, ...kept } = row;
  const held = { ...kept, state: 'held', heldUntil: until } as const;
  const stored = (await insertOriginal(context, held)) ? held : await storedEcho(context, row.dedupeKey);
  if (stored?.state !== 'held') return null;
  const { conversations } = context.database.models;
  const unmarked = { _id: row.workflowId, 'provisionalMarks.id': op({ $ne: stored._id }) };
  const mark = { $push: { provisionalMarks: { id: stored._id, until } } };
  await context.database.run(() => conversations.updateOne(unmarked, mark));
  const marked = await context.database.run(() => conversations.findOne({ _id: row.workflowId }, { claim: 1 }).lean());
  const fence = await fenceAfterMark(context, marked?.claim);
  return fence && { conversation: home.key, fence };
}

/** A redelivered echo whose mark a crash left out gets it now. */
function storedEcho({ database }: StoreContext, key: string) {
  return database.run(() => database.models.originals.findOne({ dedupeKey: key }, { sealed: 0 }).lean());
}

export async function releaseEchoes(context: StoreContext, batch: SignalledBatch): Promise<Acceptance[]> {
  const { database } = context;
  const { originals } = database.models;
  const acceptances: Acceptance[] = [];
  const over = { heldUntil: op({ $lte: new Date() }) };
  const found = await database.run(() => originals.find(over, { _id: 1 }).sort({ heldUntil: 1 }).limit(BATCH).lean());
  for (const { _id } of found) {
    // The lease is the next look's time: another process finds the row again only if this one dies here.
    const lease = { $set: { heldUntil: new Date(Date.now() + LEASE_MS) } };
    const { modifiedCount } = await database.run(() => originals.updateOne({ _id, ...over }, lease));
    const row = modifiedCount === 1 ? await database.run(() => originals.findOne({ _id }).lean()) : null;
    const acceptance = row && (await release(context, batch, row));
    if (acceptance) acceptances.push(acceptance);
  }
  return acceptances;
}

async function release(
  context: StoreContext,
  batch: SignalledBatch,
  row: OriginalDocument,
): Promise<Acceptance | null> {
  const { originals } = context.database.models;
  const settle = (change: object) => context.database.run(() => originals.updateOne({ _id: row._id }, change));
  if (await isOurs(context, row)) {
    await liftMark(context, row);
    await settle({ $set: { state: 'ours' }, $unset: { sealed: 1, heldUntil: 1 } });
    return null;
  }
  const numbered = await giveNumber(context, row);
  if (!numbered || numbered.keyRef !== row.keyRef) {
    await context.database.run(() => originals.deleteOne({ _id: row._id }));
    return null;
  }
  await settle({ $set: { state: 'stored', number: numbered.number, pendingAt: new Date() }, $unset: { heldUntil: 1 } });
  batch.numbered(row._id, numbered.number);
  return accepted(context, row, numbered);
}

async function isOurs(context: StoreContext, row: OriginalDocument): Promise<boolean> {
  const home = await context.homes.find(row.workflowId);
  if (!home || home.ref !== row.keyRef || !row.sealed) return false;
  const { content, messageId, providerMessageId = messageId } = openPart(home, { ...row, sealed: row.sealed });
  const { channel, account, kind } = row;
  const address = await readAddress(context, row);
  return (
    (await recognise(context, {
      kind,
      messageId: providerMessageId,
      text: content.text,
      channel,
      account,
      address,
    })) !== null
  );
}

async function liftMark({ database }: StoreContext, row: OriginalDocument): Promise<void> {
  const lift = { $pull: { provisionalMarks: { id: row._id } } };
  await database.run(() => database.models.conversations.updateOne({ _id: row.workflowId }, lift));
}
