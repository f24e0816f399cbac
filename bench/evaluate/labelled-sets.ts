/**
 * Labelled questions to measure the answerer on: public intent sets, where somebody has saved them, read as they come.
 * None is part of the project; a set that is not there is left out.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LabelledSet {
  name: string;
  /** Questions that may become knowledge and questions that may be asked, by label; the same list where not split. */
  labels: { label: string; examples: string[]; asked: string[] }[];
  /** Questions no label is for. */
  foreign: string[];
}

type Row = readonly [text: string, label: string];

/** `folder` holds `banking77/`, `clinc150/` and `bitext/`, each with its original files. */
export function publicSets(folder: string): LabelledSet[] {
  const readers = { banking77: readBanking, clinc150: readClinc, bitext: readBitext };
  const sets = Object.entries(readers).flatMap(([name, read]) => {
    const home = join(folder, name);
    return existsSync(home) ? [{ name, ...read(home) }] : [];
  });
  // Foreign to every shop: what clinc150 marks as out of scope.
  const foreign = sets.find(({ name }) => name === 'clinc150')?.foreign ?? [];
  return sets.map((set) => ({ ...set, foreign: set.foreign.length > 0 ? set.foreign : foreign }));
}

function readBanking(home: string) {
  const rows = (name: string) =>
    csvRows(join(home, name))
      .slice(1)
      .map(([text = '', label = '']): Row => [text, label]);
  return { labels: grouped(rows('train.csv'), rows('test.csv')), foreign: [] as string[] };
}

function readClinc(home: string) {
  const data = JSON.parse(readFileSync(join(home, 'data_full.json'), 'utf8')) as Record<string, Row[]>;
  return {
    labels: grouped(data.train ?? [], data.test ?? []),
    foreign: (data.oos_test ?? []).map(([text]) => text),
  };
}

function readBitext(home: string) {
  const [header = [], ...lines] = csvRows(join(home, 'sample_with_entities.csv'));
  const text = header.indexOf('instruction');
  const label = header.indexOf('intent');
  const rows = lines.map((cells): Row => [cells[text] ?? '', cells[label] ?? '']);
  const seen = new Set<string>();
  const once = rows.filter(([question]) => !seen.has(question.toLowerCase()) && seen.add(question.toLowerCase()));
  return { labels: grouped(once, once), foreign: [] as string[] };
}

function grouped(examples: readonly Row[], asked: readonly Row[]): LabelledSet['labels'] {
  const labels = [...new Set(examples.map(([, label]) => label))].filter(Boolean).sort();
  const of = (rows: readonly Row[], wanted: string) =>
    rows.flatMap(([text, label]) => (label === wanted && text.trim() ? [text.trim()] : []));
  return labels.map((label) => ({ label, examples: of(examples, label), asked: of(asked, label) }));
}

function csvRows(file: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|$)/g);
  for (const [whole, quoted, plain, end] of cells) {
    if (whole === '' && row.length === 0) break;
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
