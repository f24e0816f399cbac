/**
 * Puts typing slips right in what a customer wrote, so that "refnud" is heard as a refund: one letter missing, too many,
 * wrong or swapped with its neighbour, in a word of five letters or more that neither the language nor the business has,
 * and only towards a word the detectors listen for.
 */
import type { Business } from '../../domain/business';
import type { Answer } from '../../domain/knowledge';
import { isMistyped, sorted } from './close-words';
import { editDistance, words } from './folding';
import { listenedWords, SHORTEST_SLIP } from './listened-words';
import { ORDINARY_WORDS } from './ordinary-words';
import { remembered } from './remembered';

type Listening = Pick<Business, 'departments' | 'topics'> & { knowledge: readonly Answer[] };

const WORD = /[\p{L}\p{N}\p{M}'’]+/gu;
/** Of a flood only the beginning is put right. */
const LONGEST = 2_000;

const correctors = new WeakMap<readonly Answer[], Map<string, (text: string) => string>>();

/** The text with its slips put right; the very same text where there are none. */
export function withoutSlips(text: string, business: Listening): string {
  if (text.length > LONGEST) return text;
  const own = correctors.get(business.knowledge) ?? new Map<string, (text: string) => string>();
  correctors.set(business.knowledge, own);
  const key = [...business.departments, ...business.topics.map(({ id }) => id)].join('|');
  const known = own.get(key) ?? correctorFor(business);
  own.set(key, known);
  return known(text);
}

function correctorFor({ departments, topics, knowledge }: Listening): (text: string) => string {
  const said = knowledge.flatMap(({ title, questions, text }) => [title, ...questions, text]);
  const ordinary = new Set(said.flatMap(words));
  const listened = topics.flatMap(({ phrases, examples }) => [...phrases, ...examples]);
  const extra = [...new Set([...departments, ...listened].flatMap(words))].filter(
    (word) => word.length > SHORTEST_SLIP && /^[a-z]+$/.test(word),
  );
  for (const word of extra) ordinary.add(word);
  const wordFor = remembered((word: string): string => (ordinary.has(word) ? word : (nearest(word, extra) ?? word)));
  return remembered((text) =>
    text.replace(WORD, (word, at: number) => {
      if (word.length < SHORTEST_SLIP || isName(word, text.slice(0, at)) || !/^[a-z]+$/i.test(word)) return word;
      const plain = word.toLowerCase();
      const right = wordFor(plain);
      return right === plain ? word : right;
    }),
  );
}

/** "Frauke" in the middle of a sentence; a message in capitals has no names. */
function isName(word: string, before: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word) && !/(?:^|[.!?\n])\s*["“'(]*$/u.test(before);
}

function nearest(word: string, extra: readonly string[]): string | undefined {
  const { english, all } = listenedWords();
  if (all.has(word) || ORDINARY_WORDS.has(word)) return undefined;
  const near = candidates(word).filter((wanted) => isSlip(wanted, word));
  const swapped = near.filter((wanted) => wanted.length === word.length && sorted(wanted) === sorted(word));
  const [first, ...more] = swapped.length > 0 ? swapped : near;
  if (first !== undefined) return more.length === 0 ? first : undefined;
  return extra.find((wanted) => !english.has(wanted) && wanted[0] === word[0] && isMistyped(wanted, word));
}

/** An ending more or less is no slip: other rules read endings. */
function isSlip(wanted: string, word: string): boolean {
  if (wanted.startsWith(word) || word.startsWith(wanted)) return false;
  const begins = wanted[0] === word[0] || (wanted[0] === word[1] && wanted[1] === word[0]);
  return begins && editDistance(wanted, word, 1) <= 1;
}

let byShape: Map<string, string[]> | undefined;

/** The words that become the same as this one by leaving one letter out of either or both. */
function candidates(word: string): string[] {
  if (!byShape) {
    byShape = new Map();
    for (const wanted of listenedWords().english)
      for (const shape of shapes(wanted)) byShape.set(shape, [...(byShape.get(shape) ?? []), wanted]);
  }
  return [...new Set(shapes(word).flatMap((shape) => byShape?.get(shape) ?? []))];
}

const shapes = (word: string): string[] => [
  ...new Set([word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]),
];
