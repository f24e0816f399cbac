/** Ids given away by their own writing (see `national/`), found over windows of neighbouring pieces. */
import { nearestCue } from '../cues/nearest-cue';
import * as characters from '../normal/character-class';
import type { Piece } from '../normal/numbers';
import type { Mark, Reading } from '../reading';
import { isOfTheBusiness } from './harmless-shapes';
import { FOUND_BY_WRITING } from './national';
import type { NationalId } from './national/national-id';

/** Bound once: an import is looked up anew at every use, and these are asked of every character. */
const { CharacterClass, classOf } = characters;
const MOST_PIECES = 8;
const LONGEST = 26;
/** A harmless word this near says that only the shape is an id's. */
const HARMLESS_REACH = 30;
const WORD_REACH = 40;
const TIGHT = new Set(['-', '.', '/', '_']);

/** Shapes by their characters' codes, so that a text is followed only as far as some id is still written like it. */
interface Shape {
  next: (Shape | undefined)[];
  ids: NationalId[];
}

const NINE = 57;
const LETTER = 97;
const shapes = indexByShape();

export function findFormattedIds(reading: Reading, pieces: readonly Piece[]): Mark[] {
  const marks: Mark[] = [];
  for (let first = 0; first < pieces.length; ) {
    const found = widestId(reading, pieces, first);
    if (found) marks.push(found.mark);
    first = found ? found.next : first + 1;
  }
  return marks;
}

function widestId(reading: Reading, pieces: readonly Piece[], first: number) {
  const { text } = reading;
  const start = (pieces[first] as Piece).start;
  if (isWord(pieces[first] as Piece) || isGluedBefore(text, start)) return undefined;
  let found: { mark: Mark; next: number } | undefined;
  let shape: Shape | undefined = shapes;
  let at = start;
  for (let last = first; last < pieces.length && last - first < MOST_PIECES; last += 1) {
    let end = (pieces[last] as Piece).end;
    if (end - start > LONGEST || isWord(pieces[last] as Piece)) break;
    if (text.charAt(end) === ')') end += 1;
    for (; at < end && shape; at += 1) shape = shape.next[shapeOf(text.charCodeAt(at))];
    if (!shape) break;
    if (isGluedAfter(text, end)) continue;
    const id = shape.ids.length > 0 ? firstValid(reading, shape.ids, start, end) : undefined;
    if (!id) continue;
    const why = `written like ${id.name}, and its inner check passes`;
    found = { mark: { start, end, type: 'GOVERNMENT_ID', recogniser: id.name, why }, next: last + 1 };
  }
  return found;
}

function firstValid(reading: Reading, ids: readonly NationalId[], start: number, end: number): NationalId | undefined {
  return ids.find((id) => isId(reading, id, start, end));
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
  if (nearest && isPnr(reading, nearest.cue)) return true;
  if (nearest?.cue.kind === 'harmless' && nearest.cost <= HARMLESS_REACH) return false;
  return nearest?.cue.kind === 'government' || !reading.expectation.wantsOnly('harmless');
}

/** An airline's booking has six characters; what Swedes call so, and write like an id, is the number of a person. */
function isPnr({ text }: Reading, cue: { start: number; end: number }): boolean {
  return text.slice(cue.start, cue.end) === 'pnr';
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

/** Any digit is a 9, any letter an a, a dot in the middle of the line a dot, a new line a space. */
function shapeOf(code: number): number {
  if (code >= LETTER && code <= 122) return LETTER;
  if (code >= 48 && code <= NINE) return NINE;
  if (code === 10) return 32;
  return code === 0xb7 || code === 0x2022 || code === 0x2027 || code === 0x2219 ? 46 : code;
}

function indexByShape(): Shape {
  const root: Shape = { next: [], ids: [] };
  for (const id of FOUND_BY_WRITING) {
    for (const written of id.shapes ?? []) {
      let shape = root;
      for (let i = 0; i < written.length; i += 1) {
        const next: Shape = shape.next[written.charCodeAt(i)] ?? { next: [], ids: [] };
        shape.next[written.charCodeAt(i)] = next;
        shape = next;
      }
      shape.ids.push(id);
    }
  }
  return root;
}
