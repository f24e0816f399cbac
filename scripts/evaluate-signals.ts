/**
 * `npm run evaluate:signals -- [--public DIR] [--corpus DIR] [--misses]`: recall and false rate of every signal and
 * language on the dialogue corpus and on the public sets, beside a tight-regex baseline measured in the same run.
 * `evaluateSignals` gives the same numbers to other programs. Nothing is fitted here.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { detect } from '../activities/signals/detect';
import { readCorpus, readPublicSets, type SignalCase } from './signal-sets';
import { tightPatterns } from './tight-patterns';

export const SIGNALS = ['explicit_request', 'repeated_dissatisfaction', 'sensitive_topic', 'acute_distress'] as const;
export type SignalName = (typeof SIGNALS)[number];

export interface Score {
  positives: number;
  caught: number;
  negatives: number;
  falseAlarms: number;
}
export interface Outcome {
  one: SignalCase;
  fired: readonly string[];
  baseline: readonly string[];
  milliseconds: number;
}
export interface SignalReport {
  set: string;
  outcomes: Outcome[];
}

export const CORPUS = join(__dirname, '..', 'test', 'dialogues');

/** Every set with what fired on each of its cases. Without `publicSets` only the corpus is read. */
export async function evaluateSignals({
  corpus = CORPUS,
  publicSets,
}: {
  corpus?: string;
  publicSets?: string | undefined;
} = {}): Promise<SignalReport[]> {
  const own = await Promise.all(
    ['corpus.jsonl', 'holdout.jsonl'].map(async (file) => [file, await readCorpus(corpus, file)] as const),
  );
  const sets = [...own, ...(publicSets ? readPublicSets(publicSets) : [])];
  return sets.map(([set, cases]) => ({ set, outcomes: cases.map(outcomeOf) }));
}

export function outcomeOf(one: SignalCase): Outcome {
  const began = performance.now();
  const { fired } = detect(one.dialogue, one.business, one.topics ? { topics: one.topics } : {});
  const milliseconds = performance.now() - began;
  const keys = fired.map(({ reason, topic }) => (topic ? `${reason}:${topic}` : reason));
  return { one, fired: keys, baseline: tightPatterns(one.dialogue, one.business), milliseconds };
}

/** Which of a case's keys are about a signal; acute distress is also one of the sensitive topics. */
function about(signal: SignalName, keys: readonly string[]): string[] {
  if (signal === 'acute_distress') return keys.filter((key) => key === 'sensitive_topic:acute_distress');
  return keys.filter((key) => key === signal || key.startsWith(`${signal}:`));
}

/** A positive is caught when all that is expected of the signal fires; a false alarm is anything more than that. */
export function scoreOf(
  outcomes: readonly Outcome[],
  signal: SignalName,
  pick: (outcome: Outcome) => readonly string[] = ({ fired }) => fired,
): Score {
  const score: Score = { positives: 0, caught: 0, negatives: 0, falseAlarms: 0 };
  for (const outcome of outcomes) {
    const expected = about(signal, outcome.one.expected);
    const fired = about(signal, pick(outcome));
    const more = fired.filter((key) => !expected.includes(key) && !outcome.one.allowed.includes(key));
    if (expected.length > 0) {
      score.positives += 1;
      score.caught += expected.every((key) => fired.includes(key)) ? 1 : 0;
    } else score.negatives += 1;
    score.falseAlarms += more.length > 0 ? 1 : 0;
  }
  return score;
}

/** Milliseconds that 95 of 100 messages stay under. */
export function p95(outcomes: readonly Outcome[]): number {
  const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.95)] ?? 0;
}

export function table({ set, outcomes }: SignalReport): string {
  const lines = [`${set}: ${outcomes.length} dialogues, p95 ${p95(outcomes).toFixed(1)} ms`];
  for (const signal of SIGNALS) {
    const all = scoreOf(outcomes, signal);
    if (all.positives + all.falseAlarms === 0 && !outcomes.some(({ baseline }) => about(signal, baseline).length > 0)) {
      continue;
    }
    lines.push(
      row(
        signal,
        all,
        scoreOf(outcomes, signal, ({ baseline }) => baseline),
      ),
    );
    const languages = [...new Set(outcomes.map(({ one }) => one.language))];
    if (languages.length < 2) continue;
    for (const language of languages) {
      const own = outcomes.filter(({ one }) => one.language === language);
      lines.push(
        row(
          `  ${language}`,
          scoreOf(own, signal),
          scoreOf(own, signal, ({ baseline }) => baseline),
        ),
      );
    }
  }
  return lines.join('\n');
}

function row(name: string, score: Score, baseline: Score): string {
  return `  ${name.padEnd(26)} ${shares(score)}   | tight regex ${shares(baseline)}`;
}

function shares({ positives, caught, negatives, falseAlarms }: Score): string {
  const recall = positives > 0 ? `${caught}/${positives} (${(caught / positives).toFixed(3)})` : '-';
  const rate = negatives > 0 ? `${falseAlarms}/${negatives} (${((100 * falseAlarms) / negatives).toFixed(2)} %)` : '-';
  return `recall ${recall.padEnd(16)} false ${rate.padEnd(18)}`;
}

/** The cases in which something is missing or too much, one line each. */
export function misses({ set, outcomes }: SignalReport): string[] {
  return outcomes.flatMap(({ one, fired }) => {
    const missing = one.expected.filter((key) => !fired.includes(key));
    const more = fired.filter((key) => !one.expected.includes(key) && !one.allowed.includes(key));
    if (missing.length + more.length === 0) return [];
    const said = one.dialogue.map(({ from, text, boundary }) => (boundary ? '/done' : `${from[0]}: ${text}`));
    return [`${set} ${one.id}: missing [${missing}] more [${more}] ${said.join(' / ')}`];
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { public: { type: 'string' }, corpus: { type: 'string' }, misses: { type: 'boolean', default: false } },
  });
  const reports = await evaluateSignals({ corpus: values.corpus ?? CORPUS, publicSets: values.public });
  for (const report of reports) {
    process.stdout.write(`${table(report)}\n\n`);
    if (values.misses) for (const line of misses(report)) process.stdout.write(`  ${line}\n`);
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
