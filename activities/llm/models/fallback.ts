/**
 * A second model for when the first is down. The first keeps its retries as long as there is time for both; what will
 * not change by waiting (a breaker that rests, a key that is refused, a busy provider) goes over at once. Who answered,
 * and why, stands in the draft.
 */
import { ApplicationFailure } from '@temporalio/common';
import type { Answerer, DraftContext, DraftStep, SummaryRequest } from '../answerer';

/** From this attempt on the first model is not asked any more. */
const LAST_ATTEMPT = 3;
/** What a draft needs besides the model's own time. */
const MARGIN_MS = 2000;

export function withFallback(first: Answerer, second: Answerer, { timeoutMs }: { timeoutMs: number }): Answerer {
  return {
    name: first.name,
    async draft(request, context) {
      const instead = async (because: string): Promise<DraftStep> => {
        const step = await second.draft(request, context);
        return { ...step, by: { ...(step.by ?? { model: second.name }), insteadOf: first.name, because } };
      };
      if (isTooLate(context, timeoutMs)) return instead('it failed before in this turn');
      const startedAt = Date.now();
      try {
        return await first.draft(request, context);
      } catch (error) {
        context.signal.throwIfAborted();
        if (!(error instanceof ApplicationFailure)) throw error;
        const quick = Date.now() - startedAt < timeoutMs / 2;
        if (isFinal(error) || context.attempt === undefined || (context.attempt > 1 && quick))
          return instead(error.type ?? 'failure');
        throw ApplicationFailure.create({
          message: error.message,
          type: error.type ?? 'ModelUnavailable',
          nextRetryDelay: 500,
        });
      }
    },
    async summarize(request: SummaryRequest, context: DraftContext) {
      return (first.summarize ?? second.summarize)?.(request, context) ?? '';
    },
  };
}

/** No time for a failure of the first and an answer of the second. */
function isTooLate({ attempt = 1, deadline = Number.POSITIVE_INFINITY }: DraftContext, timeoutMs: number): boolean {
  if (attempt >= LAST_ATTEMPT) return true;
  return attempt > 1 && deadline - Date.now() < 2 * timeoutMs + MARGIN_MS;
}

function isFinal({ nonRetryable, type, details }: ApplicationFailure): boolean {
  return nonRetryable === true || type === 'ModelBusy' || details?.[0] === 'resting';
}
