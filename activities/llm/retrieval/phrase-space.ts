/**
 * The phrases of a knowledge and how alike they are to a question and to one another: by words, by groups of letters
 * (which forgive typing mistakes and missing accents) and, where an embedder speaks the language, by meaning.
 */
import { meanOf } from './language-middles';
import { accentFeatures, FeatureIndex, letterFeatures, wordFeatures } from './phrase-index';

/** Share of meaning in the likeness; words and letters share the rest. */
const MEANING = 0.6;
/** Of a question and what it means in the same language, words and letters agree about so far as the meaning does. */
const WRITTEN_LIKE_MEANT = 0.6;
/** So many phrases keep what was once computed between two of them: four bytes a pair. */
const MOST_KEPT = 2048;

/** Likeness of a question to each phrase. */
export interface Similarities {
  words: Float32Array;
  letters: Float32Array;
  meaning: Float32Array | null;
  joined: Float32Array;
}

export class PhraseSpace {
  readonly size: number;
  private readonly byWords: FeatureIndex;
  private readonly byLetters: FeatureIndex;
  private readonly byAccents: FeatureIndex;
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
    this.byWords = new FeatureIndex(texts.map((text) => wordFeatures(text, language)));
    this.byLetters = new FeatureIndex(texts.map((text) => letterFeatures(text, language)));
    this.byAccents = new FeatureIndex(texts.map((text) => accentFeatures(text, language) ?? new Map()));
    this.mean = vectors && vectors.length > 0 ? meanOf([...vectors, ...background]) : null;
    this.vectors = this.mean && vectors ? vectors.map((vector) => this.centred(vector)) : null;
    this.kept = this.size <= MOST_KEPT ? new Float32Array(this.size * this.size).fill(Number.NaN) : null;
  }

  get hasMeaning(): boolean {
    return this.vectors !== null;
  }

  compare(question: string, vector: Float32Array | null): Similarities {
    const folded = this.byWords.cosines(wordFeatures(question, this.language), this.size);
    // Who writes accents means them: "mát" is not "mất".
    const accents = accentFeatures(question, this.language);
    const accented = accents ? this.byAccents.cosines(accents, this.size) : folded;
    const words = folded.map((word, phrase) => (word + (accented[phrase] ?? 0)) / 2);
    const letters = this.byLetters.cosines(letterFeatures(question, this.language), this.size);
    const asked = vector && this.vectors ? this.centred(vector) : null;
    const meaning = asked && this.vectors ? Float32Array.from(this.vectors, (known) => dot(known, asked)) : null;
    const joined = words.map((word, phrase) =>
      join(word, letters[phrase] ?? 0, meaning ? (meaning[phrase] ?? 0) : null),
    );
    return { words, letters, meaning, joined };
  }

  /**
   * For a question in another language than the phrases: no word can agree, so each is taken to agree as far as such
   * meanings do within one language.
   */
  compareAcross(vector: Float32Array): Similarities {
    const asked = this.centred(vector);
    const meaning = Float32Array.from(this.vectors ?? [], (known) => dot(known, asked));
    const written = meaning.map((value) => WRITTEN_LIKE_MEANT * Math.max(0, value));
    const joined = meaning.map((value, phrase) => join(written[phrase] ?? 0, written[phrase] ?? 0, value));
    return { words: written, letters: written, meaning, joined };
  }

  /** Covariance of two phrases, as `kernelOf` makes it of their likeness. */
  between(first: number, second: number): number {
    const place = first < second ? first * this.size + second : second * this.size + first;
    const known = this.kept?.[place];
    if (known !== undefined && !Number.isNaN(known)) return known;
    const meaning = this.vectors
      ? dot(this.vectors[first] as Float32Array, this.vectors[second] as Float32Array)
      : null;
    const found = kernelOf(join(this.byWords.between(first, second), this.byLetters.between(first, second), meaning));
    if (this.kept) this.kept[place] = found;
    return found;
  }

  /** How rare a word (a stem) is among the phrases; what none has is rarest. */
  rarity(word: string): number {
    return this.byWords.rarity(word);
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

function join(words: number, letters: number, meaning: number | null): number {
  const written = (words + letters) / 2;
  return meaning === null ? written : MEANING * meaning + (1 - MEANING) * written;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number);
  return sum;
}
