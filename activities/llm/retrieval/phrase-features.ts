/**
 * What a short text is compared by: stems and pairs of stems, words as they are accented, and groups of letters, which
 * forgive typing mistakes and missing accents.
 */
import { fold, isUnspaced, words } from '../../signals/folding';
import { stem } from '../../signals/similarity';

/** What a text is made of: feature and how much of it. */
export type Features = Map<string, number>;

/** Frequent words say little about what is asked; they count a little, for "where" and "when" do differ. */
const ENGLISH_FILLER =
  "a an the is are was be been am do does did can could will would should may i you he she it we they me my your our this that these those of to in on at for from by with and or but if so have has had please tell need want like get some hi hello hey just im i'm i'd i've there it's any us them someone somebody anyone also then even really actually maybe perhaps possibly kindly wondering hoping possible chance guys sir madam pls plz because since as than too very quite we're we'll we'd i'll that's";
const VIETNAMESE_FILLER =
  'toi minh em anh chi ban a ah oi nhe nha vay the la cho xin hoi va voi thi ma nay do duoc dc muon can biet giup cac nhung';
/** Without diacritics many of them are other words too, such as those for card, table and dog. */
const VIETNAMESE_ONLY =
  'toi minh em anh chi a ah oi nhe nha vay la xin hoi va voi thi ma nay do duoc dc muon biet giup cac nhung khong ko ben shop oi vang thoi nua hong hok hem luon dang voi vs thui';
const setOf = (list: string) => new Set(list.split(' '));
const FILLERS = {
  en: setOf(ENGLISH_FILLER),
  vi: setOf(VIETNAMESE_ONLY),
  any: setOf(`${ENGLISH_FILLER} ${VIETNAMESE_FILLER}`),
};
const FILLER_WEIGHT = 0.3;

/** `language`, where it is known, keeps one language's small words from being taken for another's. */
function fillersOf(language?: string): ReadonlySet<string> {
  const code = language?.split('-')[0];
  return code === 'en' || code === 'vi' ? FILLERS[code] : FILLERS.any;
}

/** The stems of the words that say what a text is about; of all words where there is nothing else. */
export function contentStems(text: string, language?: string): Set<string> {
  const said = words(text);
  const filler = fillersOf(language);
  const content = said.filter((word) => !filler.has(word));
  return new Set((content.length > 0 ? content : said).map(stem));
}

export function wordFeatures(text: string, language?: string): Features {
  const features: Features = new Map();
  const filler = fillersOf(language);
  const stems = words(text).map((word) => [stem(word), filler.has(word) ? FILLER_WEIGHT : 1] as const);
  stems.forEach(([word, weight], index) => {
    add(features, word, weight);
    const next = stems[index + 1];
    if (next) add(features, `${word} ${next[0]}`, 0.6 * Math.max(weight, next[1]));
  });
  return features;
}

/** Words as they are accented; null where the text has no accents, and so says nothing by leaving them out. */
export function accentFeatures(text: string, language?: string): Features | null {
  const plain = text.normalize('NFC').toLowerCase();
  if (fold(plain) === plain.replace(/\s+/g, ' ').trim()) return null;
  const filler = fillersOf(language);
  const features: Features = new Map();
  const said = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  said.forEach((word, index) => {
    const weight = filler.has(fold(word)) ? FILLER_WEIGHT : 1;
    add(features, word, weight);
    const next = said[index + 1];
    if (next) add(features, `${word} ${next}`, 0.6 * Math.max(weight, filler.has(fold(next)) ? FILLER_WEIGHT : 1));
  });
  return features;
}

export function letterFeatures(text: string, language?: string): Features {
  const features: Features = new Map();
  const filler = fillersOf(language);
  for (const word of words(text)) {
    const weight = filler.has(word) ? FILLER_WEIGHT : 1;
    const padded = isUnspaced(word) ? word : `<${word}>`;
    for (const size of isUnspaced(word) ? [1, 2] : [3, 4, 5])
      for (let start = 0; start + size <= padded.length; start += 1)
        add(features, padded.slice(start, start + size), weight);
  }
  return features;
}

function add(features: Features, key: string, weight: number): void {
  features.set(key, (features.get(key) ?? 0) + weight);
}
