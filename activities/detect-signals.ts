/**
 * Activity: what in the customer's turn speaks for a person, without a model and without the network. Judges every
 * message of the turn as if it were the last, so a wish in the middle of a burst is not lost.
 */
import { orderReasons, type Signal } from '../domain/handoff';
import type { ConversationKey } from '../store/store';
import type { ActivityDeps } from './deps';
import { detect } from './signals/detect';
import { dialogueOf } from './signals/dialogue';

export interface DetectSignalsInput {
  conversation: ConversationKey;
  /** The rows of this turn: the customer's messages nobody has answered yet. */
  seqs: number[];
  upTo: number;
  version: number;
  /** Seq of the last boundary or handoff, 0 at the start: what lies before can not raise a signal again. */
  since: number;
}

export interface DetectSignalsResult {
  /** Primary first. */
  fired: Signal[];
  /** Every score with its threshold, fired or not. */
  measured: Signal[];
  language: string;
}

/** Rows read for a verdict: the six customer messages of the window, their answers, and what team rows lie between. */
export const DIALOGUE_ROWS = 40;

export const detectSignals =
  ({ store, business }: Pick<ActivityDeps, 'store' | 'business'>) =>
  async ({ conversation, seqs, upTo, version, since }: DetectSignalsInput): Promise<DetectSignalsResult> => {
    const rows = await store.transcripts.recent(conversation, { upTo, version, limit: DIALOGUE_ROWS });
    const settings = business(conversation.businessId);
    const turn = new Set(seqs);
    const detections = rows.flatMap((row, index) =>
      turn.has(row.seq) && !row.deleted && (!row.reaction || row.reaction.displeased)
        ? [detect(dialogueOf(rows.slice(0, index + 1), since), settings)]
        : [],
    );
    return {
      fired: orderReasons(detections.flatMap(({ fired }) => fired)),
      measured: orderReasons(detections.flatMap(({ measured }) => measured)),
      language: detections.at(-1)?.language ?? settings.languages[0] ?? 'en',
    };
  };
