/**
 * The same secret written twice in one message: senders put a code into the sentence and again into a link
 * ("t.me/login/20623") or a line for the browser ("@bank.example #501437"). What the digits are was said once already.
 */
import type { WrittenNumber } from '../normal/numbers';
import { type Mark, outside, type Reading } from '../reading';
import { isOfTheBusiness } from './harmless-shapes';

/** Shorter ones meet by chance. */
const SHORTEST = 4;

export function findRepeated(reading: Reading, numbers: readonly WrittenNumber[], marks: readonly Mark[]): Mark[] {
  const open = outside(numbers, marks);
  if (open.length === 0) return [];
  const secrets = new Map<string, Mark>();
  for (const mark of marks) {
    const written = compact(reading.text, mark);
    if (written.length >= SHORTEST) secrets.set(written, mark);
  }
  if (secrets.size === 0) return [];
  return open.flatMap((number) => {
    const { start, end } = number;
    const secret = secrets.get(compact(reading.text, number));
    if (!secret || isOfTheBusiness(reading, start, end)) return [];
    return [
      { start, end, type: secret.type, recogniser: secret.recogniser, why: 'the same digits were a secret before' },
    ];
  });
}

function compact(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end).replace(/[^0-9a-z]/g, '');
}
