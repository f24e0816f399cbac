/**
 * What costs the business money when it is said: refunds, discounts, gifts, "free", "approved". A model may say it only
 * of what a cited source says it of, so that a true quotation beside it is no cover. English and Vietnamese; other
 * languages rest on the citation and its figures alone.
 */
import { fold, words } from '../signals/folding';
import { stem } from '../signals/similarity';
import type { DraftRequest, DraftStep } from './answerer';

/** A promise in either language; one kind never stands for another. */
const KINDS: readonly RegExp[] = [
  /\b(?:refund\w*|money back|hoan tien|hoan lai|tra lai tien)\b/g,
  /\b(?:discount\w*|vouchers?|coupons?|promo code|gift card|giam gia|khuyen mai|ma uu dai|phieu qua)\b/g,
  /\b(?:compensat\w*|boi thuong|den bu)\b/g,
  /\b(?:free|no charge|free of charge|complimentary|waive\w*|mien phi|khong mat phi|khong tinh phi)\b/g,
  /\b(?:upgrade\w*|nang hang|nang cap)\b/g,
  /\b(?:approved?|guarantee\w*|phe duyet|duoc duyet|bao dam|cam ket)\b/g,
];
/** How much of what else is said in the sentence the source's sentence must say too. */
const SHARED = 0.6;

const EMPTY = new Set(
  'the a an is are be was been being will can may of for to in on at by and or if it its this that you your yours we our us i me my with has have had do does as from not no there all any charge cua ban da duoc la va cho co se voi cac mot nay do thi o tu den khi neu nha a anh chi em quy khach chung toi minh tai trong'
    .split(' ')
    .map(stem),
);

interface Source {
  text: string;
  language?: string;
}

export function promises(
  { text, language, citations }: Extract<DraftStep, { kind: 'reply' }>,
  { business, toolResults }: Pick<DraftRequest, 'business' | 'toolResults'>,
): boolean {
  const titles = new Set(citations.map(({ title }) => fold(title)));
  const sources: Source[] = [
    ...business.knowledge.filter(({ title }) => titles.has(fold(title))),
    ...toolResults.filter(({ name }) => titles.has(fold(name))),
  ];
  return statements(text).some((said) =>
    KINDS.some((kind) => says(said, kind) && !sources.some((source) => holds(source, said, kind, language))),
  );
}

/** A source in another language is compared by the kind alone: its words can not be. */
function holds(source: Source, said: string, kind: RegExp, language: string): boolean {
  const alike = source.language !== undefined && source.language !== language ? 0 : SHARED;
  const rest = content(said, kind);
  return sentences(source.text).some((sentence) => {
    if (!says(sentence, kind)) return false;
    const told = new Set(content(sentence, kind));
    return rest.filter((word) => told.has(word)).length >= rest.length * alike;
  });
}

const says = (sentence: string, kind: RegExp): boolean => sentence.search(kind) >= 0;

const split = (text: string): string[] => text.split(/(?<=[.!?;])\s|\n+/);
const sentences = (text: string): string[] => split(text).map(fold);
/** Whoever asks promises nothing. */
const statements = (text: string): string[] =>
  split(text)
    .filter((sentence) => !/\?\s*$/.test(sentence))
    .map(fold);

const content = (sentence: string, kind: RegExp): string[] => [
  ...new Set(
    words(sentence.replace(kind, ' '))
      .map(stem)
      .filter((word) => !EMPTY.has(word)),
  ),
];
