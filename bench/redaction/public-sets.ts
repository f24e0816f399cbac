/**
 * Public data sets as labelled rows: texts with digits in them, and the spans their authors marked. The files are not
 * part of the project; `npm run evaluate:redaction -- --public DIR` reads them as found (sources and licences in
 * redaction/README.md), and a set that is not there is left out.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../../test/redaction/evaluate';
import { parseCsv } from './csv';

export interface PublicSet {
  name: string;
  rows: Row[];
  /** The most harmless rows that may be damaged. */
  mayDamage: number;
  /** The least share of cards that must be covered. */
  cards?: number;
}

const HAS_DIGIT = /\d/;
const TYPES: Readonly<Record<string, string>> = {
  CREDIT_CARD: 'PAYMENT_CARD',
  US_SSN: 'GOVERNMENT_ID',
  US_DRIVER_LICENSE: 'GOVERNMENT_ID',
};

interface Marked {
  full_text: string;
  spans: { entity_type: string; start_position: number; end_position: number }[];
}

export function readPublicSets(folder: string): PublicSet[] {
  const at = (...path: string[]) => join(folder, ...path);
  const sets: PublicSet[] = [];
  const add = (files: string[], set: () => PublicSet) => {
    if (files.every((file) => existsSync(file))) sets.push(set());
  };
  const bitext = at('bitext', 'sample_with_entities.csv');
  add([bitext], () => ({
    name: 'Bitext customer support',
    rows: harmless('bitext', column(bitext, 'instruction')),
    mayDamage: 0,
  }));
  const banking = ['train', 'test'].map((part) => at('banking77', `${part}.csv`));
  add(banking, () => ({
    name: 'banking77',
    rows: harmless(
      'banking77',
      banking.flatMap((file) => column(file, 'text')),
    ),
    mayDamage: 0,
  }));
  const clinc = at('clinc150', 'data_full.json');
  add([clinc], () => ({ name: 'clinc150', rows: harmless('clinc150', clincTexts(clinc)), mayDamage: 23 }));
  const presidio = ['synth_dataset_v2', 'generated_large'].map((name) => at('presidio-research', `${name}.json`));
  add(presidio, () => ({ name: 'presidio-research', rows: presidio.flatMap(markedRows), mayDamage: 2, cards: 0.99 }));
  return sets;
}

function column(file: string, name: string): string[] {
  const [header, ...records] = parseCsv(readFileSync(file, 'utf8'));
  const index = header?.indexOf(name) ?? -1;
  if (index < 0) throw new Error(`${file} has no column ${name}`);
  return records.map((record) => record[index] ?? '');
}

function clincTexts(file: string): string[] {
  const parts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, [string, string][]>;
  return Object.values(parts).flatMap((part) => part.map(([text]) => text));
}

function harmless(set: string, texts: readonly string[]): Row[] {
  return texts.filter((text) => HAS_DIGIT.test(text)).map((text, i) => row(`${set}-${i}`, text, []));
}

function markedRows(file: string): Row[] {
  const records = JSON.parse(readFileSync(file, 'utf8')) as Marked[];
  return records.flatMap(({ full_text: text, spans }, i) => {
    if (!HAS_DIGIT.test(text)) return [];
    const secret = spans.flatMap(({ entity_type, start_position, end_position }) => {
      const type = TYPES[entity_type];
      return type ? [{ message: 0, start: start_position, end: end_position, type }] : [];
    });
    return [row(`presidio-research-${i}`, text, secret)];
  });
}

function row(id: string, text: string, spans: Row['spans']): Row {
  return { id, lang: 'en', cat: 'public', messages: [{ from: 'customer', text }], spans, ignore: [], decoys: [] };
}
