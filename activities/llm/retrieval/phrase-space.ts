/**
 * The phrases of a knowledge and how alike they are to a question and to one another: by words, by groups of letters
 * (which forgive typing mistakes and missing accents) and, where an embedder speaks the language, by meaning.
 */
import { FeatureIndex } from './feature-index';
import { meanOf } from './language-middles';
import { normalForm } from './normal-form';
import { accentFeatures, letterFeatures, wordFeatures } from './phrase-features';

/** Share of meaning in the likeness; words and letters share the rest. */
const MEANING = 0.6;
/** Of a question and what it means in the same language, words and letters agree about so far as the meaning does. */
const WRITTEN_LIKE_MEANT = 0.6;
/** So many phrases keep what was once computed between two of them: four bytes a pair. */
const MOST_KEPT = 2048;

/** Likeness of a question to each phrase. */
export interface Similarities {
  /** By words and letters. */
  written: Float32Array;
  meaning: Float32Array | null;
  joined: Float32Array;
}

/**
 * What words and letters of a phrase, as they stand and in their usual form, make of the likeness of two phrases. Accents
 * are what a question may have besides: who writes them means them, "mát" is not "mất", and they count for half the words.
 */
const WORDS = 0;
const USUAL_WORDS = 1;
const LETTERS = 2;
const USUAL_LETTERS = 3;
const ACCENTS = 4;
const SHARE = 0.25;

export class PhraseSpace {
  readonly size: number;
  private readonly features: FeatureIndex;
  private readonly mean: Float32Array | null;
  private readonly vectors: Float32Array[] | null;
  private readonly kept: Float32Array | null;

  /** `background`: vectors of texts about anything, so that few phrases still have a sensible middle. */
  constructor(
    texts: readonly string[],
    private readonly language: string,
    vectors: readonly Float32Array[] | null,
    background: readonly Float32Array[] = [],
  ) {
    this.size = texts.length;
    const usual = texts.map((text) => normalForm(text, language));
    this.features = new FeatureIndex([
      { phrases: texts.map((text) => wordFeatures(text, language)), share: SHARE },
      { phrases: usual.map((text) => wordFeatures(text, language)), share: SHARE },
      { phrases: texts.map((text) => letterFeatures(text, language)), share: SHARE },
      { phrases: usual.map((text) => letterFeatures(text, language)), share: SHARE },
      { phrases: texts.map((text) => accentFeatures(text, language) ?? new Map()), share: 0 },
    ]);
    this.mean = vectors && vectors.length > 0 ? meanOf([...vectors, ...background]) : null;
    this.vectors = this.mean && vectors ? vectors.map((vector) => this.centred(vector)) : null;
    this.kept = this.size <= MOST_KEPT ? new Float32Array(this.size * this.size).fill(Number.NaN) : null;
  }

  compare(question: string, vector: Float32Array | null): Similarities {
    const written = this.writtenLike(question);
    const asked = vector && this.vectors ? this.centred(vector) : null;
    const meaning = asked && this.vectors ? Float32Array.from(this.vectors, (known) => dot(known, asked)) : null;
    const joined = meaning ? written.map((value, phrase) => join(value, meaning[phrase] ?? 0)) : written;
    return { written, meaning, joined };
  }

  private writtenLike(question: string): Float32Array {
    const likeness = new Float32Array(this.size);
    const usual = normalForm(question, this.language);
    const accents = accentFeatures(question, this.language);
    this.features.add(wordFeatures(question, this.language), WORDS, accents ? SHARE / 2 : SHARE, likeness);
    if (accents) this.features.add(accents, ACCENTS, SHARE / 2, likeness);
    this.features.add(wordFeatures(usual, this.language), USUAL_WORDS, SHARE, likeness);
    this.features.add(letterFeatures(question, this.language), LETTERS, SHARE, likeness);
    this.features.add(letterFeatures(usual, this.language), USUAL_LETTERS, SHARE, likeness);
    return likeness;
  }

  /**
   * For a question in another language than the phrases: no word can agree, so each is taken to agree as far as such
   * meanings do within one language.
   */
  compareAcross(vector: Float32Array): Similarities {
    const asked = this.centred(vector);
    const meaning = Float32Array.from(this.vectors ?? [], (known) => dot(known, asked));
    const written = meaning.map((value) => WRITTEN_LIKE_MEANT * Math.max(0, value));
    return { written, meaning, joined: meaning.map((value, phrase) => join(written[phrase] ?? 0, value)) };
  }

  /** Covariance of two phrases, as `kernelOf` makes it of their likeness. */
  between(first: number, second: number): number {
    const place = first < second ? first * this.size + second : second * this.size + first;
    const known = this.kept?.[place];
    if (known !== undefined && !Number.isNaN(known)) return known;
    const written = this.features.between(first, second);
    const found = kernelOf(
      this.vectors
        ? join(written, dot(this.vectors[first] as Float32Array, this.vectors[second] as Float32Array))
        : written,
    );
    if (this.kept) this.kept[place] = found;
    return found;
  }

  /** Of two phrases to one another, as `compare` says it of a question. */
  likeness(first: number, second: number): number {
    return likenessOf(this.between(first, second));
  }

  /** How rare a word (a stem) is among the phrases; what none has is rarest. */
  rarity(word: string): number {
    return this.features.rarity(word, WORDS);
  }

  /** Vectors of one embedder all point roughly one way; what tells texts apart is the rest. */
  private centred(vector: Float32Array): Float32Array {
    const moved = vector.map((value, index) => value - (this.mean?.[index] ?? 0));
    const length = Math.sqrt(dot(moved, moved)) || 1;
    return moved.map((value) => value / length);
  }
}

/** 1 for the same, a seventh for what has nothing in common. */
export const kernelOf = (likeness: number) => Math.exp(2 * (likeness - 1));

const likenessOf = (kernel: number) => 1 + Math.log(kernel) / 2;

const join = (written: number, meaning: number) => MEANING * meaning + (1 - MEANING) * written;

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number);
  return sum;
}
