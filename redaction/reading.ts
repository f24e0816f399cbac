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
  let arrival: boolean | undefined;
  let other: boolean | undefined;
  return {
    normal,
    text,
    placeholders,
    pieces: outside(findPieces(text), placeholders),
    groups: outside(findDigitGroups(text), placeholders),
    cues: outside(findCues(normal), placeholders),
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
