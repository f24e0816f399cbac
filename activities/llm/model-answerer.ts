/**
 * The answerer with a language model, through LangChain. One call drafts a reply or asks for tools, one repair is
 * allowed, and retries are Temporal's: the library's own are off, or they would hold the activity without a trace.
 */

import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import {
  type AIMessage,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  type UsageMetadata,
} from '@langchain/core/messages';
import type { BusinessTool } from '../../domain/business';
import { type Answerer, type DraftRequest, type DraftStep, TOOL_ROUNDS, type Usage } from './answerer';
import { Breaker } from './breaker';
import { claimsHandoff, grounded, plainReply } from './grounding';
import { knowledgeIndex } from './knowledge-index';
import { modelFailure, modelGarbage, modelRefused } from './model-failures';
import { repairPrompt, systemPrompt, turnPrompt } from './prompts';
import { readAnswer } from './read-answer';
import { withoutGreeting } from './small-talk';
import { SUBMIT_REPLY, SUBMIT_REPLY_SCHEMA, type SubmittedReply } from './submit-reply';

const PASSAGES = 5;

export interface ModelSettings {
  name: string;
  timeoutMs: number;
  structured: 'auto' | 'tool' | 'json_schema' | 'json_mode';
}

/** What is used of LangChain's chat models. */
export type ChatModel = Pick<BaseChatModel, 'bindTools' | 'withConfig'>;

type Passages = readonly { title: string; text: string }[];

export function createModelAnswerer(settings: ModelSettings, load: () => Promise<ChatModel>): Answerer {
  const breaker = new Breaker();
  // The libraries take a second to load: begin now, not under the first customer's heartbeat.
  let loading: Promise<ChatModel> | undefined = load();
  loading.catch(() => undefined);
  return {
    name: settings.name,
    async draft(request, { signal }) {
      loading ??= load();
      const model = await loading.catch((error) => {
        loading = undefined;
        throw error;
      });
      return breaker.run(() => draftWith(model, settings, request, signal));
    },
  };
}

async function draftWith(
  model: ChatModel,
  settings: ModelSettings,
  request: DraftRequest,
  signal: AbortSignal,
): Promise<DraftStep> {
  const passages = passagesFor(request);
  const messages: BaseMessage[] = [
    new SystemMessage(systemPrompt(request.business)),
    new HumanMessage(turnPrompt(request, passages)),
  ];
  const ask = bindAnswer(model, settings, request);
  const usage: Usage = { inputTokens: 0, outputTokens: 0, cachedTokens: 0 };
  for (let attempt = 0; ; attempt += 1) {
    const answer = await call(ask, messages, settings.timeoutMs, signal);
    addUsage(usage, answer);
    const read = readAnswer(answer, request.business.tools);
    if ('tools' in read) return { kind: 'tools', calls: read.tools, usage };
    if ('submitted' in read) return replyFrom(read.submitted, request, passages, usage);
    if (attempt > 0) throw modelGarbage(read.problem);
    // The unusable answer is not sent back: it may be a megabyte, or half an object.
    messages.push(new HumanMessage(repairPrompt(read.problem)));
  }
}

function passagesFor({ business, message, dialogue, language }: DraftRequest): Passages {
  const index = knowledgeIndex(business.knowledge);
  const before = dialogue.filter(({ from }) => from === 'customer').at(-2)?.text ?? '';
  // A follow-up ("and on Sundays?") is found by what it follows.
  const found = [withoutGreeting(message), `${before} ${message}`].flatMap((query) =>
    index.search(query, language, PASSAGES).candidates.map(({ answer }) => answer),
  );
  return [...new Set(found)].slice(0, PASSAGES + 2).map(({ title, text }) => ({ title, text }));
}

type Ask = (messages: BaseMessage[], options: { signal: AbortSignal }) => Promise<AIMessage>;

function bindAnswer(model: ChatModel, { structured }: ModelSettings, request: DraftRequest): Ask {
  const lookUps = request.toolRound < TOOL_ROUNDS ? request.business.tools.map(toolDefinition) : [];
  const submit = {
    type: 'function' as const,
    function: {
      name: SUBMIT_REPLY,
      description: 'Gives the reply to the customer. Call it exactly once, last.',
      parameters: SUBMIT_REPLY_SCHEMA,
    },
  };
  if (!model.bindTools) throw modelRefused('it has no tools; choose a model that can call tools');
  if (structured === 'json_schema' || structured === 'json_mode') {
    const format =
      structured === 'json_mode'
        ? { type: 'json_object' }
        : { type: 'json_schema', json_schema: { name: SUBMIT_REPLY, schema: SUBMIT_REPLY_SCHEMA } };
    const options = { response_format: format } as object;
    const bound = lookUps.length > 0 ? model.bindTools(lookUps, options) : model.withConfig(options);
    return bound.invoke.bind(bound) as Ask;
  }
  const bound = model.bindTools([...lookUps, submit], {
    tool_choice: lookUps.length > 0 ? 'any' : SUBMIT_REPLY,
  } as object);
  return bound.invoke.bind(bound) as Ask;
}

function toolDefinition({ name, description, parameters }: BusinessTool) {
  const properties = Object.fromEntries(
    Object.entries(parameters).map(([key, { type, description: about }]) => [key, { type, description: about }]),
  );
  const required = Object.entries(parameters).flatMap(([key, parameter]) => (parameter.required ? [key] : []));
  return {
    type: 'function' as const,
    function: { name, description, parameters: { type: 'object', properties, required } },
  };
}

async function call(ask: Ask, messages: BaseMessage[], timeoutMs: number, signal: AbortSignal): Promise<AIMessage> {
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    return await ask(messages, { signal: AbortSignal.any([signal, deadline]) });
  } catch (error) {
    signal.throwIfAborted();
    if (deadline.aborted) throw modelFailure(deadline.reason);
    throw modelFailure(error);
  }
}

function replyFrom(submitted: SubmittedReply, request: DraftRequest, passages: Passages, usage: Usage): DraftStep {
  const { confidence, caps } = grounded(submitted, request, passages, systemPrompt(request.business));
  const { signals, language, citations } = submitted;
  const text = plainReply(submitted.reply);
  return {
    kind: 'reply',
    text,
    language: language.toLowerCase().split('-')[0] ?? language,
    confidence: text === '' ? 0 : confidence,
    caps,
    citations: citations.map(({ title, quote }) => ({ title, quote })),
    intent: submitted.intent === 'courtesy' ? 'answer' : submitted.intent,
    signals: { ...signals, wantsPerson: signals.wantsPerson || claimsHandoff(text) },
    usage,
  };
}

function addUsage(usage: Usage, answer: AIMessage): void {
  const given = answer.usage_metadata as UsageMetadata | undefined;
  usage.inputTokens += given?.input_tokens ?? 0;
  usage.outputTokens += given?.output_tokens ?? 0;
  usage.cachedTokens += given?.input_token_details?.cache_read ?? 0;
}
