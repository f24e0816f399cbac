/** Transcript rows and a store that holds nothing else, for activities run alone. */
import type { CleanText, TranscriptMessage } from '../../domain/message';
import type { Store } from '../../store/store';

export const conversation = {
  businessId: 'b',
  workflowId: 'w',
  conversationId: 'c',
  channel: 'api',
  account: 'default',
};
export const row = (
  seq: number,
  author: TranscriptMessage['author'],
  text: string,
  more: Partial<TranscriptMessage> = {},
): TranscriptMessage => ({
  seq,
  eventNo: seq,
  messageId: `m${seq}`,
  author,
  visibility: 'public',
  text: text as CleanText,
  at: '2026-11-22T10:00:00.000Z',
  redactions: [],
  ...more,
});

export function storeWith(rows: TranscriptMessage[], results = new Map<string, string>()): Store {
  return {
    transcripts: { recent: async (_: unknown, { upTo }: { upTo: number }) => rows.filter(({ seq }) => seq <= upTo) },
    toolResults: {
      find: async (_: unknown, key: string) => results.get(key) ?? null,
      save: async (_: unknown, key: string, result: string) => {
        if (!results.has(key)) results.set(key, result);
        return results.get(key);
      },
    },
  } as unknown as Store;
}
