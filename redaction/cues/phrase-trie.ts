/**
 * Finds the longest known phrase that begins at a position, in time bounded by the longest phrase. Phrases are folded
 * like the text; a space in a phrase stands for one to three separators, a closing `*` lets letters follow.
 */
import * as characters from '../normal/character-class';
import { foldPhrase } from '../normal/fold-character';

interface Node<T> {
  next: Map<number, Node<T>>;
  whole?: T;
  stem?: T;
}

export interface PhraseMatch<T> {
  end: number;
  value: T;
}

/** Bound once: an import is looked up anew at every use, and these are asked of every character. */
const { CharacterClass, classOf } = characters;
const { digit, latin, spaced, unspaced, other, space, newline } = CharacterClass;
const SPACE = 32;
const MOST_SEPARATORS = 3;
const SHORTEST_PLURAL = 4;
const ENDINGS = ['s', 'nya'];

export class PhraseTrie<T> {
  private readonly root: Node<T> = { next: new Map() };
  /** By character code, whether a phrase begins so: most places of most texts need no more than this look. */
  private readonly begins = new Uint8Array(0x10000);

  /** The first value given for a phrase stays, unless `replaces` says that the new one is the better. */
  add(phrase: string, value: T, replaces: (known: T) => boolean = () => false): void {
    const open = phrase.endsWith('*');
    const folded = foldPhrase(open ? phrase.slice(0, -1) : phrase)
      .replace(/[ \-_./'’]+/g, ' ')
      .trim();
    this.begins[folded.charCodeAt(0)] = 1;
    let node = this.root;
    for (let i = 0; i < folded.length; i += 1) {
      const code = folded.charCodeAt(i);
      let next = node.next.get(code);
      if (!next) {
        next = { next: new Map() };
        node.next.set(code, next);
      }
      node = next;
    }
    const known = open ? node.stem : node.whole;
    if (known !== undefined && !replaces(known)) return;
    if (open) node.stem = value;
    else node.whole = value;
  }

  /** As lexicons are written: rows of phrases parted by "|". */
  addRows(rows: readonly string[], value: T): void {
    for (const phrase of rows.flatMap((row) => row.split('|'))) this.add(phrase, value);
  }

  longestAt(text: string, start: number): PhraseMatch<T> | undefined {
    if (this.begins[text.charCodeAt(start)] !== 1 || !startsWord(text, start)) return undefined;
    let node = this.root;
    let at = start;
    let best: PhraseMatch<T> | undefined;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      let next: Node<T> | undefined;
      if (isSeparator(code)) {
        next = node.next.get(SPACE);
        if (!next) break;
        let skipped = 0;
        while (skipped < MOST_SEPARATORS && at + skipped < text.length && isSeparator(text.charCodeAt(at + skipped))) {
          skipped += 1;
        }
        at += skipped;
      } else {
        next = node.next.get(code);
        if (!next) break;
        at += 1;
      }
      node = next;
      if (node.stem !== undefined) best = { end: at, value: node.stem };
      else if (node.whole !== undefined) {
        if (endsWord(text, at)) best = { end: at, value: node.whole };
        else if (at - start >= SHORTEST_PLURAL) {
          const ending = endingAt(text, at);
          if (ending > 0) best = { end: at + ending, value: node.whole };
        }
      }
    }
    return best;
  }
}

/** "passports", and Indonesia's "kodenya", "the code": letters that close a word without changing it, or none. */
function endingAt(text: string, at: number): number {
  if (!isPlainLetter(text.charCodeAt(at - 1))) return 0;
  for (const ending of ENDINGS) {
    if (text.startsWith(ending, at) && endsWord(text, at + ending.length)) return ending.length;
  }
  return 0;
}

function isSeparator(code: number): boolean {
  if (isPlainLetter(code)) return false;
  const kind = classOf(code);
  return kind === space || kind === newline || isJoiner(code);
}

/** a to z: most of most texts, answered without a look at the tables. */
function isPlainLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** - _ . / ' ’ */
function isJoiner(code: number): boolean {
  return code === 45 || code === 95 || code === 46 || code === 47 || code === 39 || code === 0x2019;
}

function startsWord(text: string, at: number): boolean {
  if (at === 0) return true;
  const code = text.charCodeAt(at);
  if (isPlainLetter(code) && isPlainLetter(text.charCodeAt(at - 1))) return false;
  const kind = classOf(code);
  if (kind === unspaced || kind === other) return true;
  return classOf(text.charCodeAt(at - 1)) !== kind;
}

/** In spaceless scripts and in Indic ones, where endings are written on, a phrase may end anywhere. */
function endsWord(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  const kind = classOf(code);
  // "Last 4" does not end within 4617.
  if (kind === digit) return classOf(text.charCodeAt(at - 1)) !== digit;
  if (kind === latin) return classOf(text.charCodeAt(at - 1)) !== latin;
  if (kind !== spaced) return true;
  return code >= 0x900 && code < 0xe00;
}
