/**
 * The words that stand in clean text where a secret was. A customer who types one himself gets round brackets, so that
 * nobody downstream takes his text for ours.
 */
import type { FindingType } from './redaction';

export interface PlaceholderRange {
  start: number;
  end: number;
  type: FindingType;
}

const PLACEHOLDER =
  /\[[ \n]{0,3}(payment[ _-]?card|government[ _-]?id|one[ _-]?time[ _-]?passcode|security[ _-]?code)(?![a-z])[^\][\n]{0,12}\]/g;

/** In folded text. */
export function findPlaceholders(text: string): PlaceholderRange[] {
  if (!text.includes('[')) return [];
  return [...text.matchAll(PLACEHOLDER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    type: (match[1] as string)
      .replace(/[ -]/g, '_')
      .toUpperCase()
      .replace('PAYMENTCARD', 'PAYMENT_CARD') as FindingType,
  }));
}

const RENDERED = /\[(?:PAYMENT_CARD|GOVERNMENT_ID|ONE_TIME_PASSCODE|SECURITY_CODE)(?: ••\d{4})?\]/g;

/** Clean text with a space where each placeholder stood: for readers who look for meaning, and it has none. */
export function withoutPlaceholders(text: string): string {
  return text.includes('[') ? text.replace(RENDERED, ' ') : text;
}

export function renderPlaceholder(type: FindingType, lastFour?: string): string {
  return lastFour ? `[${type} ••${lastFour}]` : `[${type}]`;
}
