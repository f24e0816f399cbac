/**
 * `npm run --silent answer -- --business DIR`: the answerer as a filter. `{id, question}` in,
 * `{id, reply, confidence, citations: [titles], intent}` out, with the model that `MODEL` names.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Answerer, type DraftStep, TOOL_ROUNDS, type ToolOutcome } from '../activities/llm/answerer';
import { askTool, failedOutcome } from '../activities/llm/ask-tool';
import { createAnswerer } from '../activities/llm/create-answerer';
import { detectLanguage } from '../activities/signals/language';
import { type Config, loadConfig } from '../config';
import { type LoadedBusiness, loadBusiness } from '../load-business';
import { redact } from '../redaction';
import { filterJsonLines, shapeError } from './json-lines';

/** Lines that wait for a model at once. */
const CONCURRENCY = 4;

const inputLine = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string().min(1, 'expected a question'),
});

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { business: { type: 'string' } } });
  const config = loadConfig(undefined, { apiKeys: false, masterKeys: false });
  const variables = config.sampleServiceUrl ? { SAMPLE_SERVICE_URL: config.sampleServiceUrl } : {};
  const business = await loadBusiness(values.business ?? config.businessDir, { variables });
  const answerer = createAnswerer(config.model);
  await filterJsonLines(
    (value) => {
      const parsed = inputLine.safeParse(value);
      if (!parsed.success) throw shapeError(parsed.error);
      return parsed.data;
    },
    async ({ id, question }) => ({ id, ...(await answerOf(question, business, answerer, config)) }),
    { concurrency: config.model.name === 'offline' ? 1 : CONCURRENCY },
  );
}

async function answerOf(question: string, business: LoadedBusiness, answerer: Answerer, config: Config) {
  const message = redact(question).text;
  const toolResults: ToolOutcome[] = [];
  for (let toolRound = 0; toolRound <= TOOL_ROUNDS; toolRound += 1) {
    const step = await answerer.draft(
      {
        business,
        dialogue: [{ from: 'customer', text: message }],
        message,
        language: detectLanguage(message, business.languages),
        clarifyAsked: false,
        toolResults,
        toolRound,
      },
      { signal: new AbortController().signal },
    );
    if (step.kind === 'reply') return lineOf(step);
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
