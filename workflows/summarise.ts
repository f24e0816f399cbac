/**
 * Keeps a summary of what lies before the rows that a draft reads, made beside the turns: no turn waits for it, and
 * without it a turn is answered from those rows alone. The latest rows are left out, for they may still be re-masked.
 */
import { CancellationScope, isCancellation, log, patched } from '@temporalio/workflow';
import { background } from './activity-proxies';
import type { Conversation } from './context';
import type { ConversationState } from './state';

/** With the rows left out, no more than a draft reads. */
const EVERY_ROWS = 20;
const LEFT_OUT = 6;

/** The summary a draft may read: not one of before a row was changed, for it may hold what was taken away. */
export function usableSummary({ summary, version }: ConversationState): string | null {
  return summary?.version === version ? summary.key : null;
}

/** Starts a summary if one is due and none is being made. */
export function summarise(conversation: Conversation): void {
  const { state } = conversation;
  const to = state.seq - LEFT_OUT;
  if (conversation.summarising || conversation.draining || to - (state.summary?.to ?? 0) < EVERY_ROWS) return;
  if (!patched('summary')) return;
  const scope = new CancellationScope();
  conversation.summarising = scope;
  void scope
    .run(() => make(conversation, to))
    .catch((error) => {
      if (!isCancellation(error)) log.warn('no summary was made; the next one is tried later', { to });
    })
    .finally(() => {
      conversation.summarising = null;
    });
}

async function make({ key, state }: Conversation, to: number): Promise<void> {
  const { version } = state;
  const before = usableSummary(state);
  const from = before === null ? 0 : (state.summary?.to ?? 0);
  const { summaryKey } = await background.summarizeHistory.executeWithOptions({ summary: `rows up to ${to}` }, [
    { conversation: key, from, to, version, ...(before !== null && { before }) },
  ]);
  state.summary = { key: summaryKey, to, version };
}
