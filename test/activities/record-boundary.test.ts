/** The line that `/done` leaves for the team, in the business's own clock. */
import { recordBoundary } from '../../activities/record-boundary';
import type { TranscriptMessage } from '../../domain/message';
import { loadBusiness } from '../../load-business';

async function boundary(from: string, at: string, timezone: string): Promise<string> {
  const business = { ...(await loadBusiness('examples/riverside-hotel')), timezone };
  const rows: TranscriptMessage[] = [];
  const opened = { content: { text: '/done refunded' }, operator: { id: 'mai', name: 'Mai' } };
  const store = {
    originals: { open: async () => new Map([['o1', opened]]) },
    transcripts: { append: async (_key: unknown, added: TranscriptMessage[]) => void rows.push(...added) },
  };
  const conversation = {
    businessId: business.id,
    workflowId: 'w',
    conversationId: 'c',
    channel: 'api',
    account: 'main',
  };
  const deps = { store, business: () => business } as unknown as Parameters<typeof recordBoundary>[0];
  await recordBoundary(deps)({ conversation, originalId: 'o1', from, at, seq: 3, eventNo: 3 });
  return rows.map(({ text }) => text).join('\n');
}

test('tells when, by the clock on the business wall', async () => {
  expect(await boundary('2026-11-23T00:00:37.361Z', '2026-11-23T00:02:44.520Z', 'Asia/Ho_Chi_Minh')).toBe(
    'Resolved by Mai, 23 November 2026, 07:00 to 07:02. Outcome: refunded',
  );
});

test('names both days where it took longer than one', async () => {
  expect(await boundary('2026-11-22T16:58:00Z', '2026-11-22T17:02:00Z', 'Asia/Ho_Chi_Minh')).toBe(
    'Resolved by Mai, 22 November 2026, 23:58 to 23 November 2026, 00:02. Outcome: refunded',
  );
});
