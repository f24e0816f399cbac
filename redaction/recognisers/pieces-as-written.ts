/** How a number that is found in pieces is marked: groups that stand side by side are one placeholder, not several. */

/** The recogniser's name, by which a piece is told from a whole card: no piece shows its last digits. */
export const CARD_IN_PIECES = 'card-in-pieces';

interface Range {
  start: number;
  end: number;
}

/** "4111 1111, then 2222" has two ranges. `text` is normal text. */
export function asWritten(text: string, groups: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const { start, end } of groups) {
    const last = joined.at(-1);
    if (last && /^[-./ ]{0,3}$/.test(text.slice(last.end, start))) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}
