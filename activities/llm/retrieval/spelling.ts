/**
 * Puts typing mistakes in a question right against the words of the knowledge: only a longer word that neither the
 * knowledge nor the language has, and only where exactly one known word is near it. A guess is a guess: the caller
 * lowers its trust.
 */
import { editDistance, isUnspaced, words } from '../../signals/folding';
import { ORDINARY_WORDS } from '../../signals/ordinary-words';
import { EVERYDAY_WORDS } from './everyday-words';

const SHORTEST = 5;
/** A letter may be missing; two that changed places are seen in a word of this length too. */
const SHORTEST_TYPED = 4;
/** From here on two mistakes are forgiven. */
const LONG = 8;
const MOST_WORDS = 12;
/** Question words as they are typed in a hurry: too short to be told by distance. */
const HURRIED: Readonly<Record<string, string>> = {
  wat: 'what',
  wht: 'what',
  waht: 'what',
  whats: "what's",
  wats: "what's",
  wen: 'when',
  whn: 'when',
  wich: 'which',
  wer: 'where',
  whre: 'where',
  hw: 'how',
  u: 'you',
  ur: 'your',
  r: 'are',
  teh: 'the',
  tiem: 'time',
  tym: 'time',
  hav: 'have',
  cn: 'can',
  mutch: 'much',
  muhc: 'much',
  mch: 'much',
  yor: 'your',
  yuor: 'your',
  hve: 'have',
  haev: 'have',
  wiht: 'with',
  wth: 'with',
  whta: 'what',
  wot: 'what',
  wehn: 'when',
  whne: 'when',
  wheer: 'where',
  whare: 'where',
  whitch: 'which',
  opne: 'open',
  opn: 'open',
  colse: 'close',
  pric: 'price',
  prise: 'price',
  pirce: 'price',
  prcie: 'price',
  csot: 'cost',
  fre: 'free',
  bok: 'book',
  wnat: 'want',
  dyas: 'days',
  tommorow: 'tomorrow',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  nxt: 'next',
  appt: 'appointment',
  apt: 'appointment',
  resv: 'reservation',
  msg: 'message',
  pic: 'picture',
  pymt: 'payment',
  yrs: 'years',
  hrs: 'hours',
  mins: 'minutes',
  wk: 'week',
  mth: 'month',
  mnth: 'month',
  mnths: 'months',
  mths: 'months',
};

export interface Corrected {
  text: string;
  /** Words that were guessed. */
  guesses: number;
}

export class Spelling {
  private readonly known: Set<string>;
  private readonly targets: ReadonlySet<string>;
  /** By first letter: the first one is rarely mistyped, and a guess must not cost much. */
  private readonly byLetter = new Map<string, string[]>();

  /** `asked` are titles and example questions, which words are corrected to; `text` only makes words known. */
  constructor(asked: readonly string[], text: readonly string[]) {
    const targets = new Set(asked.flatMap(words));
    this.targets = targets;
    this.known = new Set([...targets, ...text.flatMap(words)]);
    for (const word of targets) {
      if (word.length < SHORTEST || isUnspaced(word) || /\d/.test(word)) continue;
      const list = this.byLetter.get(word.charAt(0));
      if (list) list.push(word);
      else this.byLetter.set(word.charAt(0), [word]);
    }
  }

  correct(question: string): Corrected {
    const typed = words(question);
    if (typed.length > MOST_WORDS || isUnspaced(question)) return { text: question, guesses: 0 };
    let guesses = 0;
    let changed = false;
    const put = typed.map((word) => {
      if (this.known.has(word)) return word;
      const hurried = HURRIED[word];
      const right = hurried && this.known.has(hurried) ? hurried : this.nearest(word);
      if (right === undefined) return word;
      changed = true;
      if (right !== hurried) guesses += 1;
      return right;
    });
    return changed ? { text: put.join(' '), guesses } : { text: question, guesses: 0 };
  }

  private nearest(word: string): string | undefined {
    if (word.length < SHORTEST_TYPED || !/^\p{L}+$/u.test(word) || isOrdinary(word)) return undefined;
    if (word.length < SHORTEST) {
      const [swapped, another] = swaps(word).filter((one) => this.targets.has(one));
      if (swapped && !another) return swapped;
    }
    const limit = word.length >= LONG ? 2 : 1;
    let best: string | undefined;
    let distance = limit + 1;
    for (const candidate of this.byLetter.get(word.charAt(0)) ?? []) {
      const away = editDistance(word, candidate, limit);
      if (away > distance || away > limit) continue;
      // Two words equally near: no telling which was meant, unless one is an ending of the other.
      best = away < distance ? candidate : best !== undefined && candidate.startsWith(best) ? best : undefined;
      distance = away;
      if (best === undefined && distance === 1) return undefined;
    }
    // Endings are no mistakes: the index knows stems.
    return best && (best.startsWith(word) || word.startsWith(best)) ? undefined : best;
  }
}

/** The word with two neighbours changed back, the first letter left alone. */
function swaps(word: string): string[] {
  return Array.from({ length: word.length - 2 }, (_, index) => {
    const at = index + 1;
    return `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
  });
}

/** Spelled as it is meant, alone or in the plural. */
function isOrdinary(word: string): boolean {
  return EVERYDAY_WORDS.has(word) || ORDINARY_WORDS.has(word) || EVERYDAY_WORDS.has(word.replace(/s$/, ''));
}
