/** Why a conversation goes to a person, and which reason leads when several speak at once. */

/** In order of priority: the first that fired is the primary one, the others are listed. */
export const HANDOFF_REASONS = [
  'redaction_failed',
  'sensitive_topic',
  'explicit_request',
  'repeated_dissatisfaction',
  'attachment',
  'ai_unavailable',
  'low_confidence',
  'resume_off',
  'operator_took_over',
] as const;
export type HandoffReason = (typeof HANDOFF_REASONS)[number];

/** One signal's measurement. It fired when `score >= threshold` (for `low_confidence`: `score < threshold`). */
export interface Signal {
  reason: HandoffReason;
  score: number;
  threshold: number;
  /** Clean words that show it: a phrase of the customer, a rule's name. */
  evidence: string;
  topic?: string;
  detector?: string;
}

/** Fired reasons, primary first; one entry a reason and topic, the highest score kept. */
export function orderReasons(signals: readonly Signal[]): Signal[] {
  const best = new Map<string, Signal>();
  for (const signal of signals) {
    const key = `${signal.reason}:${signal.topic ?? ''}`;
    const known = best.get(key);
    if (!known || signal.score > known.score) best.set(key, signal);
  }
  const rank = (signal: Signal) => HANDOFF_REASONS.indexOf(signal.reason);
  return [...best.values()].sort((a, b) => rank(a) - rank(b) || b.score - a.score);
}
