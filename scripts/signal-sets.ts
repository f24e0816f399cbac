/**
 * Labelled data for the handoff signals: the project's own dialogue corpus and, where they were downloaded, the public
 * sets. Everything becomes the same case: a dialogue, the business it is held with, and what fires after its last word.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DetectingBusiness } from '../activities/signals/detect';
import { type DialogueMessage, dialogueFromFilter } from '../activities/signals/dialogue';
import type { Author } from '../domain/message';
import { loadBusiness } from '../load-business';

export interface SignalCase {
  id: string;
  language: string;
  dialogue: DialogueMessage[];
  business: DetectingBusiness;
  topics?: readonly string[];
  /** Keys of what fires: a reason, or `sensitive_topic:` and the topic's id. */
  expected: readonly string[];
  /** What may fire as well without being wrong. */
  allowed: readonly string[];
  note: string;
}

/** One line of the corpus. */
export interface CorpusLine {
  id: string;
  language: string;
  /** A folder of `businesses/` beside the corpus. */
  business: string;
  messages: { from: Author; text: string }[];
  topics?: string[];
  expected: { reasons: string[]; allowed?: string[] };
  note: string;
}

/** `corpus.jsonl` or `holdout.jsonl` of `folder`, with the businesses that stand beside it. */
export async function readCorpus(folder: string, file: string): Promise<SignalCase[]> {
  const lines = readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as CorpusLine);
  const names = [...new Set(lines.map(({ business }) => business))];
  const loaded = await Promise.all(
    names.map(async (name) => [name, await loadBusiness(join(folder, 'businesses', name))] as const),
  );
  const businesses = new Map(loaded);
  return lines.map(({ messages, expected, business, ...line }) => ({
    ...line,
    dialogue: dialogueFromFilter(messages),
    business: businesses.get(business) as DetectingBusiness,
    expected: expected.reasons.map(keyOf),
    allowed: (expected.allowed ?? []).map(keyOf),
  }));
}

const REASONS = new Set(['explicit_request', 'repeated_dissatisfaction']);
const keyOf = (reason: string): string =>
  REASONS.has(reason) || reason.startsWith('sensitive_topic:') ? reason : `sensitive_topic:${reason}`;

const NO_BUSINESS: DetectingBusiness = { departments: [], topics: [], languages: ['en'], knowledge: [] };

/** The public sets found under `folder`, by name. Each asks one thing: is this sentence a request for a person? */
export function readPublicSets(folder: string): Map<string, SignalCase[]> {
  const sets = new Map<string, SignalCase[]>();
  const add = (name: string, rows: readonly [text: string, asks: boolean][]) => {
    if (rows.length > 0)
      sets.set(
        name,
        rows.map((row, index) => caseOf(`${name}-${index + 1}`, row)),
      );
  };
  for (const file of ['sample_with_entities.csv', 'train_v1.csv']) {
    const rows = readTable(join(folder, 'bitext', file));
    const asked = (intent: string) => rows.filter((row) => row.intent === intent);
    const others = rows.filter(
      ({ intent }) => intent !== 'contact_human_agent' && intent !== 'contact_customer_service',
    );
    add(`bitext ${file}`, [...pairs(asked('contact_human_agent'), true), ...pairs(others, false)]);
    add(`bitext ${file} (how to contact)`, pairs(asked('contact_customer_service'), false));
  }
  for (const domain of ['banking', 'hotels']) add(`NLU++ ${domain}`, readFolds(join(folder, 'nlupp', domain)));
  add('clinc150 test', readClinc(join(folder, 'clinc150', 'data_full.json')));
  return sets;
}

const caseOf = (id: string, [text, asks]: readonly [string, boolean]): SignalCase => ({
  id,
  language: 'en',
  dialogue: [{ from: 'customer', text }],
  business: NO_BUSINESS,
  expected: asks ? ['explicit_request'] : [],
  allowed: ['repeated_dissatisfaction'],
  note: '',
});

const pairs = (rows: readonly Record<string, string>[], asks: boolean): [string, boolean][] =>
  rows.map((row) => [row.instruction ?? '', asks]);

function readFolds(folder: string): [string, boolean][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^fold\d+\.json$/.test(name))
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { text: string; intents?: string[] }[])
    .map(({ text, intents = [] }) => [text, intents.includes('handoff')]);
}

function readClinc(file: string): [string, boolean][] {
  if (!existsSync(file)) return [];
  const { test } = JSON.parse(readFileSync(file, 'utf8')) as { test: [string, string][] };
  return test.map(([text]) => [text, false]);
}

/** A CSV file with a header line, cells quoted where they hold commas or line ends. */
function readTable(file: string): Record<string, string>[] {
  if (!existsSync(file)) return [];
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of readFileSync(file, 'utf8').matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  const [header = [], ...body] = rows;
  return body
    .filter((row) => row.length === header.length)
    .map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])));
}
