/**
 * `npm run calibrate -- --public DIR [--embedder none|english|multilingual|across]`: fits again the weights that turn
 * evidence into confidence, writes `calibration.json`, and draws how well confidence holds on each set by weights fitted
 * on the other sets only. Whole businesses of our own are among the sets. `multilingual` asks the address in
 * EMBEDDINGS_BASE_URL; so does `across`, for questions in another language than the answers, which is fitted on our own
 * bilingual businesses and needs no public set.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Family, type Fitted, fitEvidence, rowOf, weightsOf } from '../activities/llm/retrieval/confidence';
import type { Embedder } from '../activities/llm/retrieval/embedder';
import { evaluate, type Logistic } from '../activities/llm/retrieval/logistic';
import { acrossTrials } from '../bench/evaluate/across-trial';
import { businessTrials } from '../bench/evaluate/business-trials';
import { calibrationTrials, type Trial } from '../bench/evaluate/calibration-trials';
import { embedderOf } from '../bench/evaluate/embedder-of';
import { publicSets } from '../bench/evaluate/labelled-sets';
import { accuracy, auroc, bins, calibrationError, coverageAt, type Judged } from '../bench/evaluate/measures';
import { reliabilityPlot } from '../bench/evaluate/reliability-plot';

const WEIGHTS = join(__dirname, '../activities/llm/retrieval/calibration.json');
const FAMILIES: readonly Family[] = ['none', 'english', 'multilingual'];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { public: { type: 'string' }, embedder: { type: 'string', multiple: true }, plot: { type: 'string' } },
  });
  if (values.embedder?.includes('across')) await calibrateAcross();
  if (values.embedder?.every((one) => one === 'across')) return;
  if (!values.public) throw new Error('name the folder of the public sets: --public DIR');
  const sets = publicSets(values.public);
  if (sets.length < 2) throw new Error('at least two sets are needed: one is judged by weights of the others');
  const families = values.embedder ? FAMILIES.filter((family) => values.embedder?.includes(family)) : FAMILIES;
  for (const family of families) {
    const embedder = embedderOf(family);
    const trials = [...(await calibrationTrials(sets, embedder)), ...(await businessTrials(embedder))];
    for (const name of new Set(trials.map(({ set }) => set)))
      report(family, name, judgedByOthers(trials, name, family));
    save(family, fitted(trials, family));
    const file = values.plot ?? join(__dirname, `../docs/images/calibration-${family}.svg`);
    const series = sets.map(({ name }) => ({ name, bins: bins(judgedByOthers(trials, name, family).filter(isTen)) }));
    writeFileSync(file, reliabilityPlot(series));
    process.stdout.write(`  drawn in ${file}\n`);
  }
}

async function calibrateAcross(): Promise<void> {
  const asked = await acrossTrials(embedderOf('multilingual') as Embedder);
  const fitOn = (some: typeof asked) =>
    fitEvidence(some.map(({ values, right }) => ({ values: rowOf(values, 'across'), right })));
  const businesses = [...new Set(asked.map(({ business }) => business))];
  const judged = businesses.flatMap((business) => {
    const model = fitOn(asked.filter((one) => one.business !== business));
    const own = asked.filter((one) => one.business === business);
    return own.map(({ values, right, scope }) => ({
      ...{ right, known: scope === 'known', sure: evaluate(model, rowOf(values, 'across')) },
    }));
  });
  const { coverage, precision } = coverageAt(judged);
  const numbers = [accuracy(judged), calibrationError(judged), auroc(judged), coverage, precision];
  process.stdout.write(
    `across, each business by weights of the others: ${numbers.map((one) => one.toFixed(3)).join(' ')}\n`,
  );
  save('across', fitOn(asked));
}

/** Each trial counts by its weight, however many questions it asked. */
function fitted(trials: readonly Trial[], family: Family): Logistic {
  return fitEvidence(
    trials.flatMap(({ asked, weight }) =>
      asked.map(({ values, right }) => ({
        values: rowOf(values, family),
        right,
        weight: (500 * weight) / asked.length,
      })),
    ),
  );
}

type JudgedTrial = Judged & { examples: number };
const isTen = ({ examples }: JudgedTrial) => examples === 10;

function judgedByOthers(trials: readonly Trial[], name: string, family: Family): JudgedTrial[] {
  const model = fitted(
    trials.filter(({ set }) => set !== name),
    family,
  );
  return trials
    .filter(({ set }) => set === name)
    .flatMap(({ asked, plan }) =>
      asked.map(({ values, right, scope }) => ({
        sure: evaluate(model, rowOf(values, family)),
        right,
        known: scope === 'known',
        examples: plan.examples,
      })),
    );
}

function report(family: Family, name: string, judged: readonly JudgedTrial[]): void {
  const line = [...new Set(judged.map(({ examples }) => examples))].map((examples) => {
    const some = judged.filter((one) => one.examples === examples);
    const { coverage, precision } = coverageAt(some);
    const numbers = [accuracy(some), calibrationError(some), auroc(some), coverage, precision];
    return `  ${examples} examples: ${numbers.map((value) => value.toFixed(3)).join(' ')}`;
  });
  const head = `${family}, ${name} (accuracy, calibration error, AUROC, coverage at .95, its precision)`;
  process.stdout.write(`${head}\n${line.join('\n')}\n`);
}

function save(family: Fitted, model: Logistic): void {
  const known = JSON.parse(readFileSync(WEIGHTS, 'utf8')) as Record<string, unknown>;
  writeFileSync(WEIGHTS, `${JSON.stringify({ ...known, [family]: weightsOf(model) }, null, 2)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
