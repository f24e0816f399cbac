/** The words in a text that say what the numbers near them are; where phrases overlap, the longest stands. */
import { CARD } from '../lexicons/card';
import { HARMLESS_COMPOUNDS, PASSCODE_COMPOUNDS, spellOut } from '../lexicons/compounds';
import { FURTHER_AFRICA } from '../lexicons/further-africa';
import { FURTHER_ASIA } from '../lexicons/further-asia';
import { FURTHER_EUROPE } from '../lexicons/further-europe';
import { GOVERNMENT } from '../lexicons/government';
import { HARMLESS } from '../lexicons/harmless';
import { PASSCODE } from '../lexicons/passcode';
import { ROMANISED } from '../lexicons/romanised';

import { isDigit } from '../normal/character-class';
import { foldPhrase } from '../normal/fold-character';
import { type NormalText, originalRange } from '../normal/normal-text';
import { isEverydayWord } from './everyday-words';
import { PhraseTrie } from './phrase-trie';
import { readsAsPlainVietnamese } from './plain-vietnamese';

export type CueKind = 'government' | 'card' | 'passcode' | 'card-security' | 'pin' | 'harmless';

interface Meaning {
  kind: CueKind;
  /** True when the phrase names the number itself; false when it only stands near such numbers. */
  names: boolean;
  /** Counts only where it is typed like this, accents and all: "thẻ" is a card, "the" is not. */
  typed?: string;
  /** A currency or a thing counted: it speaks only for the number right beside it. */
  unit?: true;
  /** Counts only where the text speaks of a code that came. */
  arrived?: true;
}

export interface Cue extends Meaning {
  start: number;
  end: number;
  /** A harmless word that only says what a code is for: "confirmation code for your account". */
  qualifies?: true;
}

const CODE_FOR =
  /^ (?:for|to|per|para|pour|por|für|fuer|fur|voor|zu|till|til|do|dla|para o|para la|untuk|utk|cho|için|icin|для|к) (?:[\p{L}'’]+[ -]){0,3}$/u;
const LONGEST_FOR = 36;
/** "The number on the back" is a card's unless it is of something else. */
const OF_A_THING =
  /^ of (?:(?:the|my|your|ur|this|that) )?(?!the|my|your|this|that|card|cc|visa|debit|credit|bank|atm|master|amex|it(?![a-z]))[a-z]{3}/;
const LONGEST_THING = 24;

const ACCENTED_LETTER = /[\u0080-\u024f\u1e00-\u1eff]/;
const SHORT = 4;
const SHORT_MENTION = 6;
/** Also written letter by letter: "S.S.N.", "o t p". */
const ACRONYM = /^[a-z]{3,5}\*?$/;
const NO_WORD = /[^aeiouy*]{2}|otp/;
const trie = buildTrie();
const arrivals = trieOf(PASSCODE.situation);
const otherwise = trieOf(PASSCODE.otherwise);
const goods = trieOf(PASSCODE.goods);

export function findCues(normal: NormalText): Cue[] {
  const cues: Cue[] = [];
  let plainVietnamese: boolean | undefined;
  for (let start = 0; start < normal.text.length; start += 1) {
    const match = trie.longestAt(normal.text, start);
    if (!match || isWithinId(normal.text, start, match.end) || isEverydayWord(normal, start, match.end)) continue;
    if (match.value.typed && !isTyped(normal, start, match.end, match.value.typed)) {
      if (!isPlain(normal, start, match.end)) continue;
      plainVietnamese ??= readsAsPlainVietnamese(normal.text);
      if (!plainVietnamese) continue;
    }
    const last = cues.at(-1);
    if (last && last.end > start) {
      // "Identity card number", "gift card number": the first word says which card.
      if (match.value.kind === 'card' && last.kind !== 'card') {
        last.end = Math.max(last.end, match.end);
        continue;
      }
      // "Serial number on the back": a card's code stands there too.
      if (match.value.kind === 'card-security' && last.kind === 'harmless' && last.names) {
        last.end = Math.max(last.end, match.end);
        continue;
      }
      // "Numero della carta d'identità": so does the last.
      if (last.kind === 'card' && match.value.kind !== 'card' && match.value.names && match.end > last.end) {
        cues[cues.length - 1] = { kind: match.value.kind, names: true, start: last.start, end: match.end };
        continue;
      }
      if (match.end - start <= last.end - last.start) continue;
      cues.pop();
    }
    const { kind, names, unit, arrived } = match.value;
    const ofThing =
      kind === 'card-security' && OF_A_THING.test(normal.text.slice(match.end, match.end + LONGEST_THING));
    const cue: Cue = { kind: ofThing ? 'harmless' : kind, names, start, end: match.end };
    if (unit) cue.unit = true;
    if (arrived) cue.arrived = true;
    if (cue.kind === 'harmless' && saysWhatFor(normal.text, cues.at(-1), start)) cue.qualifies = true;
    cues.push(cue);
  }
  return cues;
}

/** "18CK43853": letters between digits are no word. "2tr5" and "1m70" are amounts. */
function isWithinId(text: string, start: number, end: number): boolean {
  return isDigit(text.charCodeAt(start - 1)) && /^\d{4}/.test(text.slice(end, end + 4));
}

function saysWhatFor(text: string, code: Cue | undefined, start: number): boolean {
  if (code?.kind !== 'passcode' || !code.names || start - code.end > LONGEST_FOR) return false;
  return CODE_FOR.test(text.slice(code.end, start));
}

/** Whether anything in the text speaks of a code having been sent, so that a bare "code" is a passcode. */
export function speaksOfArrival(text: string): boolean {
  return holdsAny(arrivals, text);
}

/** Whether the text speaks of discounts, faults or doors, so that a bare "code" is one of theirs. */
export function speaksOtherwise(text: string): boolean {
  return holdsAny(otherwise, text);
}

/** Whether the text speaks of goods that came in the place of others, or broken. */
export function speaksOfGoods(text: string): boolean {
  return holdsAny(goods, text);
}

function holdsAny(phrases: PhraseTrie<true>, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (phrases.longestAt(text, at)) return true;
  return false;
}

function trieOf(rows: readonly string[]): PhraseTrie<true> {
  const phrases = new PhraseTrie<true>();
  phrases.addRows(rows, true);
  return phrases;
}

function isTyped(normal: NormalText, start: number, end: number, phrase: string): boolean {
  const range = originalRange(normal, start, end);
  return normal.original.slice(range.start, range.end).normalize('NFC').toLowerCase().startsWith(phrase);
}

function isPlain(normal: NormalText, start: number, end: number): boolean {
  const range = originalRange(normal, start, end);
  return /^[\x20-\x7e]*$/.test(normal.original.slice(range.start, range.end));
}

function buildTrie(): PhraseTrie<Meaning> {
  const meanings = new PhraseTrie<Meaning>();
  const add = (
    rows: readonly string[],
    kind: CueKind,
    names: boolean,
    only: Pick<Meaning, 'unit' | 'arrived'> = {},
  ) => {
    for (const phrase of rows.flatMap((row) => row.split('|'))) {
      // Without its accents a short word is a common word of some other language.
      const short = foldPhrase(phrase).replace('*', '').length < (names ? SHORT : SHORT_MENTION);
      const typed = phrase.replace('*', '').normalize('NFC').toLowerCase();
      const meaning: Meaning = { kind, names, ...only };
      if (short && ACCENTED_LETTER.test(typed)) meaning.typed = typed;
      meanings.add(phrase, meaning, (known) => known.typed !== undefined && !meaning.typed && known.kind === kind);
    }
  };
  const addSpelled = (rows: readonly string[], kind: CueKind, names: boolean) => {
    const acronyms = rows
      .flatMap((row) => row.split('|'))
      .filter((phrase) => ACRONYM.test(phrase) && NO_WORD.test(phrase));
    add(
      acronyms.map((acronym) => [...acronym.replace('*', '')].join(' ')),
      kind,
      names,
    );
  };
  add(PASSCODE.cardSecurity, 'card-security', true);
  add(HARMLESS.names, 'harmless', true);
  add(HARMLESS_COMPOUNDS.flatMap(spellOut), 'harmless', true);
  add(PASSCODE.names, 'passcode', true);
  add(PASSCODE_COMPOUNDS.flatMap(spellOut), 'passcode', true);
  add(PASSCODE.pin, 'pin', true);
  add(CARD.names, 'card', true);
  add(GOVERNMENT.names, 'government', true);
  for (const words of Object.values({ ...FURTHER_EUROPE, ...FURTHER_ASIA, ...FURTHER_AFRICA, ...ROMANISED })) {
    add([words.harmless], 'harmless', true);
    add([words.passcode], 'passcode', true);
    add(words.card ? [words.card] : [], 'card', true);
    add([words.government], 'government', true);
  }
  add(HARMLESS.mentions, 'harmless', false);
  add(HARMLESS.units, 'harmless', false, { unit: true });
  add(CARD.mentions, 'card', false);
  add(GOVERNMENT.mentions, 'government', false);
  add(PASSCODE.mentions, 'passcode', false);
  add(PASSCODE.passwords, 'passcode', false, { arrived: true });
  addSpelled(PASSCODE.names, 'passcode', true);
  addSpelled(PASSCODE.cardSecurity, 'card-security', true);
  addSpelled(GOVERNMENT.names, 'government', true);
  return meanings;
}
