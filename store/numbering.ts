/**
 * Receive numbers and the operator's mark, given in one write on the conversation: the fence's arbiter (behaviour.md
 * 1.1). Numbering the same original again gives the number it has, so a retry after a crash burns none.
 */

import type { StoreContext } from './context';
import type { ConversationDocument, OriginalDocument } from './documents';
import { op } from './models';

export interface Numbered {
  number: number;
  /** The AI send that was claimed last, open or settled. */
  claim: ConversationDocument['claim'];
  /** The data key's name as the conversation has it now. */
  keyRef: string | undefined;
}

const REMEMBERED = 32;
const PROJECTION = { numbered: 1, claim: 1, dataKey: 1 } as const;

/** Null where the conversation is gone. A provisional mark of the same original is taken back in the same write. */
export async function giveNumber(context: StoreContext, row: OriginalDocument): Promise<Numbered | null> {
  const { database } = context;
  const { conversations } = database.models;
  const filter = { _id: row.workflowId, 'numbered.o': op({ $ne: row._id }) };
  const options = { returnDocument: 'after', projection: PROJECTION } as const;
  const changed = await database.run(() => conversations.findOneAndUpdate(filter, numberingOf(row), options).lean());
  const known =
    changed ?? (await database.run(() => conversations.findOne({ _id: row.workflowId }, PROJECTION).lean()));
  if (!known) return null;
  const number = known.numbered.find((entry) => entry.o === row._id)?.n;
  // Numbered before, and pushed out of the list between our two looks: it is numbered anew, which readers forgive.
  if (number === undefined) return giveNumber(context, row);
  return { number, claim: known.claim, keyRef: known.dataKey?.ref };
}

function numberingOf(row: OriginalDocument) {
  const counted = {
    received: { $add: ['$received', 1] },
    lastMessageAt: { $max: ['$lastMessageAt', row.receivedAt] },
  };
  const remembered = { $concatArrays: ['$numbered', [{ o: row._id, n: '$received' }]] };
  const withoutProvisional = { $filter: { input: '$provisionalMarks', cond: { $ne: ['$$this.id', row._id] } } };
  const marked = {
    numbered: { $slice: [remembered, -REMEMBERED] },
    ...(row.author === 'operator' ? { operatorMark: '$received', provisionalMarks: withoutProvisional } : {}),
  };
  return [{ $set: counted }, { $set: marked }];
}
