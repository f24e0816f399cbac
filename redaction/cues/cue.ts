/** The words in a text that say what the numbers near them are; where phrases overlap, the longest stands. */
import { CARD } from '../lexicons/card';
import { GOVERNMENT } from '../lexicons/government';
import { HARMLESS } from '../lexicons/harmless';
import { PASSCODE } from '../lexicons/passcode';
import { foldPhrase } from '../normal/fold-character';
import { type NormalText, originalRange } from '../normal/normal-text';
import { PhraseTrie } from './phrase-trie';

export type CueKind = 'government' | 'card' | 'passcode' | 'card-security' | 'pin' | 'harmless';

interface Meaning {
  kind: CueKind;
  /** True when the phrase names the number itself; false when it only stands near such numbers. */
  names: boolean;
  /** Counts only where it is typed like this, accents and all: "thẻ" is a card, "the" is not. */
  typed?: string;
}

export interface Cue extends Meaning {
  start: number;
  end: number;
}

const ACCENTED_LETTER = /[\u0080-\u024f\u1e00-\u1eff]/;
const SHORT = 4;
const trie = buildTrie();
const arrivals = trieOf(PASSCODE.situation);
const otherwise = trieOf(PASSCODE.otherwise);

export function findCues(normal: NormalText): Cue[] {
  const cues: Cue[] = [];
  for (let start = 0; start < normal.text.length; start += 1) {
    const match = trie.longestAt(normal.text, start);
    if (!match || (match.value.typed && !isTyped(normal, start, match.end, match.value.typed))) continue;
    const last = cues.at(-1);
    if (last && last.end > start) {
      if (match.end - start <= last.end - last.start) continue;
      cues.pop();
    }
    cues.push({ ...match.value, start, end: match.end });
  }
  return cues;
}

/** Whether anything in the text speaks of a code having been sent, so that a bare "code" is a passcode. */
export function speaksOfArrival(text: string): boolean {
  return holdsAny(arrivals, text);
}

/** Whether the text speaks of discounts, faults or doors, so that a bare "code" is one of theirs. */
export function speaksOtherwise(text: string): boolean {
  return holdsAny(otherwise, text);
}

function holdsAny(phrases: PhraseTrie<true>, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (phrases.longestAt(text, at)) return true;
  return false;
}

function trieOf(rows: readonly string[]): PhraseTrie<true> {
  const phrases = new PhraseTrie<true>();
  for (const phrase of rows.flatMap((row) => row.split('|'))) phrases.add(phrase, true);
  return phrases;
}

function isTyped(normal: NormalText, start: number, end: number, phrase: string): boolean {
  const range = originalRange(normal, start, end);
  return normal.original.slice(range.start, range.end).normalize('NFC').toLowerCase().startsWith(phrase);
}

function buildTrie(): PhraseTrie<Meaning> {
  const meanings = new PhraseTrie<Meaning>();
  const add = (rows: readonly string[], kind: CueKind, names: boolean) => {
    for (const phrase of rows.flatMap((row) => row.split('|'))) {
      // Without its accents a short word is a common word of some other language.
      const short = !names || foldPhrase(phrase).replace('*', '').length < SHORT;
      const typed = phrase.replace('*', '').normalize('NFC').toLowerCase();
      meanings.add(phrase, short && ACCENTED_LETTER.test(typed) ? { kind, names, typed } : { kind, names });
    }
  };
  add(PASSCODE.cardSecurity, 'card-security', true);
  add(HARMLESS.names, 'harmless', true);
  add(PASSCODE.names, 'passcode', true);
  add(PASSCODE.pin, 'pin', true);
  add(CARD.names, 'card', true);
  add(GOVERNMENT.names, 'government', true);
  add(HARMLESS.mentions, 'harmless', false);
  add(CARD.mentions, 'card', false);
  add(GOVERNMENT.mentions, 'government', false);
  add(PASSCODE.mentions, 'passcode', false);
  return meanings;
}
