/** The project's own questions, put to the offline answerer as a customer would put them. */
import { createOfflineAnswerer } from '../../activities/llm/offline-answerer';
import type { Embedder } from '../../activities/llm/retrieval/embedder';
import { detectLanguage } from '../../activities/signals/language';
import { type CorpusQuestion, ownCorpus } from './own-corpus';

export interface CorpusResult {
  variant: CorpusQuestion['variant'];
  /** The business has an answer. */
  known: boolean;
  /** It came first, sent or not. */
  found: boolean;
  answered: boolean;
  right: boolean;
  asked: boolean;
  milliseconds: number;
}

export async function answersOnCorpus(embedder: Embedder | null): Promise<CorpusResult[]> {
  const questions = await ownCorpus();
  const answerer = createOfflineAnswerer({ embedder });
  for (const business of new Set(questions.map((one) => one.business))) await answerer.prepare(business);
  const results: CorpusResult[] = [];
  for (const question of questions) results.push(await ask(question, answerer));
  return results;
}

async function ask(
  { business, question, titles, variant }: CorpusQuestion,
  answerer: ReturnType<typeof createOfflineAnswerer>,
): Promise<CorpusResult> {
  const put = (confidence: number) =>
    answerer.draft(
      {
        business: { ...business, handoff: { ...business.handoff, confidence } },
        dialogue: [{ from: 'customer', text: question }],
        message: question,
        language: detectLanguage(question, business.languages),
        clarifyAsked: false,
        toolResults: [],
        toolRound: 0,
      },
      { signal: new AbortController().signal },
    );
  const began = performance.now();
  const step = await put(business.handoff.confidence);
  const milliseconds = performance.now() - began;
  // Whatever comes first is sent where no confidence is asked for.
  const first = await put(0);
  const right = (one: typeof step) => one.kind === 'reply' && titles.includes(one.citations[0]?.title ?? '');
  const intent = step.kind === 'reply' ? step.intent : 'cannot';
  return {
    variant,
    known: titles.length > 0,
    found: right(first),
    answered: intent === 'answer',
    right: right(step),
    asked: intent === 'clarify',
    milliseconds,
  };
}
