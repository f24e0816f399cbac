/** The project's own labelled rows (`test/redaction/corpus`), or any file written like them. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Row } from '../../test/redaction/evaluate';

const FOLDER = join(__dirname, '../../test/redaction/corpus');

export interface Corpus {
  name: string;
  rows: Row[];
}

export function readOwnCorpora(): Corpus[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl'));
  return files.sort().map((name) => readCorpus(join(FOLDER, name)));
}

export function readCorpus(file: string): Corpus {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Row);
  return { name: basename(file, '.jsonl'), rows };
}
