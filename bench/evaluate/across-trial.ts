/**
 * Questions in one language put to answers in another: the example questions of bilingual businesses, asked of the answers
 * of the other language alone, where the answer at the same place of the same list is the right one. Every third answer
 * is left out in turn, and questions to the other businesses are asked too, so that "not in the knowledge" is learnt.
 */
import { join } from 'node:path';
import { AnswerGroup, phrasesOf } from '../../activities/llm/retrieval/answer-group';
import { BACKGROUND } from '../../activities/llm/retrieval/background';
import type { Embedder } from '../../activities/llm/retrieval/embedder';
import { type LanguageMiddles, languageMiddles, moved } from '../../activities/llm/retrieval/language-middles';
import type { Answer } from '../../domain/knowledge';
import { loadBusiness } from '../../load-business';
import { CORPUS, withoutDiacritics } from './own-corpus';
import type { Asked } from './trial';

const SAMPLE = join(__dirname, '../../examples/riverside-hotel');
const BUSINESSES = [SAMPLE, ...['clinic', 'phone-shop', 'restaurant'].map((name) => join(CORPUS, name))];
const FOLDS = 3;

export interface AcrossAsked extends Asked {
  /** Position of the business: what is fitted on some is judged on the others. */
  business: number;
}

type Pair = Readonly<Record<'en' | 'vi', Answer>>;

export async function acrossTrials(embedder: Embedder): Promise<AcrossAsked[]> {
  const businesses = await Promise.all(BUSINESSES.map(pairsOf));
  const background = await embedder.embed(BACKGROUND, 'passage');
  const middles = await languageMiddles(embedder);
  const asked: AcrossAsked[] = [];
  for (const [business, pairs] of businesses.entries())
    for (const [from, to] of [['vi', 'en'] as const, ['en', 'vi'] as const])
      for (let fold = 0; fold < FOLDS; fold += 1) {
        const left = new Set(pairs.filter((_, index) => index % (2 * FOLDS) === 2 * fold));
        const kept = pairs.filter((pair) => !left.has(pair)).map((pair) => pair[to]);
        const vectors = await embedder.embed(
          phrasesOf(kept).map(({ text }) => text),
          'passage',
        );
        const group = new AnswerGroup(kept, vectors, background);
        const ask = (questions: readonly string[], right: string | null, scope: Asked['scope']) =>
          askAll({ embedder, middles, group, from, to }, questions, { right, scope, business });
        for (const pair of pairs) {
          const isLeft = left.has(pair);
          asked.push(
            ...(await ask(questionsOf(pair, from), isLeft ? null : pair[to].title, isLeft ? 'near' : 'known')),
          );
        }
        const foreign = businesses.flatMap((others, index) =>
          index === business ? [] : others.filter((_, place) => place % (2 * FOLDS) === 2 * fold + 1),
        );
        asked.push(
          ...(await ask(
            foreign.flatMap((pair) => questionsOf(pair, from).slice(0, 1)),
            null,
            'far',
          )),
        );
      }
  return asked;
}

interface Stage {
  embedder: Embedder;
  middles: LanguageMiddles;
  group: AnswerGroup;
  from: string;
  to: string;
}

async function askAll(
  { embedder, middles, group, from, to }: Stage,
  questions: readonly string[],
  { right, ...about }: { right: string | null; scope: Asked['scope']; business: number },
): Promise<AcrossAsked[]> {
  const vectors = questions.length > 0 ? await embedder.embed(questions, 'query') : [];
  return vectors.map((vector) => {
    const began = performance.now();
    const { values, candidates } = group.searchAcross(moved(vector, middles, from, to));
    const isRight = right !== null && candidates[0]?.answer.title === right;
    return { ...about, values, right: isRight, milliseconds: performance.now() - began };
  });
}

/** Vietnamese without its marks is not compared by meaning. */
const questionsOf = (pair: Pair, language: 'en' | 'vi') =>
  pair[language].questions.filter((question) => language === 'en' || question !== withoutDiacritics(question));

async function pairsOf(folder: string): Promise<Pair[]> {
  const { knowledge } = await loadBusiness(folder);
  const [en, vi] = (['en', 'vi'] as const).map((code) => knowledge.filter(({ language }) => language === code));
  if (!en || !vi || en.length !== vi.length) throw new Error(`${folder} does not tell the same in both languages`);
  return en.map((answer, index) => ({ en: answer, vi: vi[index] as Answer }));
}
