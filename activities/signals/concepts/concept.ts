/**
 * A concept is what many languages say of one matter, as rows of word groups: `en: charg*, billed / twice, two times`
 * fires where every group has a member in the sentence, in any order, and no member of a `!` group stands there. `*`
 * leaves a word's end open, `..` spans up to three words.
 */
import { type RowIndex, rowIndex } from './row-index';
import { anyOf, type Group, type Line, where } from './word-groups';

export interface Concept {
  id: string;
  /** Words that show that a business's topic is about this concept. */
  touches: Group;
  rows: readonly Row[];
  /** Said under a condition it is meant all the same: "if you don't answer I will sue". */
  unconditional: boolean;
}

export interface Row {
  language: string;
  groups: readonly Group[];
  without: readonly Group[];
}

/** Where the first of a row's words begins and the last one ends, in the folded line. */
export interface Found {
  language: string;
  start: number;
  end: number;
}

export function concept(
  id: string,
  { touches, rows, unconditional = false }: { touches: string; rows: string; unconditional?: boolean },
): Concept {
  return { id, touches: anyOf(touches), rows: readRows(rows), unconditional };
}

/** One row a line, `language: group / group / !group`. */
export function readRows(text: string): Row[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    const colon = line.indexOf(':');
    const groups = line
      .slice(colon + 1)
      .split(/ \/(?: |$)/)
      .map((group) => group.trim());
    const given = groups.filter((group) => group !== '' && !group.startsWith('!'));
    return {
      language: line.slice(0, colon),
      groups: given.map(anyOf),
      without: groups.filter((group) => group.startsWith('!')).map((group) => anyOf(group.slice(1))),
    };
  });
}

/** Where every row that fits stands. */
export function findRows(rows: readonly Row[], line: Line): Found[] {
  return candidates(rows, line).flatMap((row) => fits(row, line) ?? []);
}

/** Where the first row that fits stands. */
export function findRow(rows: readonly Row[], line: Line): Found | null {
  for (const row of candidates(rows, line)) {
    const found = fits(row, line);
    if (found) return found;
  }
  return null;
}

const indexes = new WeakMap<readonly Row[], RowIndex>();
/** Only rows whose last group, the one that says what happened, begins with a word of the line. */
function candidates(rows: readonly Row[], line: Line): Row[] {
  const index = indexes.get(rows) ?? rowIndex(rows);
  indexes.set(rows, index);
  return index.candidates(line).map((position) => rows[position] as Row);
}

function fits({ language, groups, without }: Row, line: Line): Found | null {
  let start = line.folded.length;
  let end = 0;
  for (const group of groups) {
    const span = where(group, line);
    if (!span) return null;
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return without.some((group) => where(group, line)) ? null : { language, start, end };
}
