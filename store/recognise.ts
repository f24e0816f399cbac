/**
 * Is this echo ours? Three proofs in order of strength: the provider's id, our own key handed back, and the text of a
 * send to the same address that is in flight or at most 120 s old. A text explains one echo only, so an operator who
 * repeats our words a moment later is still a person.
 */
import type { DeliveryState } from '../domain/message';
import type { StoreContext } from './context';
import type { OutboxDocument } from './documents';
import { op } from './models';

export interface Echo {
  kind: 'message' | 'edit' | 'deletion';
  messageId: string;
  text: string;
  channel: string;
  account: string;
  address: string;
  metadata?: string;
}

const RECENT_MS = 120_000;
const CANDIDATES = 20;
const IN_FLIGHT: DeliveryState[] = ['pending', 'claimed', 'unknown'];

/** What two copies of a text have in common whatever a provider does to its spaces, case and composition. */
export function textHash({ lookup }: Pick<StoreContext, 'lookup'>, text: string): string {
  const normal = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
  return lookup.hash('sent text', [normal]);
}

/** Where a send went, without saying so: the same for a customer's thread and for an operators' place. */
export function outboxAddressHash(
  { lookup }: Pick<StoreContext, 'lookup'>,
  { channel, account, address }: Pick<Echo, 'channel' | 'account' | 'address'>,
): string {
  return lookup.hash('outbox address', [channel, account, address]);
}

/** A provider's message id as it is kept: some hold the customer's number. */
export function providerIdHash({ lookup }: Pick<StoreContext, 'lookup'>, messageId: string): string {
  return lookup.hash('provider message id', [messageId]);
}

export async function recognise(context: StoreContext, echo: Echo): Promise<OutboxDocument | null> {
  const { database } = context;
  const { outbox } = database.models;
  const { channel, account } = echo;
  const providerMessageId = providerIdHash(context, echo.messageId);
  const byId = await database.run(() => outbox.findOne({ channel, account, providerMessageId }).lean());
  if (byId) return byId;
  if (echo.metadata) {
    const byKey = await database.run(() => outbox.findOne({ _id: echo.metadata as string, channel, account }).lean());
    if (byKey) return byKey;
  }
  return echo.kind === 'message' && echo.text.trim() !== '' ? byText(context, echo) : null;
}

async function byText(context: StoreContext, echo: Echo): Promise<OutboxDocument | null> {
  const { outbox } = context.database.models;
  const filter = { addressHash: outboxAddressHash(context, echo), textHash: textHash(context, echo.text) };
  const echoId = providerIdHash(context, echo.messageId);
  const rows = await context.database.run(() => outbox.find(filter).sort({ at: -1 }).limit(CANDIDATES).lean());
  for (const row of rows.filter((each) => mayExplain(each, echoId))) {
    const unexplained = { _id: row._id, echoId: op({ $in: [null, echoId] as string[] }) };
    const explain = { $set: { echoId } };
    const { matchedCount } = await context.database.run(() => outbox.updateOne(unexplained, explain));
    if (matchedCount === 1) return row;
  }
  return null;
}

function mayExplain({ state, at, echoId }: OutboxDocument, ofThisEcho: string): boolean {
  if (echoId !== undefined && echoId !== ofThisEcho) return false;
  return IN_FLIGHT.includes(state) || at.getTime() >= Date.now() - RECENT_MS;
}
