/**
 * `redactMessage` as the workflow calls it. Where the AI may answer, the detectors judge the clean row in the same
 * step, which spares each turn a workflow activation. They never hold up or fail the redaction: without a verdict the
 * workflow asks them by `detectSignals`.
 */
import type { ActivityDeps } from './deps';
import { type DetectSignalsInput, type DetectSignalsResult, detectSignals } from './detect-signals';
import { type RedactMessageInput, type RedactMessageResult, redactMessage } from './redact-message';

/** `seqs`: earlier rows of the turn that nobody has judged. */
export type TakeMessageInput = RedactMessageInput & { judge?: Pick<DetectSignalsInput, 'seqs' | 'since'> };
/** `judged` is absent where not asked for, or where earlier rows were masked anew and have to be read again first. */
export type TakeMessageResult = RedactMessageResult & { judged?: DetectSignalsResult };

export const takeMessage = (deps: Pick<ActivityDeps, 'store' | 'business' | 'log'>) => {
  const redact = redactMessage(deps);
  const detect = detectSignals(deps);
  return async ({ judge, ...input }: TakeMessageInput): Promise<TakeMessageResult> => {
    const redacted = await redact(input);
    const { seq, failed, amended } = redacted;
    if (!judge || seq === null || failed || amended.length > 0) return redacted;
    const { conversation, version } = input;
    try {
      const seqs = [...judge.seqs, seq];
      return { ...redacted, judged: await detect({ conversation, seqs, upTo: seq, version, since: judge.since }) };
    } catch (error) {
      const { workflowId } = conversation;
      deps.log.warn({ workflowId, error: (error as Error).name }, 'the detectors gave no verdict with the redaction');
      return redacted;
    }
  };
};
