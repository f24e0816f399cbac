/**
 * What operators call a customer: the name his platform gives with his messages, redacted like his words. It stands in
 * the sealed originals alone, so it is gone with them.
 */
import { redact } from '../redaction';
import type { ConversationKey } from '../store/store';
import type { ActivityDeps } from './deps';

const LONGEST = 40;

/** Null where he has none. */
export async function customerName(
  { store }: Pick<ActivityDeps, 'store'>,
  conversation: ConversationKey,
): Promise<string | null> {
  const row = await store.transcripts.lastOfCustomer(conversation);
  if (row?.originalId === undefined) return null;
  const original = (await store.originals.open(conversation, [row.originalId])).get(row.originalId);
  const name = redact(original?.content.from?.name ?? '', { from: 'customer' }).text;
  const line = name.replace(/\s+/gu, ' ').trim();
  const segments = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  return (segments.length <= LONGEST ? line : `${segments.slice(0, LONGEST - 1).join('')}…`) || null;
}
