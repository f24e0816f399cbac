/**
 * Finds the answers a question is about: example questions by likeness (phrase-index.ts) joined with BM25 over the
 * whole answers. Gives candidates with the features from which `calibration.ts` makes a probability.
 */
import MiniSearch from 'minisearch';
import type { Answer } from '../../domain/knowledge';
import { words } from '../signals/folding';
import { stem } from '../signals/similarity';
import { FeatureIndex, type Features, letterFeatures, wordFeatures } from './phrase-index';
import { Spelling } from './spelling';

export interface Candidate {
  answer: Answer;
  /** What ranks: all evidence joined, 0 to about 1. */
  score: number;
  /** Likeness of the best example question. */
  example: number;
  /** The example question that was most alike. */
  question: string;
  /** BM25 as a share of what a text with all of the question's words would get. */
  share: number;
}

export interface Retrieval {
  candidates: Candidate[];
  /** Words of the question that were put right as typing mistakes. */
  guesses: number;
  /** Share of the question's weight in words that the knowledge knows at all. */
  known: number;
  /** Share of the question's weight in words that the best answer has. */
  covered: number;
}

interface Phrase {
  answer: number;
  text: string;
}

const NEIGHBOURS = 3;
/** What stands further on is no question; a pasted novel must not hold the worker. */
const LONGEST_QUESTION = 1000;
const SAME_LANGUAGE = 0.03;

export class KnowledgeIndex {
  private readonly phrases: Phrase[] = [];
  private readonly byWords: FeatureIndex;
  private readonly byLetters: FeatureIndex;
  /** All phrases of an answer taken together: what its questions have in common. */
  private readonly togetherByWords: FeatureIndex;
  private readonly togetherByLetters: FeatureIndex;
  private readonly texts: MiniSearch;
  private readonly vocabulary: Set<string>[];
  private readonly spelling: Spelling;

  constructor(private readonly answers: readonly Answer[]) {
    answers.forEach((answer, index) => {
      for (const text of [answer.title, ...answer.questions]) this.phrases.push({ answer: index, text });
    });
    this.byWords = new FeatureIndex(this.phrases.map(({ text }) => wordFeatures(text)));
    this.byLetters = new FeatureIndex(this.phrases.map(({ text }) => letterFeatures(text)));
    const asked = answers.map(({ title, questions }) => [title, ...questions]);
    this.togetherByWords = new FeatureIndex(asked.map((texts) => sumOf(texts.map((one) => wordFeatures(one)))));
    this.togetherByLetters = new FeatureIndex(asked.map((texts) => sumOf(texts.map((one) => letterFeatures(one)))));
    this.texts = new MiniSearch({ fields: ['asked', 'text'], tokenize: words, processTerm: stem });
    this.texts.addAll(
      answers.map(({ title, questions, text }, id) => ({ id, asked: [title, ...questions].join('\n'), text })),
    );
    this.spelling = new Spelling(
      this.phrases.map(({ text }) => text),
      answers.map(({ text }) => text),
    );
    this.vocabulary = answers.map(
      ({ title, questions, text }) => new Set(words([title, ...questions, text].join('\n')).map(stem)),
    );
  }

  search(text: string, language: string, limit = 6): Retrieval {
    const { text: question, guesses } = this.spelling.correct(text.slice(0, LONGEST_QUESTION));
    const examples = this.likeness(question);
    const shares = this.bm25(question);
    const candidates: Candidate[] = [];
    const together = this.together(question);
    for (const [index, { best, pooled, phrase }] of examples) {
      const answer = this.answers[index];
      if (!answer) continue;
      const share = shares.get(index) ?? 0;
      const bonus = answer.language === language ? SAME_LANGUAGE : 0;
      const score = 0.25 * best + 0.25 * pooled + 0.4 * (together[index] ?? 0) + 0.1 * share + bonus;
      candidates.push({ answer, score, example: best, share, question: this.phrases[phrase]?.text ?? '' });
    }
    candidates.sort((a, b) => b.score - a.score);
    const first = candidates[0];
    return {
      candidates: candidates.slice(0, limit),
      guesses,
      known: this.weightOf(question, (word) => this.byWords.has(word) || this.inText(word)),
      covered: this.weightOf(question, (word) => this.vocabulary[this.indexOf(first)]?.has(word) ?? false),
    };
  }

  private indexOf(candidate: Candidate | undefined): number {
    return candidate ? this.answers.indexOf(candidate.answer) : -1;
  }

  private inText(word: string): boolean {
    return this.vocabulary.some((known) => known.has(word));
  }

  /** Best and pooled (mean of the best few) likeness of each answer's phrases. */
  private likeness(question: string): Map<number, { best: number; pooled: number; phrase: number }> {
    const byWords = this.byWords.cosines(wordFeatures(question), this.phrases.length);
    const byLetters = this.byLetters.cosines(letterFeatures(question), this.phrases.length);
    const scores = new Map<number, { score: number; phrase: number }[]>();
    this.phrases.forEach(({ answer }, phrase) => {
      const score = 0.5 * (byWords[phrase] ?? 0) + 0.5 * (byLetters[phrase] ?? 0);
      if (score < 0.02) return;
      const list = scores.get(answer);
      if (list) list.push({ score, phrase });
      else scores.set(answer, [{ score, phrase }]);
    });
    const result = new Map<number, { best: number; pooled: number; phrase: number }>();
    for (const [answer, list] of scores) {
      list.sort((a, b) => b.score - a.score);
      const top = list.slice(0, NEIGHBOURS);
      const pooled = top.reduce((sum, { score }) => sum + score, 0) / NEIGHBOURS;
      result.set(answer, { best: top[0]?.score ?? 0, pooled, phrase: top[0]?.phrase ?? 0 });
    }
    return result;
  }

  private together(question: string): Float32Array {
    const byWords = this.togetherByWords.cosines(wordFeatures(question), this.answers.length);
    const byLetters = this.togetherByLetters.cosines(letterFeatures(question), this.answers.length);
    return byWords.map((score, answer) => 0.5 * score + 0.5 * (byLetters[answer] ?? 0));
  }

  private bm25(question: string): Map<number, number> {
    const found = this.texts.search(question, { boost: { asked: 2 } });
    let ideal = 0;
    for (const word of new Set(words(question).map(stem))) ideal += this.byWords.rarity(word) * 6;
    return new Map(found.map(({ id, score }) => [id as number, Math.min(1, score / (ideal || 1))]));
  }

  private weightOf(question: string, holds: (word: string) => boolean): number {
    let all = 0;
    let held = 0;
    for (const word of new Set(words(question).map(stem))) {
      const weight = this.byWords.rarity(word);
      all += weight;
      if (holds(word)) held += weight;
    }
    return all === 0 ? 0 : held / all;
  }
}

function sumOf(all: readonly Features[]): Features {
  const sum: Features = new Map();
  for (const features of all) for (const [key, weight] of features) sum.set(key, (sum.get(key) ?? 0) + weight);
  return sum;
}

const indexes = new WeakMap<readonly Answer[], KnowledgeIndex>();

/** The index over a business's knowledge, made once for each load. */
export function knowledgeIndex(knowledge: readonly Answer[]): KnowledgeIndex {
  let index = indexes.get(knowledge);
  if (!index) {
    index = new KnowledgeIndex(knowledge);
    indexes.set(knowledge, index);
  }
  return index;
}
