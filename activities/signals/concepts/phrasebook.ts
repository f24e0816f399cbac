/**
 * Many words and phrases found in a line by looking its words up, so that thousands of members cost no more than the
 * line is long. `*` leaves a word's end open; `..` between two words of a phrase spans up to three others.
 */

export interface Token {
  word: string;
  start: number;
  end: number;
}

interface Step {
  word: string;
  open: boolean;
  /** Words that may stand before this one. */
  gap: number;
}

export interface Phrasebook {
  /** By first word. */
  whole: Map<string, Step[][]>;
  /** With an open first word, by its first two letters. */
  open: Map<string, Step[][]>;
}

const GAP = 3;
/** Letters by which members with an open first word are shelved. */
export const HEAD = 2;

/** Runs of letters and digits; apostrophes and hyphens part words, on both sides alike. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}

export function phrasebook(members: readonly string[]): Phrasebook | null {
  if (members.length === 0) return null;
  const book: Phrasebook = { whole: new Map(), open: new Map() };
  for (const member of members) {
    const steps = stepsOf(member);
    const [first] = steps;
    if (!first) continue;
    const [shelf, key] = first.open ? [book.open, first.word.slice(0, HEAD)] : [book.whole, first.word];
    shelf.set(key, [...(shelf.get(key) ?? []), steps]);
  }
  return book;
}

function stepsOf(member: string): Step[] {
  return member.split('..').flatMap((part, index) =>
    [...part.matchAll(/([\p{L}\p{M}\p{N}]+)(\*?)/gu)].map(([, word = '', star], position) => ({
      word,
      open: star === '*',
      gap: index > 0 && position === 0 ? GAP : 0,
    })),
  );
}

/** The first place where a member stands. */
export function placeIn(book: Phrasebook | null, tokens: readonly Token[]): { start: number; end: number } | null {
  if (!book) return null;
  for (let at = 0; at < tokens.length; at += 1) {
    const word = tokens[at]?.word ?? '';
    const closed = book.whole.get(word);
    const opened = book.open.size > 0 ? book.open.get(word.slice(0, HEAD)) : undefined;
    if (!closed && !opened) continue;
    for (const steps of [...(closed ?? []), ...(opened ?? [])]) {
      const last = follow(steps, tokens, at);
      if (last >= 0) return { start: tokens[at]?.start ?? 0, end: tokens[last]?.end ?? 0 };
    }
  }
  return null;
}

/** The index of the phrase's last word when it begins at `at`, or -1. */
function follow(steps: readonly Step[], tokens: readonly Token[], at: number): number {
  let last = at - 1;
  for (const [index, { word, open, gap }] of steps.entries()) {
    const from = last + 1;
    const until = index === 0 ? from : from + gap;
    let found = -1;
    for (let next = from; next <= until && found < 0; next += 1) {
      const said = tokens[next]?.word;
      if (said !== undefined && (open ? said.startsWith(word) : said === word)) found = next;
    }
    if (found < 0) return -1;
    last = found;
  }
  return last;
}
