/**
 * `npm run evaluate:answers -- [--public DIR] [--embedder none|english|multilingual] [--examples 10]
 * [--questions 1500]`: how well the offline answerer answers, and what its confidence is worth, on the public sets where
 * somebody has saved them and on the project's own questions. Plain BM25 is measured on the same questions in the same
 * run. Nothing is fitted here; milliseconds of the sets are those of the search, without embedding.
 */
import { parseArgs } from 'node:util';
import type { Family } from '../activities/llm/retrieval/confidence';
import { answersOnCorpus } from '../bench/evaluate/corpus-trial';
import { embedderOf } from '../bench/evaluate/embedder-of';
import { publicSets } from '../bench/evaluate/labelled-sets';
import { accuracy, auroc, calibrationError, coverageAt, percentile, share } from '../bench/evaluate/measures';
import { VARIANTS } from '../bench/evaluate/own-corpus';
import { type Measured, measureSet } from '../bench/evaluate/set-trial';

const FAMILIES: readonly Family[] = ['none', 'english', 'multilingual'];

export interface AnswerOptions {
  publicSets?: string | undefined;
  families?: readonly Family[];
  examples?: number;
  /** Asked of each set, about. */
  questions?: number;
}

/** Writes tables line by line as they are ready. */
export async function evaluateAnswers(
  { publicSets: folder, families = ['none', 'english'], examples = 10, questions = 1500 }: AnswerOptions,
  write: (line: string) => void,
): Promise<void> {
  const sets = folder ? publicSets(folder) : [];
  write(SETS_HEAD.join('\t'));
  for (const set of sets) {
    for (const [answerer, measured] of Object.entries(await measureSet(set, { examples, questions }, null)))
      write(setLine(set.name, answerer, measured));
    for (const family of families.filter((one) => one !== 'none')) {
      const measured = await measureSet(set, { examples, questions }, embedderOf(family));
      write(setLine(set.name, family, measured.baton));
    }
  }
  write('');
  write(CORPUS_HEAD.join('\t'));
  for (const family of families) {
    const results = await answersOnCorpus(embedderOf(family));
    for (const variant of VARIANTS) {
      const some = results.filter((one) => one.variant === variant);
      const known = some.filter((one) => one.known);
      const answered = known.filter((one) => one.answered);
      const numbers = [
        share(known.filter((one) => one.found).length, known.length),
        share(answered.length, known.length),
        share(answered.filter((one) => one.right).length, answered.length),
        share(known.filter((one) => one.asked).length, known.length),
        share(some.filter((one) => !one.known && one.answered).length, some.length - known.length),
      ];
      const times = some.map(({ milliseconds }) => milliseconds);
      const line = [
        ...numbers.map((value) => value.toFixed(3)),
        percentile(times, 0.5).toFixed(1),
        percentile(times, 0.95).toFixed(1),
      ];
      write([variant, family, ...line].join('\t'));
    }
  }
}

const SETS_HEAD = [
  ...['set', 'by', 'accuracy', 'coverage at .95', 'its precision', 'the same with near ones', 'its precision'],
  ...['calibration error', 'AUROC near', 'AUROC far', 'ms p50', 'ms p95'],
];
const CORPUS_HEAD = [
  ...['own questions', 'by', 'found first', 'answered', 'right of those', 'asked back', 'foreign answered'],
  ...['ms p50', 'ms p95'],
];

function setLine(name: string, by: string, { whole, left }: Measured): string {
  const mixed = coverageAt(left);
  const foreign = coverageAt(whole);
  const against = (scope: 'near' | 'far') => auroc(left.filter((one) => one.known || one.scope === scope));
  const times = whole.map(({ milliseconds }) => milliseconds);
  const shares = [accuracy(whole), foreign.coverage, foreign.precision, mixed.coverage, mixed.precision];
  const rest = [calibrationError(left), against('near'), against('far')];
  return [
    name,
    by === 'baton' ? 'none' : by,
    ...[...shares, ...rest].map((value) => value.toFixed(3)),
    percentile(times, 0.5).toFixed(1),
    percentile(times, 0.95).toFixed(1),
  ].join('\t');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      public: { type: 'string' },
      embedder: { type: 'string', multiple: true },
      examples: { type: 'string', default: '10' },
      questions: { type: 'string', default: '1500' },
    },
  });
  const families = values.embedder ? FAMILIES.filter((family) => values.embedder?.includes(family)) : undefined;
  const options = {
    publicSets: values.public,
    examples: Number(values.examples),
    questions: Number(values.questions),
    ...(families && { families }),
  };
  await evaluateAnswers(options, (line) => process.stdout.write(`${line}\n`));
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
