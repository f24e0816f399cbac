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
  /** Counts only where it is typed with its accents: "thẻ" is a card, "the" is not. */
  accented?: boolean;
}

export interface Cue extends Meaning {
  start: number;
  end: number;
}

const ACCENTED_LETTER = /[\u0080-\u024f\u0300-\u036f\u1e00-\u1eff]/;
const SHORT = 4;
const trie = buildTrie();
const situations = new PhraseTrie<true>();
for (const row of PASSCODE.situation) for (const phrase of row.split('|')) situations.add(phrase, true);

export function findCues(normal: NormalText): Cue[] {
  const cues: Cue[] = [];
  for (let start = 0; start < normal.text.length; start += 1) {
    const match = trie.longestAt(normal.text, start);
    if (!match || (match.value.accented && !isAccented(normal, start, match.end))) continue;
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
  for (let at = 0; at < text.length; at += 1) if (situations.longestAt(text, at)) return true;
  return false;
}

function isAccented(normal: NormalText, start: number, end: number): boolean {
  const range = originalRange(normal, start, end);
  return ACCENTED_LETTER.test(normal.original.slice(range.start, range.end));
}

function buildTrie(): PhraseTrie<Meaning> {
  const meanings = new PhraseTrie<Meaning>();
  const add = (rows: readonly string[], kind: CueKind, names: boolean) => {
    for (const phrase of rows.flatMap((row) => row.split('|'))) {
      // Without its accents a short word is a common word of some other language.
      const short = !names || foldPhrase(phrase).replace('*', '').length < SHORT;
      const accented = short && ACCENTED_LETTER.test(phrase);
      meanings.add(phrase, accented ? { kind, names, accented } : { kind, names });
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
