/**
 * `npm run --silent answer -- --business DIR`: the answerer as a filter. `{id, question}` in,
 * `{id, reply, confidence, citations: [titles], intent}` out, with the model that `MODEL` names.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  type Answerer,
  type DraftRequest,
  type DraftStep,
  TOOL_ROUNDS,
  type ToolOutcome,
} from '../activities/llm/answerer';
import { askTool, failedOutcome } from '../activities/llm/ask-tool';
import { createAnswerer } from '../activities/llm/create-answerer';
import { createOfflineAnswerer } from '../activities/llm/offline-answerer';
import { guarded } from '../activities/llm/outbound-guard';
import { createEmbedder } from '../activities/llm/retrieval/create-embedder';
import { numberQuestion, refusal } from '../activities/llm/tools/told-values';
import { detectLanguage } from '../activities/signals/language';
import { type Config, loadConfig } from '../config';
import { type LoadedBusiness, loadBusiness } from '../load-business';
import { redact } from '../redaction';
import { filterJsonLines, shapeError } from './json-lines';

/** Lines that wait for a model at once. */
const CONCURRENCY = 4;
/** The embedder takes what waits together. */
const CONCURRENCY_OFFLINE = 32;

const inputLine = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string().min(1, 'expected a question'),
});

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { business: { type: 'string' } } });
  const config = loadConfig(undefined, { apiKeys: false, masterKeys: false });
  const variables = config.sampleServiceUrl ? { SAMPLE_SERVICE_URL: config.sampleServiceUrl } : {};
  const business = await loadBusiness(values.business ?? config.businessDir, { variables });
  const embedder = createEmbedder(config.embeddings, (line) => process.stderr.write(`${line}\n`));
  const offline = createOfflineAnswerer({ embedder });
  const answerer = createAnswerer(config.model, undefined, offline);
  await filterJsonLines(
    (value) => {
      const parsed = inputLine.safeParse(value);
      if (!parsed.success) throw shapeError(parsed.error);
      return parsed.data;
    },
    async ({ id, question }) => ({ id, ...(await answerOf(question, business, answerer, config)) }),
    { concurrency: config.model.name === 'offline' ? CONCURRENCY_OFFLINE : CONCURRENCY },
  );
}

async function answerOf(question: string, business: LoadedBusiness, answerer: Answerer, config: Config) {
  const message = redact(question).text;
  const toolResults: ToolOutcome[] = [];
  for (let toolRound = 0; toolRound <= TOOL_ROUNDS; toolRound += 1) {
    const request: DraftRequest = {
      business,
      dialogue: [{ from: 'customer', text: message }],
      message,
      language: detectLanguage(message, business.languages),
      clarifyAsked: false,
      toolResults,
      toolRound,
    };
    const step = await answerer.draft(request, { signal: new AbortController().signal });
    if (step.kind === 'reply') return lineOf(guarded(step, request));
    const refused = refusal(step.calls, request);
    if (refused) return lineOf(numberQuestion(refused, request));
    for (const call of step.calls) toolResults.push(await outcomeOf(call, business, config));
  }
  throw new Error('the model asked for tools once too often');
}

async function outcomeOf(
  call: Extract<DraftStep, { kind: 'tools' }>['calls'][number],
  business: LoadedBusiness,
  config: Config,
): Promise<ToolOutcome> {
  const tool = business.tools.find(({ name }) => name === call.name);
  if (!tool || tool.effect === 'write') return failedOutcome(call, 'this filter changes nothing');
  const token = tool.tokenEnv ? config.secret(tool.tokenEnv) : undefined;
  const signal = new AbortController().signal;
  return askTool(tool, call, { idempotencyKey: call.id, signal, ...(token !== undefined && { token }) }).catch(
    (error: Error) => failedOutcome(call, error.message),
  );
}

function lineOf({ text, confidence, citations, intent }: Extract<DraftStep, { kind: 'reply' }>) {
  const titles = [...new Set(citations.map(({ title }) => title))];
  return { reply: redact(text, { from: 'ai' }).text, confidence, citations: titles, intent };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
