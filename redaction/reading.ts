/** One message opened for the recognisers: folded text, numbers, cues, what the conversation lets us expect. */

import type { Expectation } from './conversation/expectation';
import { type Cue, findCues, speaksOfArrival, speaksOtherwise } from './cues/cue';
import { type NormalText, normalise, originalRange } from './normal/normal-text';
import { readNumberWords } from './normal/number-words';
import { type DigitGroup, findDigitGroups, findPieces, type Piece } from './normal/numbers';
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
  /** Whether the text speaks of a code having been sent. Worked out once, when first asked. */
  speaksOfArrival(): boolean;
  /** Whether it speaks of discounts, faults or doors, whose codes are nobody's secret. */
  speaksOtherwise(): boolean;
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
  let arrival: boolean | undefined;
  let other: boolean | undefined;
  return {
    normal,
    text,
    placeholders,
    pieces: outside(partFromCues(text, findPieces(text), cues), placeholders),
    groups: outside(findDigitGroups(text), placeholders),
    cues,
    expectation,
    options,
    speaksOfArrival: () => {
      arrival ??= speaksOfArrival(text);
      return arrival;
    },
    speaksOtherwise: () => {
      other ??= speaksOtherwise(text);
      return other;
    },
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
