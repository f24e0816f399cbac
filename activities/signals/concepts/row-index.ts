/**
 * Which rows can fit a line at all, looked up by the line's words: a row is a candidate when a member of its last
 * group begins with one of them. Hundreds of rows then cost a few look-ups a word.
 */
import type { Row } from './concept';
import { HEAD, type Phrasebook } from './phrasebook';
import type { Line } from './word-groups';

export interface RowIndex {
  /** Positions of the candidate rows, in order. */
  candidates(line: Line): number[];
}

export function rowIndex(rows: readonly Row[]): RowIndex {
  const byWord = new Map<string, number[]>();
  const byHead = new Map<string, number[]>();
  const glued: number[] = [];
  const put = (shelf: Map<string, number[]>, key: string, row: number) =>
    shelf.set(key, [...(shelf.get(key) ?? []), row]);
  const read = (book: Phrasebook | null, row: number) => {
    for (const word of book?.whole.keys() ?? []) put(byWord, word, row);
    for (const head of book?.open.keys() ?? []) put(byHead, head, row);
  };
  rows.forEach(({ groups }, row) => {
    const last = groups.at(-1);
    read(last?.bare ?? null, row);
    read(last?.marked ?? null, row);
    read(last?.unmarked ?? null, row);
    if (last?.glued) glued.push(row);
  });
  return {
    candidates: (line) => {
      const found = new Set<number>(line.hasGlued ? glued : []);
      for (const { word } of [...line.tokens, ...line.markedTokens]) {
        for (const row of byWord.get(word) ?? []) found.add(row);
        for (const row of byHead.get(word.slice(0, HEAD)) ?? []) found.add(row);
      }
      return [...found].sort((a, b) => a - b);
    },
  };
}
