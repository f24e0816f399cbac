/**
 * Numbers that name a thing (orders, bookings, phones) and placeholders of hidden ones. They say which thing a message is
 * about, not what is asked of it: repeated in every message, they would make all questions alike.
 */
import { withoutPlaceholders } from '../../redaction';
import { fold } from './folding';

/** Four digits or more in one piece, with the letters, marks and groups that belong to them. */
const REFERENCE = /#?(?<![\p{L}\p{N}])[\p{L}]{0,6}[-_/.]?\d(?:[-_/. ]?[\p{L}]{0,3}\d){3,}[\p{L}\d]*/gu;

export function idsIn(text: string): string[] {
  return (text.match(REFERENCE) ?? []).map((id) => fold(id).replace(/[^\p{L}\p{N}]/gu, ''));
}

/** The text without them, or the text itself where it holds nothing else. */
export function withoutIds(text: string): string {
  const rest = withoutPlaceholders(text).replace(REFERENCE, ' ');
  return /\p{L}/u.test(rest) ? rest : text;
}
