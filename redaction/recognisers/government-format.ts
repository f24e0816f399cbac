/** Ids given away by their own writing (see `national/`), found over windows of neighbouring pieces. */
import { nearestCue } from '../cues/nearest-cue';
import { CharacterClass, classOf } from '../normal/character-class';
import type { Piece } from '../normal/numbers';
import type { Mark, Reading } from '../reading';
import { isOfTheBusiness } from './harmless-shapes';
import { FOUND_BY_WRITING } from './national';
import type { NationalId } from './national/national-id';

const MOST_PIECES = 8;
const LONGEST = 26;
/** A harmless word this near says that only the shape is an id's. */
const HARMLESS_REACH = 30;
const WORD_REACH = 40;
const TIGHT = new Set(['-', '.', '/', '_']);
const byShape = indexByShape();

export function findFormattedIds(reading: Reading, pieces: readonly Piece[]): Mark[] {
  const marks: Mark[] = [];
  const shape = shapeOf(reading.text);
  for (let first = 0; first < pieces.length; ) {
    const found = widestId(reading, shape, pieces, first);
    if (found) marks.push(found.mark);
    first = found ? found.next : first + 1;
  }
  return marks;
}

function widestId(reading: Reading, shape: string, pieces: readonly Piece[], first: number) {
  const { text } = reading;
  const start = (pieces[first] as Piece).start;
  if (isWord(pieces[first] as Piece) || isGluedBefore(text, start)) return undefined;
  let found: { mark: Mark; next: number } | undefined;
  for (let last = first; last < pieces.length && last - first < MOST_PIECES; last += 1) {
    let end = (pieces[last] as Piece).end;
    if (end - start > LONGEST || isWord(pieces[last] as Piece)) break;
    if (text.charAt(end) === ')') end += 1;
    if (isGluedAfter(text, end)) continue;
    const id = byShape.get(shape.slice(start, end))?.find((one) => isId(reading, one, start, end));
    if (!id) continue;
    const why = `written like ${id.name}, and its inner check passes`;
    found = { mark: { start, end, type: 'GOVERNMENT_ID', recogniser: id.name, why }, next: last + 1 };
  }
  return found;
}

/** No shape holds more than five letters by themselves. */
function isWord(piece: Piece): boolean {
  return piece.digits === 0 && piece.letters > 5;
}

function isId(reading: Reading, id: NationalId, start: number, end: number): boolean {
  const written = reading.text.slice(start, end);
  if (isPartOfLongerRow(reading.text, start, end) || !id.isValid(written.replace(/[^0-9a-z]/g, ''))) return false;
  if (isOfTheBusiness(reading, start, end)) return false;
  if (id.needsWord) return isNear(reading.text, id, start, end);
  if (id.certain) return true;
  const nearest = nearestCue(reading.text, reading.cues, { start, end }, (cue) => cue.kind !== 'card');
  if (nearest?.cue.kind === 'harmless' && nearest.cost <= HARMLESS_REACH) return false;
  return nearest?.cue.kind === 'government' || !reading.expectation.wantsOnly('harmless');
}

function isNear(text: string, { words }: NationalId, start: number, end: number): boolean {
  return words?.test(text.slice(Math.max(0, start - WORD_REACH), end + WORD_REACH)) === true;
}

/** "9704 3600 0000" out of "9704 3600 0000 0000 00": groups spaced alike on either side make another number. */
function isPartOfLongerRow(text: string, start: number, end: number): boolean {
  if (!text.slice(start, end).includes(' ')) return false;
  return /\d $/.test(text.slice(Math.max(0, start - 2), start)) || /^ \d\d/.test(text.slice(end, end + 3));
}

function isGluedBefore(text: string, start: number): boolean {
  return TIGHT.has(text.charAt(start - 1)) && isAlphanumeric(text, start - 2);
}

function isGluedAfter(text: string, end: number): boolean {
  return TIGHT.has(text.charAt(end)) && isAlphanumeric(text, end + 1);
}

function isAlphanumeric(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const kind = classOf(text.charCodeAt(at));
  return kind === CharacterClass.digit || kind === CharacterClass.latin;
}

function shapeOf(text: string): string {
  return text
    .replace(/[0-9]/g, '9')
    .replace(/[b-z]/g, 'a')
    .replace(/[·•‧∙]/g, '.')
    .replace(/\n/g, ' ');
}

function indexByShape(): Map<string, NationalId[]> {
  const index = new Map<string, NationalId[]>();
  for (const id of FOUND_BY_WRITING) {
    for (const shape of id.shapes ?? []) index.set(shape, [...(index.get(shape) ?? []), id]);
  }
  return index;
}
