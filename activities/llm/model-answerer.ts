/**
 * The answerer with a language model, through LangChain. One call drafts a reply or asks for tools, one repair is
 * allowed, a prompt that is too long is cut once, and retries are Temporal's: the library's own are off, or they would
 * hold the activity without a trace.
 */

import { type AIMessage, type BaseMessage, HumanMessage } from '@langchain/core/messages';
import { withDeadline } from '../../channels/deadline';
import type { ModelConfig } from '../../config';
import type { Answerer, DraftContext, DraftRequest, DraftStep, SummaryRequest, Usage } from './answerer';
import { Breaker } from './breaker';
import { claimsHandoff, grounded, plainReply } from './grounding';
import { type Ask, type ChatModel, ModelBinding } from './model-binding';
import { modelFailure, modelGarbage } from './model-failures';
import { underSignal } from './models/call-signal';
import { usageOf } from './models/price';
import { rulesMessage } from './models/stable-prefix';
import { NO_USAGE, sumOf } from './models/usage';
import { type Passages, passagesFor } from './passages';
import { PROMPT_VERSION, type PromptSize, repairPrompt, summaryPrompt, systemPrompt, turnPrompt } from './prompts';
import { readAnswer } from './read-answer';
import type { Library } from './retrieval/library';
import type { SubmittedReply } from './submit-reply';

type Send = (messages: BaseMessage[], ask: Ask) => Promise<AIMessage>;

export function createModelAnswerer(settings: ModelConfig, load: () => Promise<ChatModel>, library: Library): Answerer {
  const { name } = settings;
  const breaker = new Breaker();
  // The libraries take a second to load: begin now, not under the first customer's heartbeat.
  let loading: Promise<ChatModel> | undefined = load();
  loading.catch(() => undefined);
  const binding = new ModelBinding(settings);
  const loaded = () => {
    loading ??= load();
    return loading.catch((error) => {
      loading = undefined;
      throw error;
    });
  };
  return {
    name,
    async draft(request, context) {
      const model = await loaded();
      let usage = NO_USAGE;
      const send = sender(settings, context, (more) => {
        usage = sumOf(usage, more);
      });
      // Not the provider's doing, so outside the breaker that watches it.
      const passages = await passagesFor(request, library, context.signal);
      const asked = { name, request, passages };
      const step = await breaker.run(() => draftFitting(asked, (messages) => send(messages, ask)));
      return { ...step, usage, by: { model: name, promptVersion: PROMPT_VERSION } };

      function ask(messages: BaseMessage[], options: { signal: AbortSignal }) {
        return binding.ask(model, request)(messages, options);
      }
    },
    async summarize(request, context) {
      const model = await loaded();
      const send = sender(settings, context, () => undefined);
      return breaker.run(() => summary(request, (messages) => send(messages, binding.plain(model))));
    },
  };
}

/** One call: its deadline, its failure as ours, its usage told. */
function sender({ name, timeoutMs, prices }: ModelConfig, context: DraftContext, used: (usage: Usage) => void): Send {
  return async (messages, ask) => {
    const signal = withDeadline(timeoutMs, context.signal);
    try {
      const answer = await underSignal(signal, () => ask(messages, { signal }));
      const usage = usageOf(answer, name, prices);
      used(usage);
      context.spend?.(name, usage);
      return answer;
    } catch (error) {
      context.signal.throwIfAborted();
      throw modelFailure(signal.aborted ? signal.reason : error);
    }
  };
}

type Say = (messages: BaseMessage[]) => Promise<AIMessage>;

interface Asked {
  /** Of the model. */
  name: string;
  request: DraftRequest;
  passages: Passages;
}

/** A prompt that the model finds too long is cut to what the question needs, once. */
async function draftFitting(asked: Asked, say: Say): Promise<DraftStep> {
  try {
    return await draftWith(asked, 'full', say);
  } catch (error) {
    if ((error as { type?: unknown }).type !== 'ModelOverflow') throw error;
    return draftWith(asked, 'small', say);
  }
}

async function draftWith({ name, request, passages }: Asked, size: PromptSize, say: Say): Promise<DraftStep> {
  const rules = systemPrompt(request.business);
  const prompt = turnPrompt(request, passages, { size });
  let asked = prompt;
  for (let attempt = 0; ; attempt += 1) {
    const answer = await say([rulesMessage(name, rules), new HumanMessage(asked)]);
    const read = readAnswer(answer, request.business.tools);
    if ('tools' in read) return { kind: 'tools', calls: read.tools };
    if ('submitted' in read) return replyFrom(read.submitted, request, { passages, rules });
    if (attempt > 0) throw modelGarbage(read.problem);
    // The unusable answer is not sent back: it may be a megabyte, or half an object.
    asked = `${prompt}\n\n${repairPrompt(read.problem)}`;
  }
}

async function summary({ business, before, dialogue }: SummaryRequest, say: Say): Promise<string> {
  const answer = await say([new HumanMessage(summaryPrompt(business, before, dialogue))]);
  return (answer.text ?? '').trim();
}

function replyFrom(
  submitted: SubmittedReply,
  request: DraftRequest,
  { passages, rules }: { passages: Passages; rules: string },
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
  };
}
