/**
 * The answerer with a language model, through LangChain. One call drafts a reply or asks for tools, one repair is
 * allowed, and retries are Temporal's: the library's own are off, or they would hold the activity without a trace.
 */

import {
  type AIMessage,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  type UsageMetadata,
} from '@langchain/core/messages';
import type { Answerer, DraftRequest, DraftStep, Usage } from './answerer';
import { Breaker } from './breaker';
import { claimsHandoff, grounded, plainReply } from './grounding';
import { visibleText } from './hidden-values';
import { knowledgeIndex } from './knowledge-index';
import { type Ask, type ChatModel, ModelBinding, type ModelSettings } from './model-binding';
import { modelFailure, modelGarbage } from './model-failures';
import { repairPrompt, systemPrompt, turnPrompt } from './prompts';
import { readAnswer } from './read-answer';
import { withoutGreeting } from './small-talk';
import type { SubmittedReply } from './submit-reply';

const PASSAGES = 5;

type Passages = readonly { title: string; text: string }[];

export function createModelAnswerer(settings: ModelSettings, load: () => Promise<ChatModel>): Answerer {
  const breaker = new Breaker();
  // The libraries take a second to load: begin now, not under the first customer's heartbeat.
  let loading: Promise<ChatModel> | undefined = load();
  loading.catch(() => undefined);
  const binding = new ModelBinding(settings);
  return {
    name: settings.name,
    async draft(request, { signal }) {
      loading ??= load();
      const model = await loading.catch((error) => {
        loading = undefined;
        throw error;
      });
      return breaker.run(() => draftWith(binding.ask(model, request), settings, request, signal));
    },
  };
}

async function draftWith(
  ask: Ask,
  settings: ModelSettings,
  request: DraftRequest,
  signal: AbortSignal,
): Promise<DraftStep> {
  const passages = passagesFor(request);
  const rules = systemPrompt(request.business);
  const messages: BaseMessage[] = [new SystemMessage(rules), new HumanMessage(turnPrompt(request, passages))];
  const usage: Usage = { inputTokens: 0, outputTokens: 0, cachedTokens: 0 };
  for (let attempt = 0; ; attempt += 1) {
    const answer = await call(ask, messages, settings.timeoutMs, signal);
    addUsage(usage, answer);
    const read = readAnswer(answer, request.business.tools);
    if ('tools' in read) return { kind: 'tools', calls: read.tools, usage };
    if ('submitted' in read) return replyFrom(read.submitted, request, { passages, rules, usage });
    if (attempt > 0) throw modelGarbage(read.problem);
    // The unusable answer is not sent back: it may be a megabyte, or half an object.
    messages.push(new HumanMessage(repairPrompt(read.problem)));
  }
}

function passagesFor({ business, message, dialogue, language }: DraftRequest): Passages {
  const index = knowledgeIndex(business.knowledge);
  const before = dialogue.filter(({ from }) => from === 'customer').at(-2)?.text;
  const asked = visibleText(message).text;
  // A follow-up ("and on Sundays?") is found by what it follows.
  const queries = [withoutGreeting(asked), ...(before === undefined ? [] : [`${visibleText(before).text} ${asked}`])];
  const found = queries.flatMap((query) =>
    index.search(query, language, PASSAGES).candidates.map(({ answer }) => answer),
  );
  return [...new Set(found)].slice(0, PASSAGES + 2).map(({ title, text }) => ({ title, text }));
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

function replyFrom(
  submitted: SubmittedReply,
  request: DraftRequest,
  { passages, rules, usage }: { passages: Passages; rules: string; usage: Usage },
): DraftStep {
  const { confidence, caps } = grounded(submitted, request, passages, rules);
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
