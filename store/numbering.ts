/**
 * Receive numbers and the operator's mark, given in one write on the conversation: the fence's arbiter (behaviour.md
 * 1.1). Numbering the same original again gives the number it has, so a retry after a crash burns none.
 */
import type { Person } from '../domain/message';
import type { StoreContext } from './context';
import type { ConversationDocument, OriginalDocument } from './documents';
import type { Home } from './homes';
import { op } from './models';

export interface Numbered {
  number: number;
  /** The AI send that was claimed last, open or settled. */
  claim: ConversationDocument['claim'];
  /** The data key's name as the conversation has it now. */
  keyRef: string | undefined;
  /** Numbers given out so far. */
  received: number;
}

const REMEMBERED = 64;
const NAMES_KEPT = 20;

/**
 * Null where the conversation is gone. One conditional write, then a read of what it gave: an update that returns the
 * document would be one trip, but the embedded server looks through the whole collection for it. A provisional mark of
 * the same original is taken back in the same write, and the name that an operator signed with is kept by it.
 */
export async function giveNumber(
  { database }: StoreContext,
  row: OriginalDocument,
  operator?: Person,
): Promise<Numbered | null> {
  const { conversations } = database.models;
  const unnumbered = { _id: row.workflowId, 'numbered.o': op({ $ne: row._id }) };
  const projection = { numbered: { $elemMatch: { o: row._id } }, claim: 1, dataKey: 1, received: 1 } as const;
  for (;;) {
    await database.run(() => conversations.updateOne(unnumbered, numberingOf(row, operator)));
    const known = await database.run(() => conversations.findOne({ _id: row.workflowId }, projection).lean());
    if (!known) return null;
    const number = known.numbered?.[0]?.n;
    // Pushed out of the list between write and read by as many others: it is numbered anew, which readers forgive.
    const { claim, dataKey, received } = known;
    if (number !== undefined) return { number, claim, keyRef: dataKey?.ref, received };
  }
}

/**
 * The next number for a customer's row, by one write: it is given only where nobody was given one since we last looked
 * and the data key is still ours. Null where it was not given; `giveNumber` then finds out why.
 */
export async function giveNextNumber(
  { database }: StoreContext,
  row: OriginalDocument,
  home: Home,
): Promise<Numbered | null> {
  if (home.numbering) return null;
  home.numbering = true;
  try {
    return await giveAsKnown(database, row, home);
  } finally {
    home.numbering = false;
  }
}

async function giveAsKnown(
  database: StoreContext['database'],
  row: OriginalDocument,
  home: Home,
): Promise<Numbered | null> {
  const { received, ref } = home;
  const number = received + 1;
  const asKnown = { _id: row.workflowId, received, 'dataKey.ref': ref, 'numbered.o': { $ne: row._id } };
  const change = {
    $set: { received: number },
    $max: { lastMessageAt: row.receivedAt },
    $push: { numbered: { $each: [{ o: row._id, n: number }], $slice: -REMEMBERED } },
  };
  const conversations = database.native<ConversationDocument>('conversations');
  const { matchedCount } = await database.run(() => conversations.updateOne(asKnown, change, database.limited));
  if (matchedCount === 0) return null;
  home.received = Math.max(home.received, number);
  return { number, claim: undefined, keyRef: ref, received: number };
}

function numberingOf(row: OriginalDocument, operator?: Person) {
  const counted = {
    received: { $add: ['$received', 1] },
    lastMessageAt: { $max: ['$lastMessageAt', row.receivedAt] },
  };
  const remembered = { $concatArrays: ['$numbered', [{ o: row._id, n: '$received' }]] };
  const withoutProvisional = { $filter: { input: '$provisionalMarks', cond: { $ne: ['$$this.id', row._id] } } };
  const marked = {
    numbered: { $slice: [remembered, -REMEMBERED] },
    ...(row.author === 'operator' ? { operatorMark: '$received', provisionalMarks: withoutProvisional } : {}),
    ...(operator?.name === undefined ? {} : { operatorNames: namesWith(operator.id, operator.name) }),
  };
  return [{ $set: counted }, { $set: marked }];
}

/** Names are not ours and may begin with `$`: they go in as literals. */
function namesWith(id: string, name: string) {
  const known = { $ifNull: ['$operatorNames', []] };
  const others = { $filter: { input: known, cond: { $ne: ['$$this.id', { $literal: id }] } } };
  return { $slice: [{ $concatArrays: [others, { $literal: [{ id, name }] }] }, -NAMES_KEPT] };
}
