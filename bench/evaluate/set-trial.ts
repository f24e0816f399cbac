/**
 * What one set gives: all its labels known, and then every sixth left out with foreign questions added; by the offline
 * answerer's search, and by plain BM25 over titles and example questions as what anybody would write first.
 */
import MiniSearch from 'minisearch';
import { confidenceOf, type Family } from '../../activities/llm/retrieval/confidence';
import type { Embedder } from '../../activities/llm/retrieval/embedder';
import type { Answer } from '../../domain/knowledge';
import type { LabelledSet } from './labelled-sets';
import type { Judged } from './measures';
import { type Asked, arrange, questionsOf, runTrial, type TrialPlan, titleOf } from './trial';

export interface JudgedQuestion extends Judged {
  scope: Asked['scope'];
  milliseconds: number;
}

export interface Measured {
  /** Every label is known; foreign questions are asked too. */
  whole: JudgedQuestion[];
  /** Every sixth is not, and foreign questions are asked too. */
  left: JudgedQuestion[];
}

/** About `questions` are asked of the labels, and half as many foreign ones; of labels left out, a sixth each. */
export async function measureSet(
  set: LabelledSet,
  { examples, questions }: { examples: number; questions: number },
  embedder: Embedder | null,
): Promise<{ baton: Measured; bm25: Measured }> {
  const asked = Math.ceil(questions / set.labels.length);
  const plan: TrialPlan = { examples, leaveOut: false, asked, foreign: Math.round(questions / 2), seed: 11 };
  const withLeft: TrialPlan = { ...plan, leaveOut: true, foreign: Math.round(questions / 6), seed: 12 };
  const family: Family = embedder?.family ?? 'none';
  const by = async (one: TrialPlan) => (await runTrial(set, one, embedder)).map((question) => judged(question, family));
  return {
    baton: { whole: await by(plan), left: await by(withLeft) },
    bm25: { whole: plainBm25(set, plan), left: plainBm25(set, withLeft) },
  };
}

function judged({ values, right, scope, milliseconds }: Asked, family: Family): JudgedQuestion {
  const sure = confidenceOf({ candidates: [{ answer: ANY, score: values.score }], values }, family);
  return { sure, right, known: scope === 'known', scope, milliseconds };
}

const ANY: Answer = { title: '', questions: [], text: '', language: 'en', file: '', line: 0, hash: '' };

/** Its score has no upper end: squeezed into 0 to 1, which keeps the order, and is no probability. */
function plainBm25(set: LabelledSet, plan: TrialPlan): JudgedQuestion[] {
  const { knowledge } = arrange(set, plan);
  const index = new MiniSearch({ fields: ['asked'] });
  index.addAll(knowledge.map(({ title, questions }, id) => ({ id, asked: [title, ...questions].join('\n') })));
  return questionsOf(set, plan).map(({ text, label, scope }) => {
    const began = performance.now();
    const [first] = index.search(text);
    const right = first !== undefined && knowledge[first.id as number]?.title === titleOf(label);
    const sure = first ? first.score / (first.score + 20) : 0;
    return { sure, right, known: scope === 'known', scope, milliseconds: performance.now() - began };
  });
}
