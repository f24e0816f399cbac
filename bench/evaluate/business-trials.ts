/**
 * Trials on whole businesses, as their owners write them: answers with a text and a handful of example questions, of
 * which a quarter in turn is asked and not known, while every sixth answer is left out. Public sets have labels and no
 * answers; from these a calibration learns what an answer's own words tell.
 */
import { join } from 'node:path';
import { AnswerGroup, phrasesOf } from '../../activities/llm/retrieval/answer-group';
import { BACKGROUND } from '../../activities/llm/retrieval/background';
import { type Embedder, speaks } from '../../activities/llm/retrieval/embedder';
import type { Answer } from '../../domain/knowledge';
import { loadBusiness } from '../../load-business';
import type { Trial } from './calibration-trials';
import { CORPUS } from './own-corpus';
import type { Asked } from './trial';

const SAMPLE = join(__dirname, '../../examples/riverside-hotel');
const BUSINESSES = [SAMPLE, ...['clinic', 'phone-shop', 'restaurant'].map((name) => join(CORPUS, name))];
/** Of an answer's examples, one in so many is asked. */
const FOLDS = 4;
const LEFT_OUT = 6;
/** One tells more of customers than one size of a set does; by many languages' meanings that made rare answers too sure. */
const WEIGHT = { none: 2, english: 2, multilingual: 1 };

/** One trial for each business and language that the embedder speaks; without one, every language. */
export async function businessTrials(embedder: Embedder | null): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const folder of BUSINESSES) {
    const { knowledge, languages, name } = await loadBusiness(folder);
    for (const language of languages.filter((one) => !embedder || speaks(embedder, one))) {
      const answers = knowledge.filter((answer) => answer.language === language);
      const asked: Asked[] = [];
      for (let fold = 0; fold < FOLDS; fold += 1) asked.push(...(await askFold(answers, fold, embedder)));
      const most = Math.max(...answers.map(({ questions }) => questions.length));
      const plan = { examples: most, leaveOut: true, asked: asked.length, foreign: 0, seed: 0 };
      trials.push({ set: `${name}, ${language}`, plan, asked, weight: WEIGHT[embedder?.family ?? 'none'] });
    }
  }
  return trials;
}

async function askFold(answers: readonly Answer[], fold: number, embedder: Embedder | null): Promise<Asked[]> {
  const isLeft = (_: Answer, index: number) => index % LEFT_OUT === fold;
  const isAsked = (_: string, index: number) => index % FOLDS === fold;
  const known = answers
    .filter((answer, index) => !isLeft(answer, index))
    .map((answer) => ({ ...answer, questions: answer.questions.filter((text, index) => !isAsked(text, index)) }));
  const embed = async (texts: readonly string[], kind: 'query' | 'passage') =>
    embedder && texts.length > 0 ? embedder.embed(texts, kind) : null;
  const phrases = phrasesOf(known).map(({ text }) => text);
  const group = new AnswerGroup(known, await embed(phrases, 'passage'), (await embed(BACKGROUND, 'passage')) ?? []);
  const questions = answers.flatMap((answer, index) =>
    answer.questions.filter(isAsked).map((text) => ({ text, answer, left: isLeft(answer, index) })),
  );
  const read = questions.map(({ text }) => group.read(text));
  const vectors = await embed(
    read.map(({ text }) => text),
    'query',
  );
  return questions.map(({ answer, left }, index): Asked => {
    const began = performance.now();
    const { values, candidates } = group.search(read[index] ?? { text: '', guesses: 0 }, vectors?.[index] ?? null);
    const right = !left && candidates[0]?.answer.title === answer.title;
    return { values, right, scope: left ? 'near' : 'known', milliseconds: performance.now() - began };
  });
}
