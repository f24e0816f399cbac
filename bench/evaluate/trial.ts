/**
 * One measurement: some questions of each label become the knowledge, other questions are asked. Every sixth label may
 * be left out of the knowledge, so that its questions are near to it and yet have no answer.
 */
import { AnswerGroup, type Evidence, phrasesOf } from '../../activities/llm/retrieval/answer-group';
import { BACKGROUND } from '../../activities/llm/retrieval/background';
import type { Embedder } from '../../activities/llm/retrieval/embedder';
import type { Answer } from '../../domain/knowledge';
import type { LabelledSet } from './labelled-sets';
import { shuffled } from './shuffled';

export interface TrialPlan {
  /** Example questions an answer. */
  examples: number;
  /** Labels drawn from the set; all unless given. */
  labels?: number;
  leaveOut: boolean;
  /** Questions a label, and foreign ones in all. */
  asked: number;
  foreign: number;
  seed: number;
}

export interface Asked {
  values: Evidence['values'];
  right: boolean;
  scope: 'known' | 'near' | 'far';
  milliseconds: number;
}

export interface Question {
  text: string;
  label: string;
  scope: Asked['scope'];
}

export async function runTrial(set: LabelledSet, plan: TrialPlan, embedder: Embedder | null): Promise<Asked[]> {
  const { knowledge } = arrange(set, plan);
  const embed = async (texts: readonly string[], kind: 'query' | 'passage') =>
    embedder && texts.length > 0 ? embedder.embed(texts, kind) : null;
  const phrases = phrasesOf(knowledge).map(({ text }) => text);
  const group = new AnswerGroup(knowledge, await embed(phrases, 'passage'), (await embed(BACKGROUND, 'passage')) ?? []);
  const questions = questionsOf(set, plan);
  const read = questions.map(({ text }) => group.read(text));
  const vectors = await embed(
    read.map(({ text }) => text),
    'query',
  );
  return questions.map(({ label, scope }, index) => {
    const began = performance.now();
    const { values, candidates } = group.search(read[index] ?? { text: '', guesses: 0 }, vectors?.[index] ?? null);
    const right = candidates[0]?.answer.title === titleOf(label);
    return { values, right, scope, milliseconds: performance.now() - began };
  });
}

/** Those of known labels, of labels left out, and foreign ones. */
export function questionsOf(set: LabelledSet, plan: TrialPlan): Question[] {
  const { labels, left } = arrange(set, plan);
  const own = labels.flatMap(({ label, asked }) =>
    asked.map((text): Question => ({ text, label, scope: left.has(label) ? 'near' : 'known' })),
  );
  const foreign = shuffled(set.foreign, plan.seed).slice(0, plan.foreign);
  return [...own, ...foreign.map((text): Question => ({ text, label: '', scope: 'far' }))];
}

/** Which questions become knowledge and which are asked. */
export function arrange(set: LabelledSet, { examples, labels, leaveOut, asked, seed }: TrialPlan) {
  const drawn = shuffled(set.labels, seed).slice(0, labels ?? set.labels.length);
  const left = new Set(leaveOut ? drawn.filter((_, index) => index % 6 === 5).map(({ label }) => label) : []);
  const split = drawn.map(({ label, examples: known, asked: open }, index) => {
    const mixed = shuffled(known, seed * 1000 + index);
    const rest =
      known === open || known.join() === open.join() ? mixed.slice(examples) : shuffled(open, seed * 1000 + index);
    return { label, known: mixed.slice(0, examples), asked: rest.slice(0, asked) };
  });
  const knowledge = split.filter(({ label }) => !left.has(label)).map(({ label, known }) => answerOf(label, known));
  return { labels: split, knowledge, left };
}

export const titleOf = (label: string) => label.replace(/_/g, ' ');

function answerOf(label: string, questions: string[]): Answer {
  const title = titleOf(label);
  return { title, questions, text: title, language: 'en', file: '', line: 0, hash: label };
}
