/** Whether two folded words are the same word in another form or with a typing mistake. Short words must be equal. */
import { editDistance } from './folding';

const SHORTEST = 5;
const ENDING = /^(?:s|es|d|ed|ing|er|ers|ly|e|en|n|t|te|ten|a|o|i|os|as)$/;

/** "lawyer" and "lawyers", "stolen" and "stole", "refund" and "refnud"; not "charge" and "change". */
export function closeWord(wanted: string, said: string): boolean {
  if (wanted === said) return true;
  if (wanted.length < SHORTEST || said.length < SHORTEST - 1) return false;
  if (said.startsWith(wanted)) return ENDING.test(said.slice(wanted.length));
  const shared = Math.max(SHORTEST, wanted.length - 2);
  if (wanted.length > SHORTEST && said.startsWith(wanted.slice(0, shared)) && said.length <= shared + 3) return true;
  return wanted.length >= 6 && wanted[0] === said[0] && isMistyped(wanted, said);
}

/** One letter doubled, dropped or swapped with its neighbour; one replaced only in words long enough to be told apart. */
export function isMistyped(wanted: string, said: string): boolean {
  if (editDistance(wanted, said, 1) > 1) return false;
  return wanted.length !== said.length || wanted.length >= 8 || sorted(wanted) === sorted(said);
}

/** Of two words with the same letters the same text. */
export const sorted = (word: string) => [...word].sort().join('');
