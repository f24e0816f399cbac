/**
 * The answers of one language and the search among them. Ranks answers by the votes of the example questions nearest
 * to the customer's, and says by which evidence; `confidence.ts` makes a probability of that.
 */
import type { Answer } from '../../../domain/knowledge';
import { sentences, words } from '../../signals/folding';
import { stem } from '../../signals/similarity';
import { type Neighbour, votes } from './gaussian-process';
import { likenessTo, mutualLikeness } from './likeness-to-answer';
import { normalForm } from './normal-form';
import { contentStems } from './phrase-features';
import { kernelOf, PhraseSpace, type Similarities } from './phrase-space';
import { Spelling } from './spelling';
import { hasStrangeWord } from './strange-word';

/** Example questions that take part in a vote. */
const NEIGHBOURS = 160;
/** Enough of them to put answers in order; it costs a fiftieth, and says less of how sure the first one is. */
export const FEW_NEIGHBOURS = 32;
/** An answer with fewer phrases than this lends its own sentences. */
const FEW_PHRASES = 12;
const MOST_SENTENCES = 5;
/** Answers that may be meant: the first one's lead is measured against these. */
const RIVALS = 6;
/** Votes too few to lead by. */
const FAINT_VOTES = 0.1;
/** A sentence of an answer says less of what is asked than an example question. */
const SENTENCE_DOUBT = 0.7;
/** What stands further on is no question; a pasted novel must not hold the worker. */
export const LONGEST_QUESTION = 1000;

export interface Phrase {
  /** Position among the group's answers. */
  answer: number;
  text: string;
  doubt: number;
}

export interface Candidate {
  answer: Answer;
  /** Votes for it against the mean answer; about 0 to 1. */
  score: number;
}

export interface Evidence {
  /** Best first. */
  candidates: Candidate[];
  /** By name, for the calibration. */
  values: Readonly<Record<EvidenceName, number>>;
  /** One of its few words stands nowhere in the knowledge. */
  strange?: boolean;
}

export const EVIDENCE = [
  'score',
  'margin',
  'variance',
  'meaning',
  'meaningMean',
  'written',
  'writtenMean',
  'near',
  'agree',
  'lead',
  'kinship',
  'examples',
  'covered',
  'known',
  'guesses',
] as const;
export type EvidenceName = (typeof EVIDENCE)[number];

export class AnswerGroup {
  readonly phrases: Phrase[];
  /** Of each answer, its phrases that ask. */
  private readonly asked: number[][];
  private readonly mutual = new Map<number, number>();
  private readonly language: string;
  private readonly space: PhraseSpace;
  private readonly spelling: Spelling;
  private readonly vocabulary: Set<string>[];
  private readonly everything: Set<string>;

  /** `vectors` in the order of `phrasesOf(answers)`. */
  constructor(
    readonly answers: readonly Answer[],
    vectors: readonly Float32Array[] | null,
    background: readonly Float32Array[] = [],
  ) {
    this.phrases = phrasesOf(answers);
    this.asked = answers.map(() => []);
    this.phrases.forEach(({ answer, doubt }, phrase) => {
      if (doubt === 0) this.asked[answer]?.push(phrase);
    });
    this.language = answers[0]?.language ?? '';
    this.space = new PhraseSpace(
      this.phrases.map(({ text }) => text),
      this.language,
      vectors,
      background,
    );
    this.spelling = new Spelling(
      this.phrases.map(({ text }) => text),
      answers.map(({ text }) => text),
    );
    this.vocabulary = answers.map(({ title, questions, text }) =>
      stems(normalForm([title, ...questions, text].join('\n'), this.language)),
    );
    this.everything = new Set(this.vocabulary.flatMap((known) => [...known]));
  }

  /** The question with its typing mistakes put right: what is to be embedded. */
  read(question: string): { text: string; guesses: number } {
    return this.spelling.correct(question.slice(0, LONGEST_QUESTION));
  }

  search(
    { text, guesses }: { text: string; guesses: number },
    vector: Float32Array | null,
    neighbours = NEIGHBOURS,
  ): Evidence {
    const usual = normalForm(text, this.language);
    const wordsOf = (first: number) => ({
      covered: this.share(usual, (word) => this.vocabulary[first]?.has(word) ?? false),
      known: this.share(usual, (word) => this.everything.has(word)),
      guesses,
    });
    const evidence = this.judge(this.space.compare(text, vector), wordsOf, neighbours);
    return { ...evidence, strange: hasStrangeWord(text, this.language, this.everything) };
  }

  /** A question in another language: by meaning alone, as if its words were known as far as they usually are. */
  searchAcross(vector: Float32Array, neighbours = NEIGHBOURS): Evidence {
    const wordsOf = () => ({ covered: 0.7, known: 0.8, guesses: 0 });
    return this.judge(this.space.compareAcross(vector), wordsOf, neighbours);
  }

  private judge(
    similarities: Similarities,
    wordsOf: (first: number) => Pick<Evidence['values'], 'covered' | 'known' | 'guesses'>,
    most: number,
  ): Evidence {
    const { ranking, ...voted } = this.vote(similarities, most);
    const first = ranking[0]?.answer ?? -1;
    const candidates = ranking.flatMap(({ answer, score: votesFor }) => {
      const known = this.answers[answer];
      return known ? [{ answer: known, score: votesFor }] : [];
    });
    const likeness = this.likeness(similarities, first);
    return { candidates, values: { ...voted, ...likeness, ...wordsOf(first) } };
  }

  private vote(similarities: Similarities, most: number) {
    const neighbours = this.nearest(similarities.joined, most);
    const { weights, variance } = votes(neighbours, (a, b) => this.space.between(a, b));
    const sums = new Map<number, number>();
    let all = 0;
    neighbours.forEach(({ phrase }, index) => {
      const { answer } = this.phrases[phrase] as Phrase;
      const weight = weights[index] ?? 0;
      all += weight;
      sums.set(answer, (sums.get(answer) ?? 0) + weight);
    });
    // A lone answer is voted for by everything: what stays unexplained counts against it.
    const middle = this.answers.length > 1 ? all / this.answers.length : all * variance;
    const ranking = [...sums]
      .map(([answer, sum]) => ({ answer, score: sum - middle }))
      .sort((a, b) => b.score - a.score);
    const score = ranking[0]?.score ?? 0;
    const margin = score - (ranking[1] ? Math.max(ranking[1].score, -middle) : this.answers.length > 1 ? -middle : 0);
    const closest = neighbours.slice(0, 5);
    const near = closest.filter(({ phrase }) => this.phrases[phrase]?.answer === ranking[0]?.answer).length / 5;
    return { ranking, score, margin, variance, near, lead: leadOf(ranking) };
  }

  private nearest(joined: Float32Array, most: number): Neighbour[] {
    const order = Array.from(joined.keys());
    order.sort((a, b) => (joined[b] ?? 0) - (joined[a] ?? 0));
    return order.slice(0, most).map((phrase) => ({
      phrase,
      kernel: kernelOf(joined[phrase] ?? 0),
      doubt: this.phrases[phrase]?.doubt ?? 0,
    }));
  }

  /** How like the first answer's phrases the question is, and whether words alone agree. */
  private likeness(similarities: Similarities, first: number) {
    const { written } = similarities;
    let top = 0;
    for (let phrase = 1; phrase < written.length; phrase += 1)
      if ((written[phrase] ?? 0) > (written[top] ?? 0)) top = phrase;
    return {
      ...likenessTo(this.asked[first] ?? [], similarities, this.mutualOf(first)),
      agree: this.phrases[top]?.answer === first ? 1 : 0,
      examples: this.asked[first]?.length ?? 0,
    };
  }

  /** Computed once an answer is first found, and kept. */
  private mutualOf(answer: number): number {
    const known = this.mutual.get(answer);
    const found = known ?? mutualLikeness(this.asked[answer] ?? [], this.space);
    this.mutual.set(answer, found);
    return found;
  }

  /** Share of the question's weight in words for which `holds` is true. */
  private share(question: string, holds: (word: string) => boolean): number {
    let all = 0;
    let held = 0;
    for (const word of contentStems(question, this.language)) {
      const weight = this.space.rarity(word);
      all += weight;
      if (holds(word)) held += weight;
    }
    return all === 0 ? 0 : held / all;
  }
}

/** The first answer's part of the votes for all that may be meant; small too where hardly anything is voted for. */
function leadOf(ranking: readonly { score: number }[]): number {
  const votesFor = ranking.slice(0, RIVALS).map(({ score }) => Math.max(0, score));
  return (votesFor[0] ?? 0) / (votesFor.reduce((sum, score) => sum + score, 0) + FAINT_VOTES);
}

/** Titles and example questions; where there are few, the answer's own sentences too. */
export function phrasesOf(answers: readonly Answer[]): Phrase[] {
  return answers.flatMap(({ title, questions, text }, answer) => {
    const asked = [title, ...questions].map((phrase) => ({ answer, text: phrase, doubt: 0 }));
    if (asked.length >= FEW_PHRASES) return asked;
    const own = sentences(text).filter((sentence) => words(sentence).length >= 3 && sentence !== title);
    return [
      ...asked,
      ...own.slice(0, MOST_SENTENCES).map((phrase) => ({ answer, text: phrase, doubt: SENTENCE_DOUBT })),
    ];
  });
}

function stems(text: string): Set<string> {
  return new Set(words(text).map(stem));
}
