/**
 * Likeness of a question to many short phrases at once: TF-IDF cosine over stems and pairs of stems, and over letter
 * groups, which forgive typing mistakes and missing accents. An inverted index, so a look-up touches only what matches.
 */
import { isUnspaced, words } from '../signals/folding';
import { stem } from '../signals/similarity';

/** What a text is made of: feature and how much of it. */
export type Features = Map<string, number>;

export interface Likeness {
  words: number;
  letters: number;
}

/** Frequent words say little about what is asked; they count a little, for "where" and "when" do differ. */
const FILLER = new Set(
  `a an the is are was be been am do does did can could would will should may i you he she it we they me my your our this that these those of to in on at for from by with and or but if so have has had please tell need want like get some hi hello hey just im i'm i'd i've there it's any
   toi minh em anh chi ban a ah oi nhe nha vay the la cho xin hoi va voi thi ma nay do duoc dc muon can biet giup cac nhung`.split(
    /\s+/,
  ),
);
const FILLER_WEIGHT = 0.3;

export function wordFeatures(text: string): Features {
  const features: Features = new Map();
  const stems = words(text).map((word) => [stem(word), FILLER.has(word) ? FILLER_WEIGHT : 1] as const);
  stems.forEach(([word, weight], index) => {
    add(features, word, weight);
    const next = stems[index + 1];
    if (next) add(features, `${word} ${next[0]}`, 0.6 * Math.max(weight, next[1]));
  });
  return features;
}

export function letterFeatures(text: string): Features {
  const features: Features = new Map();
  for (const word of words(text)) {
    const weight = FILLER.has(word) ? FILLER_WEIGHT : 1;
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
  private readonly unseen: number;

  constructor(phrases: readonly Features[]) {
    const frequency = new Map<string, number>();
    for (const features of phrases)
      for (const key of features.keys()) frequency.set(key, (frequency.get(key) ?? 0) + 1);
    this.unseen = Math.log(1 + phrases.length / 0.5);
    for (const [key, count] of frequency) this.idf.set(key, Math.log(1 + phrases.length / count));
    phrases.forEach((features, phrase) => {
      const weighed = this.weigh(features);
      for (const [key, weight] of weighed) {
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

  /** How rare a feature is; what no phrase has is rarer than all. */
  rarity(key: string): number {
    return this.idf.get(key) ?? this.unseen;
  }

  has(key: string): boolean {
    return this.idf.has(key);
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
