/** A validator of stdnum, looked up once: a missing one is found at load, not in a message. */
import { stdnum } from 'stdnum';
import type { NationalId } from './national-id';

export function checkedBy(country: string, number: string): NationalId['isValid'] {
  const validator = stdnum[country]?.[number];
  if (!validator) throw new Error(`stdnum has no validator ${country}.${number}`);
  return (id) => validator.validate(id.toUpperCase()).isValid;
}
