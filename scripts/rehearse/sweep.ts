/**
 * The same scenarios under one confidence threshold after another: how often a person is called, against how often the
 * AI's answer is wrong. The business chooses its own point on that curve.
 */
import type { Outcome } from './play';
import { totals } from './report';
import type { Scenario } from './scenario';
import type { Theatre } from './theatre';

export interface SweepPoint {
  threshold: number;
  /** Shares of the customer's turns, 0 to 1. */
  handoffRate: number;
  wrongRate: number;
}

export const THRESHOLDS = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/** `perform` plays one scenario on that theatre. */
export async function sweep(
  theatre: Pick<Theatre, 'setConfidence'>,
  scenarios: readonly Scenario[],
  perform: (scenario: Scenario) => Promise<Outcome>,
): Promise<SweepPoint[]> {
  const points: SweepPoint[] = [];
  for (const threshold of THRESHOLDS) {
    theatre.setConfidence(threshold);
    const outcomes: Outcome[] = [];
    for (const scenario of scenarios) outcomes.push(await perform(scenario));
    const { turns, handoffs, wrong } = totals(outcomes);
    points.push({ threshold, handoffRate: share(handoffs, turns), wrongRate: share(wrong, turns) });
  }
  return points;
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

export function sweepTable(points: readonly SweepPoint[], current: number): string[] {
  const percent = (rate: number) => `${(rate * 100).toFixed(1)} %`.padStart(8);
  return [
    'threshold   to a person   wrong answers',
    ...points.map(
      ({ threshold, handoffRate, wrongRate }) =>
        `     ${threshold.toFixed(2)}      ${percent(handoffRate)}        ${percent(wrongRate)}${threshold === current ? '   (now)' : ''}`,
    ),
  ];
}
