/**
 * Of a few words each is the point: who asks for the trainers' qualifications is not told what trainers cost, although a
 * trainer is in both. A word that stands nowhere in the knowledge makes a short question doubtful.
 */
import { fold } from '../../signals/folding';
import { saysSomething } from '../bare-question';
import { normalForm } from './normal-form';
import { contentStems } from './phrase-features';

const FEW_WORDS = 3;
/** Capitals within a sentence: names are nobody's words. */
const NAME = /(?<=\p{L}[, ]+)\p{Lu}[\p{Ll}\p{M}]+/gu;

/** `known`: the stems of all that the knowledge says in this language. */
export function hasStrangeWord(question: string, language: string, known: ReadonlySet<string>): boolean {
  // Syllables typed without their marks may be any word.
  if (language.startsWith('vi') && fold(question) === question.toLowerCase()) return false;
  const usual = normalForm(question.replace(NAME, ''), language);
  const content = [...contentStems(usual, language)].filter(saysSomething);
  return content.length <= FEW_WORDS && content.some((word) => !known.has(word) && !/\d/.test(word));
}
