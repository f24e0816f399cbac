/** Every national id the room knows: those found by their writing, and those told by their words. */
import { BY_STDNUM } from './by-stdnum';
import { CHILE } from './chile';
import { DRIVING_LICENCES } from './driving-licences';
import { EGYPT } from './egypt';
import { GERMANY } from './germany';
import { GULF } from './gulf';
import { INDONESIA } from './indonesia';
import { JAPAN } from './japan';
import { KENYA } from './kenya';
import type { NationalId } from './national-id';
import { NIGERIA } from './nigeria';
import { NORDIC } from './nordic';
import { PHILIPPINES } from './philippines';
import { RUSSIA } from './russia';
import { SINGAPORE } from './singapore';
import { UNITED_KINGDOM } from './united-kingdom';
import { UNITED_STATES } from './united-states';
import { VIETNAM } from './vietnam';

const ALL: readonly NationalId[] = [
  ...VIETNAM,
  ...BY_STDNUM,
  ...NORDIC,
  ...UNITED_STATES,
  ...SINGAPORE,
  ...JAPAN,
  ...INDONESIA,
  ...RUSSIA,
  ...CHILE,
  ...EGYPT,
  ...GULF,
  ...GERMANY,
  ...UNITED_KINGDOM,
  ...PHILIPPINES,
  ...NIGERIA,
  ...KENYA,
  ...DRIVING_LICENCES,
];

export const FOUND_BY_WRITING = ALL.filter((id) => id.shapes !== undefined);
const TOLD_BY_WORDS = ALL.filter((id) => id.words !== undefined);

/** The id that goes by these words and checks, if the room knows it; `written` may hold separators. */
export function knownId(spokenAs: string, written: string): NationalId | undefined {
  const bare = written.replace(/[^0-9a-z]/g, '');
  return toldBy(spokenAs).find((id) => id.isValid(bare));
}

let latest: { words: string; ids: readonly NationalId[] } = { words: '', ids: [] };

/** The last answer is kept: a list of ids is told by one word again and again. */
function toldBy(words: string): readonly NationalId[] {
  if (words !== latest.words) latest = { words, ids: TOLD_BY_WORDS.filter((id) => id.words?.test(words)) };
  return latest.ids;
}
