/** What a rehearsal prints: a line a scenario, what went otherwise beneath it, and the totals. */
import type { Outcome } from './play';

export function reportLines(outcomes: readonly Outcome[]): string[] {
  const lines = outcomes.flatMap(({ name, failures }) => [
    `  ${failures.length === 0 ? 'yes' : 'NO '}  ${name}`,
    ...failures.map(({ step, what }) => `         step ${step}: ${what}`),
  ]);
  const failed = outcomes.filter(({ failures }) => failures.length > 0).length;
  const { turns, handoffs, wrong } = totals(outcomes);
  return [
    ...lines,
    '',
    `${outcomes.length - failed} of ${outcomes.length} scenarios as expected; ${turns} customer turns, ${handoffs} handed to a person, ${wrong} answered wrongly`,
  ];
}

export function totals(outcomes: readonly Outcome[]) {
  const sum = (field: 'turns' | 'handoffs' | 'replies' | 'wrong') =>
    outcomes.reduce((total, outcome) => total + outcome[field], 0);
  return { turns: sum('turns'), handoffs: sum('handoffs'), replies: sum('replies'), wrong: sum('wrong') };
}
