/**
 * Likeness of a question to many short phrases at once: TF-IDF cosine, by several kinds of features. An inverted index,
 * so a look-up touches only what matches.
 */
import type { Features } from './phrase-features';

/** What of a likeness each kind of feature makes; together one. */
export interface Kind {
  phrases: readonly Features[];
  share: number;
}

interface Posting {
  feature: number;
  phrases: number[];
  weights: number[];
}

interface Row {
  features: Int32Array;
  weights: Float64Array;
}

/** Read off the postings, which stand by rising number: so the rows do too, and nothing has to be sorted. */
function rowsOf(kinds: readonly OneKind[], size: number): Row[] {
  const lengths = new Int32Array(size);
  for (const kind of kinds)
    for (const { phrases } of kind.counted())
      for (const phrase of phrases) lengths[phrase] = (lengths[phrase] ?? 0) + 1;
  const rows = Array.from(lengths, (length) => ({
    features: new Int32Array(length),
    weights: new Float64Array(length),
  }));
  const filled = new Int32Array(size);
  for (const kind of kinds)
    for (const { feature, phrases, weights } of kind.counted())
      for (let index = 0; index < phrases.length; index += 1) {
        const phrase = phrases[index] as number;
        const place = filled[phrase] as number;
        const row = rows[phrase] as Row;
        row.features[place] = feature;
        row.weights[place] = (weights[index] as number) * kind.root;
        filled[phrase] = place + 1;
      }
  return rows;
}

/**
 * Several kinds of features over all phrases. A text is one long vector, each kind in it of unit length times the root
 * of its share, so that one product is the likeness by all kinds.
 */
export class FeatureIndex {
  private readonly kinds: OneKind[];
  /** Of each phrase, its features by rising number, and how much of each. */
  private readonly rows: readonly Row[];

  constructor(kinds: readonly Kind[]) {
    let features = 0;
    this.kinds = kinds.map(({ phrases, share }) => {
      const kind = new OneKind(phrases, share, features);
      features += kind.size;
      return kind;
    });
    this.rows = rowsOf(this.kinds, kinds[0]?.phrases.length ?? 0);
  }

  /** Adds the likeness by the kind at `place` to every phrase that shares a feature. */
  add(query: Features, place: number, share: number, likeness: Float32Array): void {
    this.kinds[place]?.add(query, share, likeness);
  }

  /** Likeness of two of the phrases by all kinds. */
  between(first: number, second: number): number {
    const left = this.rows[first];
    const right = this.rows[second];
    if (!left || !right) return 0;
    let sum = 0;
    let one = 0;
    let other = 0;
    while (one < left.features.length && other < right.features.length) {
      const difference = (left.features[one] as number) - (right.features[other] as number);
      if (difference === 0) sum += (left.weights[one] as number) * (right.weights[other] as number);
      if (difference <= 0) one += 1;
      if (difference >= 0) other += 1;
    }
    return sum;
  }

  /** How rare a feature of the kind at `place` is; what no phrase has is rarer than all. */
  rarity(key: string, place = 0): number {
    return this.kinds[place]?.rarity(key) ?? 0;
  }
}

class OneKind {
  private readonly known = new Map<string, { idf: number; posting: Posting }>();
  private readonly unseen: number;
  /** So that the product of two rows has this kind's share. */
  readonly root: number;

  constructor(phrases: readonly Features[], share: number, from: number) {
    this.root = Math.sqrt(share);
    const frequency = new Map<string, number>();
    for (const features of phrases)
      for (const key of features.keys()) frequency.set(key, (frequency.get(key) ?? 0) + 1);
    this.unseen = Math.log(1 + phrases.length / 0.5);
    for (const [key, count] of frequency) {
      const idf = Math.log(1 + phrases.length / count);
      this.known.set(key, { idf, posting: { feature: from + this.known.size, phrases: [], weights: [] } });
    }
    phrases.forEach((features, phrase) => {
      for (const [key, weight] of this.weigh(features)) {
        const posting = this.known.get(key)?.posting;
        posting?.phrases.push(phrase);
        posting?.weights.push(weight);
      }
    });
  }

  get size(): number {
    return this.known.size;
  }

  /** The postings of all features, by rising number; none of a kind without a share. */
  *counted(): Generator<Posting> {
    if (this.root > 0) for (const { posting } of this.known.values()) yield posting;
  }

  add(query: Features, share: number, likeness: Float32Array): void {
    for (const [key, weight] of this.weigh(query)) {
      const posting = this.known.get(key)?.posting;
      if (!posting) continue;
      const { phrases, weights } = posting;
      const counted = share * weight;
      for (let index = 0; index < phrases.length; index += 1) {
        const phrase = phrases[index] as number;
        likeness[phrase] = (likeness[phrase] as number) + counted * (weights[index] as number);
      }
    }
  }

  rarity(key: string): number {
    return this.known.get(key)?.idf ?? this.unseen;
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
