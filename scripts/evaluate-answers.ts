/**
 * `npm run evaluate:answers -- FILE...`: measures the offline answerer on labelled questions, one CSV of
 * `text,label` a file (a header line is skipped). A share of each label's questions becomes the knowledge, every sixth
 * label is left out of it, and the rest are asked. Prints accuracy, calibration error, coverage and time.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { featuresOf, probability } from '../activities/llm/calibration';
import { KnowledgeIndex } from '../activities/llm/knowledge-index';
import type { Answer } from '../domain/knowledge';

interface Asked {
  probability: number;
  right: boolean;
  known: boolean;
  milliseconds: number;
}

function main(): void {
  const { values, positionals } = parseArgs({
    options: { examples: { type: 'string', default: '10' }, threshold: { type: 'string', default: '0.75' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Error('name at least one CSV file of text,label');
  for (const file of positionals)
    report(file, measure(readCsv(file), Number(values.examples)), Number(values.threshold));
}

function measure(rows: readonly [string, string][], examples: number): Asked[] {
  const byLabel = new Map<string, string[]>();
  for (const [text, label] of rows) byLabel.set(label, [...(byLabel.get(label) ?? []), text]);
  const labels = [...byLabel.keys()].sort();
  const known = labels.filter((_, index) => index % 6 !== 5);
  const index = new KnowledgeIndex(
    known.map((label) => answerOf(label, (byLabel.get(label) ?? []).slice(0, examples))),
  );
  return labels.flatMap((label) => {
    const questions = (byLabel.get(label) ?? []).slice(examples, examples + 15);
    return questions.map((question) => ask(index, question, label, known.includes(label)));
  });
}

function answerOf(label: string, questions: string[]): Answer {
  return { title: label, questions, text: label, language: 'en', file: '', line: 0, hash: label };
}

function ask(index: KnowledgeIndex, question: string, label: string, known: boolean): Asked {
  const began = performance.now();
  const retrieval = index.search(question, 'en');
  const sure = probability(featuresOf(retrieval));
  const right = retrieval.candidates[0]?.answer.title === label;
  return { probability: sure, right, known, milliseconds: performance.now() - began };
}

function report(file: string, asked: readonly Asked[], threshold: number): void {
  const inScope = asked.filter(({ known }) => known);
  const answered = asked.filter(({ probability: sure }) => sure >= threshold);
  const times = asked.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole).toFixed(3);
  const right = (list: readonly Asked[]) => list.filter((one) => one.right).length;
  const lines = {
    questions: asked.length,
    accuracy: share(right(inScope), inScope.length),
    'calibration error': calibrationError(asked).toFixed(3),
    [`answered at ${threshold}`]: share(answered.length, asked.length),
    'right of those': share(right(answered), answered.length),
    'p95 ms': (times[Math.floor(times.length * 0.95)] ?? 0).toFixed(1),
  };
  process.stdout.write(
    `${file}\n${Object.entries(lines)
      .map(([name, value]) => `  ${name}: ${value}`)
      .join('\n')}\n`,
  );
}

/** Expected calibration error over ten bins. */
function calibrationError(asked: readonly Asked[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin += 1) {
    const inside = asked.filter(({ probability: sure }) => Math.min(9, Math.floor(sure * 10)) === bin);
    const said = inside.reduce((sum, { probability: sure }) => sum + sure, 0);
    error += Math.abs(said - inside.filter(({ right }) => right).length) / asked.length;
  }
  return error;
}

/** Two columns, quoted where they hold commas or line ends. */
function readCsv(file: string): [string, string][] {
  const row = /(?:"((?:[^"]|"")*)"|([^,\n]*)),([^\n]*)(?:\n|$)/g;
  return [...readFileSync(file, 'utf8').matchAll(row)].slice(1).flatMap((match): [string, string][] => {
    const text = (match[1]?.replace(/""/g, '"') ?? match[2] ?? '').trim();
    const label = match[3]?.trim();
    return text && label ? [[text, label]] : [];
  });
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
