/**
 * Takes payment cards, government ids, one-time passcodes and security codes out of one message, judged with the
 * messages before it. Pure and synchronous; the only maker of `CleanText`. It has no failing input: an exception here is
 * a bug, and the caller must then withhold the message.
 */
import type { CleanText } from './clean-text';
import { Expectation, expectationFrom } from './conversation/expectation';
import { History } from './conversation/history';
import { type EarlierMarks, joinCard, nameBefore } from './conversation/pieces';
import { type NormalText, originalRange } from './normal/normal-text';
import { findNumbers } from './normal/numbers';
import { findPlaceholders, renderPlaceholder } from './placeholders';
import { type Mark, openReading, outside, type Reading, readText } from './reading';
import { findCards } from './recognisers/card';
import { findFormattedIds } from './recognisers/government-format';
import { findNamedNumbers } from './recognisers/named-numbers';
import { CARD_IN_PIECES } from './recognisers/pieces-as-written';
import { findRepeated } from './recognisers/repeated';
import { findCodesBehindCards } from './recognisers/security-code';
import type { EarlierMessage, Finding, Redaction, RedactionContext, RedactionOptions } from './redaction';

const ANY_DIGIT = /\d/;
const SHORTEST_FRAGMENT = 3;
const LONGEST_FRAGMENT = 15;

export function redact(text: string, context: RedactionContext = {}): Redaction {
  const { from = 'customer', earlier = [], options = {} } = context;
  const read = readText(text);
  const before = new History(from === 'customer' ? earlier : []);
  const hasDigits = ANY_DIGIT.test(read.normal.text);
  const expectation = hasDigits ? expectationFrom(before) : Expectation.none;
  if (!hasDigits && !mayNameWhatCameBefore(before)) {
    return { text: clean(read.normal, [], options, from), findings: [], earlier: [], hold: false };
  }
  const reading = openReading(read, expectation, options);
  let marks = hasDigits ? findMarks(reading) : [];
  let reached: EarlierMarks[] = hasDigits ? [] : nameBefore(reading, before);
  const joined = hasDigits ? joinCard(reading, before) : undefined;
  if (joined) {
    marks = joined.current;
    reached = joined.earlier;
  }
  return {
    text: clean(read.normal, marks, options, from),
    findings: marks.map((mark) => asFinding(read.normal, mark)),
    earlier: reached.map(({ message, normal, marks: found }) => ({
      id: message.id,
      text: clean(normal, found, options, 'system'),
      findings: found.map((mark) => asFinding(normal, mark)),
    })),
    hold: from === 'customer' && marks.length === 0 && isFragment(reading),
  };
}

function findMarks(reading: Reading): Mark[] {
  const cards = findCards(reading);
  const certain = inOrder([...cards, ...findCodesBehindCards(reading, cards)]);
  const formatted = findFormattedIds(reading, outside(reading.pieces, certain));
  const known = inOrder([...certain, ...outside(formatted, certain)]);
  const numbers = findNumbers(reading.text, reading.pieces, inOrder([...known, ...reading.placeholders]));
  const marks = inOrder([...known, ...findNamedNumbers(reading, numbers, known)]);
  return inOrder([...marks, ...findRepeated(reading, numbers, marks)]);
}

/** Ranges by start; where two meet (letters taken along by both), the first keeps what they share. */
function inOrder<T extends { start: number; end: number }>(ranges: readonly T[]): T[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  return sorted.filter(
    (range, i) => i === 0 || (sorted[i - 1] as T).end <= range.start || range.end > (sorted[i - 1] as T).end,
  );
}

function mayNameWhatCameBefore(history: History): boolean {
  const last = history.last();
  return last?.from === 'customer' && last.text.length < 60 && /\p{N}/u.test(last.text);
}

function isFragment(reading: Reading): boolean {
  if (/\p{L}/u.test(reading.text) || reading.expectation.wantsOnly('harmless')) return false;
  const digits = reading.groups.reduce((sum, group) => sum + group.end - group.start, 0);
  return digits >= SHORTEST_FRAGMENT && digits <= LONGEST_FRAGMENT;
}

function asFinding(normal: NormalText, mark: Mark): Finding {
  const { start, end } = originalRange(normal, mark.start, mark.end);
  return { type: mark.type, start, end, recogniser: mark.recogniser, why: mark.why };
}

/** Writes the clean text. A customer's imitation of a placeholder loses its square brackets. */
function clean(
  normal: NormalText,
  marks: readonly Mark[],
  options: RedactionOptions,
  from: EarlierMessage['from'],
): CleanText {
  const { original } = normal;
  const edits = marks.map((mark) => {
    const { start, end } = originalRange(normal, mark.start, mark.end);
    return { start, end, by: placeholderFor(normal, mark, options) };
  });
  if (from === 'customer') {
    for (const range of outside(findPlaceholders(normal.text), marks)) {
      const { start, end } = originalRange(normal, range.start, range.end);
      edits.push({ start, end: start + 1, by: '(' }, { start: end - 1, end, by: ')' });
    }
    edits.sort((a, b) => a.start - b.start);
  }
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, by } of edits) {
    if (start > at) parts.push(original.slice(at, start));
    parts.push(by);
    at = Math.max(at, end);
  }
  parts.push(original.slice(at));
  return parts.join('') as CleanText;
}

function placeholderFor(normal: NormalText, mark: Mark, options: RedactionOptions): string {
  // A piece of a card is not cut to its last four: four pieces of four would be the card.
  if (mark.type !== 'PAYMENT_CARD' || !options.keepLastFour || mark.recogniser === CARD_IN_PIECES)
    return renderPlaceholder(mark.type);
  const digits = normal.text.slice(mark.start, mark.end).replace(/[^0-9]/g, '');
  return renderPlaceholder(mark.type, digits.length >= 12 ? digits.slice(-4) : undefined);
}
