/** The part of a business's settings that the workflow itself needs. Read by an activity at the start of every run. */
export interface ConversationPolicy {
  resume: 'automatic' | 'off';
  /** Milliseconds; null means never. */
  unclaimedAfterMs: number | null;
  unclaimedPolicy: 'keep' | 'ai';
  idleAfterMs: number | null;
  resumeAfterMs: number | null;
  clarifyOnce: boolean;
  quietPeriodMs: number;
  maxWaitMs: number;
  /** Photos and files go to a person while no answer is possible. */
  attachmentsHandOff: boolean;
  /** Continue as new after this many history events, at the next safe point. */
  historyLimit: number;
}
