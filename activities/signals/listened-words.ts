/**
 * The words the detectors listen for, read out of their own rows and patterns, so that a word added there is known here:
 * the English ones, which a typing slip is put right to, and those of every language, which are no slips.
 */
import { CONCEPTS } from './concepts';
import type { Row } from './concepts/concept';
import { ABOUT_THE_ANSWER, FRUSTRATION_ROWS, SAYS_AGAIN_ROWS } from './frustration-rows';
import { STRONG, UNHELPFUL } from './frustration-words';

/** Shorter words are too near to one another. */
export const SHORTEST_SLIP = 5;
/** How an open word ("charg*") may go on. */
const ENDINGS = ' s e es ed d ing er ers ion ions ment ments able ally al ly y ies ied ty ic'.split(' ');

/** The patterns of the other languages have none of these. */
const ENGLISH_PATTERNS = /\b(?:useless|waste|patience|never|help|asked|already|still)\b/;

interface Listened {
  english: ReadonlySet<string>;
  all: ReadonlySet<string>;
}

let made: Listened | undefined;

export function listenedWords(): Listened {
  if (made) return made;
  const rows = [
    ...CONCEPTS.flatMap((concept) => concept.rows),
    ...FRUSTRATION_ROWS,
    ...ABOUT_THE_ANSWER,
    ...SAYS_AGAIN_ROWS,
  ];
  const patterns = [...STRONG, ...UNHELPFUL].filter(({ source }) => ENGLISH_PATTERNS.test(source));
  const inPatterns = patterns.flatMap(({ source }) => source.match(/(?<![a-z\\])[a-z]{5,}/g) ?? []);
  const english = new Set([...rows.filter(({ language }) => language === 'en').flatMap(wordsOf), ...inPatterns]);
  made = {
    english: new Set([...english].filter((word) => word.length >= SHORTEST_SLIP && /^[a-z]+$/.test(word))),
    all: new Set([...rows.flatMap(wordsOf), ...inPatterns]),
  };
  return made;
}

function wordsOf({ groups }: Row): string[] {
  return groups.flatMap(({ bare, unmarked }) =>
    [bare, unmarked].flatMap((book) =>
      [...(book?.whole.values() ?? []), ...(book?.open.values() ?? [])]
        .flat(2)
        .flatMap(({ word, open }) => (open ? ENDINGS.map((ending) => word + ending) : [word])),
    ),
  );
}
