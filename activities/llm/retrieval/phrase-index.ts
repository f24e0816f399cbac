/**
 * Likeness of a question to many short phrases at once: TF-IDF cosine over stems and pairs of stems, and over letter
 * groups, which forgive typing mistakes and missing accents. An inverted index, so a look-up touches only what matches.
 */
import { fold, isUnspaced, words } from '../../signals/folding';
import { stem } from '../../signals/similarity';

/** What a text is made of: feature and how much of it. */
export type Features = Map<string, number>;

/** Frequent words say little about what is asked; they count a little, for "where" and "when" do differ. */
const ENGLISH_FILLER =
  "a an the is are was be been am do does did can could will would should may i you he she it we they me my your our this that these those of to in on at for from by with and or but if so have has had please tell need want like get some hi hello hey just im i'm i'd i've there it's any";
const VIETNAMESE_FILLER =
  'toi minh em anh chi ban a ah oi nhe nha vay the la cho xin hoi va voi thi ma nay do duoc dc muon can biet giup cac nhung';
/** Without diacritics many of them are other words too, such as those for card, table and dog. */
const VIETNAMESE_ONLY =
  'toi minh em anh chi a ah oi nhe nha vay la xin hoi va voi thi ma nay do duoc dc muon biet giup cac nhung khong ko ben';
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

/** One kind of feature over all phrases. */
export class FeatureIndex {
  private readonly postings = new Map<string, { phrase: number; weight: number }[]>();
  private readonly idf = new Map<string, number>();
  private readonly weighed: Features[];
  private readonly unseen: number;

  constructor(phrases: readonly Features[]) {
    const frequency = new Map<string, number>();
    for (const features of phrases)
      for (const key of features.keys()) frequency.set(key, (frequency.get(key) ?? 0) + 1);
    this.unseen = Math.log(1 + phrases.length / 0.5);
    for (const [key, count] of frequency) this.idf.set(key, Math.log(1 + phrases.length / count));
    this.weighed = phrases.map((features) => this.weigh(features));
    this.weighed.forEach((features, phrase) => {
      for (const [key, weight] of features) {
        const list = this.postings.get(key);
        if (list) list.push({ phrase, weight });
        else this.postings.set(key, [{ phrase, weight }]);
      }
    });
  }

  /** Cosine with every phrase that shares a feature. */
  cosines(query: Features, phrases: number): Float32Array {
    const scores = new Float32Array(phrases);
    for (const [key, weight] of this.weigh(query))
      for (const posting of this.postings.get(key) ?? [])
        scores[posting.phrase] = (scores[posting.phrase] ?? 0) + weight * posting.weight;
    return scores;
  }

  /** Cosine of two of the phrases. */
  between(first: number, second: number): number {
    const left = this.weighed[first];
    const right = this.weighed[second];
    if (!left || !right) return 0;
    const [small, large] = left.size < right.size ? [left, right] : [right, left];
    let sum = 0;
    for (const [key, weight] of small) sum += weight * (large.get(key) ?? 0);
    return sum;
  }

  /** How rare a feature is; what no phrase has is rarer than all. */
  rarity(key: string): number {
    return this.idf.get(key) ?? this.unseen;
  }

  /** Unit length, so that a product is a cosine; unseen features lengthen a query and so lower its likeness. */
  private weigh(features: Features): Features {
    const weighed: Features = new Map();
    let square = 0;
    for (const [key, count] of features) {
      const weight = (1 + Math.log(Math.max(count, 0.2))) * this.rarity(key);
      if (weight <= 0) continue;
      weighed.set(key, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [key, weight] of weighed) weighed.set(key, weight / length);
    return weighed;
  }
}
