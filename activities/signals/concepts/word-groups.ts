/**
 * Groups of words, looked up word by word. Compared folded (lower case, no accents), but a Vietnamese member is written
 * with its marks and means them where the customer types marks: `mất` (lost) is not `mặt` (face). Typed without marks,
 * only members of several syllables count, for a bare syllable can be anything; `=` before a member (`=tự tử`, which
 * without marks is also "slowly") keeps it to lines with marks.
 */

import { fold } from '../folding';
import { remembered } from '../remembered';
import { type Phrasebook, phrasebook, placeIn, type Token, tokensOf } from './phrasebook';

export interface Group {
  /** Members as folded words. */
  bare: Phrasebook | null;
  /** Members with marks, for lines that have marks. */
  marked: Phrasebook | null;
  /** The same members without marks, for lines that have none. */
  unmarked: Phrasebook | null;
  /** Members of scripts without spaces or with glued endings. */
  glued: RegExp | null;
}

/** A sentence in the two forms it is compared in; both have the same offsets. */
export interface Line {
  folded: string;
  tokens: readonly Token[];
  /** Lower case with its marks; null where the customer typed none. */
  marked: string | null;
  markedTokens: readonly Token[];
  hasGlued: boolean;
}

const VIETNAMESE = /[đăâêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/u;
/** Scripts whose words are not set apart by spaces, or that glue endings and articles on, match inside a word. */
const GLUED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Devanagari}]/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Of a flood without a full stop, the beginning and the end are read. */
const MOST = 1_200;

/** `fold`, and letters that are no letter with a mark: `ł`, `ß`. */
const plain = (text: string) =>
  fold(text).replace(/ł/g, 'l').replace(/ı/g, 'i').replace(/ø/g, 'o').replace(/ß/g, 'ss').replace(/æ/g, 'ae');

export const lineOf = remembered((whole: string): Line => {
  const sentence = whole.length > MOST ? `${whole.slice(0, MOST / 2)} ${whole.slice(-MOST / 2)}` : whole;
  const folded = plain(sentence);
  const kept = withMarks(sentence);
  const marked = VIETNAMESE.test(kept) && kept.length === folded.length ? kept : null;
  return {
    folded,
    tokens: tokensOf(folded),
    marked,
    markedTokens: marked === null ? [] : tokensOf(marked),
    hasGlued: GLUED.test(folded),
  };
});

/** A comma list of words and phrases. */
export function anyOf(list: string): Group {
  const members = list
    .split(',')
    .map((member) => member.trim())
    .filter(Boolean);
  const glued = members.filter((member) => GLUED.test(member));
  const marked = members.filter((member) => VIETNAMESE.test(withMarks(member)) && !CYRILLIC.test(member));
  const bare = members.filter((member) => !marked.includes(member) && !glued.includes(member));
  return {
    bare: phrasebook(bare.map(plain)),
    marked: phrasebook(marked.map(withMarks)),
    unmarked: phrasebook(marked.filter((member) => member.includes(' ') && !member.startsWith('=')).map(plain)),
    glued: glued.length > 0 ? new RegExp(glued.map((member) => insideWords(plain(member))).join('|'), 'u') : null,
  };
}

/** The leftmost place where a member stands. */
export function where(group: Group, line: Line): { start: number; end: number } | null {
  const places = [
    placeIn(group.bare, line.tokens),
    line.marked === null ? placeIn(group.unmarked, line.tokens) : placeIn(group.marked, line.markedTokens),
    line.hasGlued ? placeOf(group.glued?.exec(line.folded)) : null,
  ];
  return places.reduce((first, place) => (place && (!first || place.start < first.start) ? place : first), null);
}

const placeOf = (match: RegExpExecArray | null | undefined) =>
  match ? { start: match.index, end: match.index + match[0].length } : null;

function insideWords(member: string): string {
  const escaped = member.replace(/[+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '');
  return escaped.replace(/ ?\.\. ?/g, '.{0,8}').replace(/ /g, ' ?');
}

/** Like `fold`, with the marks kept and the tone on the vowel where the newer spelling puts it. */
function withMarks(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/o([àáảãạ])(?!\p{L})/gu, (_, vowel: string) => `${retoned('o', vowel)}a`)
    .replace(/o([èéẻẽẹ])(?!\p{L})/gu, (_, vowel: string) => `${retoned('o', vowel)}e`)
    .replace(/(?<!q)u([ỳýỷỹỵ])(?!\p{L})/gu, (_, vowel: string) => `${retoned('u', vowel)}y`)
    .replace(/\s+/g, ' ')
    .trim();
}

function retoned(onto: string, from: string): string {
  return `${onto}${from.normalize('NFD').slice(1)}`.normalize('NFC');
}
