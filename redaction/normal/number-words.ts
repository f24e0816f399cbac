/**
 * Number words read as digits: "four one one one" becomes 4111 when enough of them stand in a row. One digit written as
 * a figure may stand between two words.
 */
import { PhraseTrie } from '../cues/phrase-trie';
import { NUMBER_WORDS } from '../lexicons/number-words';
import * as characters from './character-class';
import { type NormalText, withDigits } from './normal-text';

interface Word {
  digit: string;
  sure: boolean;
  repeats: number;
}

interface Read {
  start: number;
  end: number;
  digits: string;
  sure: boolean;
}

/** Bound once: an import is looked up anew at every use, and these are asked of every character. */
const { CharacterClass, classOf, isDigit, isLetter } = characters;
const SURE_RUN = 3;
const UNSURE_RUN = 4;
const MOST_BETWEEN = 3;
const words = buildTrie();

export function readNumberWords(normal: NormalText): NormalText {
  const { text } = normal;
  const replaced: Read[] = [];
  let at = 0;
  while (at < text.length) {
    if (!words.longestAt(text, at) || !isLetter(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const run = readRun(text, at);
    const last = run.at(-1);
    if (last && isLongEnough(run)) for (const word of run) replaced.push(word);
    at = last ? last.end : at + 1;
  }
  return replaced.length > 0 ? withDigits(normal, replaced) : normal;
}

function readRun(text: string, start: number): Read[] {
  const run: Read[] = [];
  let at = start;
  let from = start;
  let repeats = 1;
  while (at < text.length) {
    const word = words.longestAt(text, at);
    if (word && word.value.repeats > 1) {
      // "Double triple" is nobody's number; reading on would read a long row of them again and again.
      if (repeats > 1) break;
      repeats = word.value.repeats;
      at = skipBetween(text, word.end);
      continue;
    }
    const figure = !word && run.length > 0 && standsAlone(text, at) ? text.charAt(at) : '';
    if (!word && !figure) break;
    const end = word ? word.end : at + 1;
    const digits = word ? digitsOf(text, word.end, word.value) : figure;
    run.push({
      start: from,
      end,
      digits: digits.repeat(repeats),
      sure: word?.value.sure ?? false,
    });
    repeats = 1;
    at = skipBetween(text, end);
    from = at;
  }
  return run;
}

/** A ten takes the unit behind it: "forty-one" is 41, "forty" alone 40. */
function digitsOf(text: string, end: number, { digit }: Word): string {
  if (digit.length !== 2 || !digit.endsWith('0') || digit === '10') return digit;
  const next = words.longestAt(text, skipBetween(text, end));
  return next && /^[1-9]$/.test(next.value.digit) ? digit.charAt(0) : digit;
}

function isLongEnough(run: readonly Read[]): boolean {
  const digits = run.reduce((sum, word) => sum + word.digits.length, 0);
  return run.length >= 2 && digits >= (run.every((word) => word.sure) ? SURE_RUN : UNSURE_RUN);
}

function skipBetween(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < MOST_BETWEEN && classOf(text.charCodeAt(at)) !== CharacterClass.digit) {
    if (isLetter(text.charCodeAt(at))) break;
    at += 1;
  }
  return at;
}

function standsAlone(text: string, at: number): boolean {
  return (
    isDigit(text.charCodeAt(at)) && !isDigit(text.charCodeAt(at + 1)) && (at === 0 || !isDigit(text.charCodeAt(at - 1)))
  );
}

function buildTrie(): PhraseTrie<Word> {
  const trie = new PhraseTrie<Word>();
  for (const [word, repeats] of Object.entries(NUMBER_WORDS.repeat)) trie.add(word, { digit: '', sure: true, repeats });
  for (const [language, sure] of [
    ...NUMBER_WORDS.sure.map((row) => [row, true] as const),
    ...NUMBER_WORDS.unsure.map((row) => [row, false] as const),
  ]) {
    language.split(' ').forEach((spellings, digit) => {
      for (const spelling of spellings.split('/')) trie.add(spelling, { digit: String(digit), sure, repeats: 1 });
    });
  }
  NUMBER_WORDS.teens.split(' ').forEach((word, i) => {
    trie.add(word, { digit: String(10 + i), sure: true, repeats: 1 });
  });
  NUMBER_WORDS.tens.split(' ').forEach((spellings, i) => {
    for (const word of spellings.split('/')) trie.add(word, { digit: String(20 + 10 * i), sure: true, repeats: 1 });
  });
  return trie;
}
