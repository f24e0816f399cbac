/**
 * "And on Sundays?", "how much is it then?": a question that only makes sense after the answer before it. It is answered
 * by that answer once more where all it asks for stands in there; what it does not name (a price, a time) must stand
 * there too. Anything else is not understood.
 */
import type { Answer } from '../../domain/knowledge';
import { fold, words } from '../signals/folding';
import { stem } from '../signals/similarity';
import type { DraftRequest } from './answerer';
import { saysSomething } from './bare-question';

const MOST_WORDS = 9;
/** Opens as a continuation, or speaks of "it". */
const CONTINUES =
  /^(?:and|what about|how about|but|so|ok(?:ay)? and|also|the con|con|the|vay|va|vay con|vay thi|the thi)\b|\b(?:it|its|that|this|they|them|those|these|there|ones?|no|cai do|cho do|do|ben do)\b/;
const ASKS_PRICE =
  /\b(?:how much|costs?|price|prices|bao nhieu tien|nhiu tien|gia(?: bao nhieu| sao| the nao)?|bao nhieu)\b/;
const PRICE = /\d[\d.,]*\s*(?:vnd|đ|usd|eur|\$|€|£|%)|[$€£]\s*\d|\b(?:free|miễn phí)\b/i;
const ASKS_TIME = /\b(?:when|what time|until|how late|may gio|luc nao|khi nao|den may)\b/;
const TIME = /\d{1,2}[:h]\d{2}|\b(?:day and night|around the clock|24\/7|cả ngày lẫn đêm)/i;
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^weekend$/;
const EVERY_DAY = /\b(?:daily|every day|all week|day and night|around the clock|hằng ngày|mỗi ngày|mọi ngày)/i;

/** The answer given last, where this message asks on about it and finds what it asks for in there. */
export function followedUp({
  message,
  dialogue,
  business,
}: Pick<DraftRequest, 'message' | 'dialogue' | 'business'>): Answer | null {
  const asked = fold(message)
    .replace(/[?!.,]+/g, ' ')
    .trim();
  const said = words(asked);
  if (said.length > MOST_WORDS || !CONTINUES.test(asked)) return null;
  const last = dialogue.findLast(({ from }) => from === 'ai' || from === 'operator');
  const answer = last?.from === 'ai' && business.knowledge.find(({ text }) => text.trim() === last.text.trim());
  return answer && answersAll(asked, said, answer.text) ? answer : null;
}

function answersAll(asked: string, said: readonly string[], text: string): boolean {
  if (ASKS_PRICE.test(asked) && !PRICE.test(text)) return false;
  if (ASKS_TIME.test(asked) && !TIME.test(text)) return false;
  const told = new Set(words(text).map(stem));
  const content = said.filter(saysSomething).map(stem);
  const holds = (word: string) => told.has(word) || (DAY.test(word) && EVERY_DAY.test(text));
  const named = ASKS_PRICE.test(asked) || ASKS_TIME.test(asked) || content.length > 0;
  return named && content.every(holds);
}
