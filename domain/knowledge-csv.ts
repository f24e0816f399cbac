/**
 * A CSV file of answers, one a row, for lists that live in a spreadsheet: columns `title`, `questions` (split by `|`)
 * and `answer`, in any order, quoted as RFC 4180 says.
 */
import type { ParsedKnowledge } from './knowledge-file';

const COLUMNS = 'expected a first row with the columns title, questions and answer';

export function parseKnowledgeCsv(csv: string): ParsedKnowledge {
  const parsed: ParsedKnowledge = { language: null, answers: [], problems: [] };
  const refuse = (line: number, key: string, expected: string) =>
    parsed.problems.push({ line, column: 1, key, expected });
  const [header, ...rows] = readRows(csv);
  const names = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const column = {
    title: names.indexOf('title'),
    questions: names.findIndex((cell) => /^questions?$/.test(cell)),
    answer: names.indexOf('answer'),
  };
  if (column.title < 0 || column.answer < 0) {
    refuse(1, '', COLUMNS);
    return parsed;
  }
  for (const { cells, line, broken } of rows) {
    const cell = (index: number) => (cells[index] ?? '').trim();
    const title = cell(column.title);
    const text = cell(column.answer);
    const questions = cell(column.questions)
      .split('|')
      .map((question) => question.trim())
      .filter(Boolean);
    if (broken) refuse(line, '', 'expected every opened quote to be closed at the end of its cell');
    else if (cells.length !== names.length)
      refuse(line, '', `expected ${names.length} cells; quote cells that hold a comma`);
    else if (!title) refuse(line, 'title', 'expected a title');
    else if (!text) refuse(line, 'answer', 'expected an answer');
    else parsed.answers.push({ title, questions, text, line });
  }
  return parsed;
}

interface Row {
  cells: string[];
  line: number;
  /** A quote is not closed where its cell ends. */
  broken: boolean;
}

/** Rows with the line each begins on; empty lines are left out. */
function readRows(csv: string): Row[] {
  const rows: Row[] = [];
  let row: Row = { cells: [], line: 1, broken: false };
  let line = 1;
  for (const [whole, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/g)) {
    if (whole === '' && row.cells.length === 0) break;
    row.cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (plain?.startsWith('"')) row.broken = true;
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === ',') continue;
    if (row.cells.length > 1 || row.cells[0]) rows.push(row);
    row = { cells: [], line, broken: false };
  }
  return rows;
}
