/** One message opened for the recognisers: folded text, numbers, cues, what the conversation lets us expect. */

import type { Expectation } from './conversation/expectation';
import { findCircumstances, type Said } from './cues/circumstances';
import { type Cue, type CueKind, findCues, speaksOfArrival, speaksOfGoods, speaksOtherwise } from './cues/cue';
import { type NormalText, normalise, originalRange } from './normal/normal-text';
import { readNumberWords } from './normal/number-words';
import { type DigitGroup, findDigitGroups, findPieces, lettersIn, type Piece } from './normal/numbers';
import { findPlaceholders, type PlaceholderRange } from './placeholders';
import type { FindingType, RedactionOptions } from './redaction';

/** A range of folded text and what it is. */
export interface Mark {
  start: number;
  end: number;
  type: FindingType;
  recogniser: string;
  why: string;
}

const SHORTEST_GLUED = 4;

export interface Reading {
  readonly normal: NormalText;
  readonly text: string;
  readonly placeholders: readonly PlaceholderRange[];
  readonly pieces: readonly Piece[];
  readonly groups: readonly DigitGroup[];
  readonly cues: readonly Cue[];
  readonly expectation: Expectation;
  readonly options: RedactionOptions;
  // Many numbers ask the following about one text: each is worked out once, when first asked.
  /** Whether the text speaks of a code having been sent. */
  speaksOfArrival(): boolean;
  /** Whether it speaks of discounts, faults or doors, whose codes are nobody's secret. */
  speaksOtherwise(): boolean;
  /** Whether it speaks of goods that came in the place of others, or broken. */
  speaksOfGoods(): boolean;
  /** What is said around a code, whatever it is called. */
  circumstances(): readonly Said[];
  /** Whether a pattern is found in the folded text. */
  says(pattern: RegExp): boolean;
  /** Whether any cue is of this kind. */
  hears(kind: CueKind): boolean;
  /** Whether any cue names a harmless number, as opposed to standing near one. */
  namesHarmless(): boolean;
  /** How many letters it has. */
  letters(): number;
  /** Whether anything in it is typed in lower case: in a message all in capitals a capital says nothing. */
  hasLowerCase(): boolean;
}

export function readText(original: string): { normal: NormalText; placeholders: PlaceholderRange[] } {
  const normal = readNumberWords(normalise(original));
  return { normal, placeholders: findPlaceholders(normal.text) };
}

export function openReading(
  { normal, placeholders }: { normal: NormalText; placeholders: readonly PlaceholderRange[] },
  expectation: Expectation,
  options: RedactionOptions,
): Reading {
  const { text } = normal;
  const cues = outside(findCues(normal), placeholders);
  const said = new Map<RegExp, boolean>();
  const kinds = once(() => new Set(cues.map(({ kind }) => kind)));
  return {
    normal,
    text,
    placeholders,
    pieces: outside(partFromCues(text, findPieces(text), cues), placeholders),
    groups: outside(findDigitGroups(text), placeholders),
    cues,
    expectation,
    options,
    speaksOfArrival: once(() => speaksOfArrival(text)),
    speaksOtherwise: once(() => speaksOtherwise(text)),
    speaksOfGoods: once(() => speaksOfGoods(text)),
    circumstances: once(() => findCircumstances(text)),
    says: (pattern) => {
      const known = said.get(pattern) ?? pattern.test(text);
      said.set(pattern, known);
      return known;
    },
    hears: (kind) => kinds().has(kind),
    namesHarmless: once(() => cues.some((cue) => cue.kind === 'harmless' && cue.names)),
    letters: once(() => lettersIn(text, text.length)),
    hasLowerCase: once(() => /\p{Ll}/u.test(normal.original)),
  };
}

function once<T>(work: () => T): () => T {
  let result: { value: T } | undefined;
  return () => {
    result ??= { value: work() };
    return result.value;
  };
}

/** "otp482913", "482913otp": the word is a cue, the rest a number. */
function partFromCues(text: string, pieces: readonly Piece[], cues: readonly Cue[]): Piece[] {
  let next = 0;
  return pieces.map((piece) => {
    if (piece.letters === 0 || piece.digits < SHORTEST_GLUED) return piece;
    while (next < cues.length && (cues[next] as Cue).end <= piece.start) next += 1;
    const cue = cues[next];
    if (!cue || cue.start >= piece.end) return piece;
    const [start, end] = cue.end < piece.end ? [cue.end, piece.end] : [piece.start, cue.start];
    return start < end && /^\d+$/.test(text.slice(start, end))
      ? { start, end, digits: end - start, letters: 0 }
      : piece;
  });
}

/** The original characters of a folded range. */
export function asTyped(reading: Reading, start: number, end: number): string {
  const range = originalRange(reading.normal, start, end);
  return reading.normal.original.slice(range.start, range.end);
}

/** Both lists are sorted by start and do not overlap within themselves, so one pass is enough. */
export function outside<T extends { start: number; end: number }>(
  ranges: readonly T[],
  taken: readonly { start: number; end: number }[],
): T[] {
  if (taken.length === 0) return [...ranges];
  let next = 0;
  return ranges.filter((range) => {
    while (next < taken.length && (taken[next] as { end: number }).end <= range.start) next += 1;
    const nearest = taken[next];
    return !nearest || nearest.start >= range.end;
  });
}
