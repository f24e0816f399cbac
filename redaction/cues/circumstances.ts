/** Finds what is said around a passcode whatever it is called (`lexicons/circumstances.ts`), in order of place. */
import { CIRCUMSTANCES } from '../lexicons/circumstances';
import { type PhraseMatch, PhraseTrie } from './phrase-trie';

export type Circumstance = keyof typeof CIRCUMSTANCES;

export interface Said {
  what: Circumstance;
  start: number;
  end: number;
}

const trie = buildTrie();

export function findCircumstances(text: string): Said[] {
  const said: Said[] = [];
  for (let start = 0; start < text.length; start += 1) {
    const match: PhraseMatch<Circumstance> | undefined = trie.longestAt(text, start);
    if (!match) continue;
    said.push({ what: match.value, start, end: match.end });
    start = match.end - 1;
  }
  return said;
}

function buildTrie(): PhraseTrie<Circumstance> {
  const phrases = new PhraseTrie<Circumstance>();
  for (const what of Object.keys(CIRCUMSTANCES) as Circumstance[]) phrases.addRows(CIRCUMSTANCES[what], what);
  return phrases;
}
