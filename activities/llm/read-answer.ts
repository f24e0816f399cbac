/**
 * What a model's message is: a submitted reply, a wish for tools, or neither. A reply is taken whole or not at all;
 * what was cut off, refused or written beside the tool is never sent.
 */
import type { AIMessage } from '@langchain/core/messages';
import type { BusinessTool } from '../../domain/business';
import type { ToolCall } from './answerer';
import { modelRefused, REFUSING } from './model-failures';
import { readSubmitted, readSubmittedText, SUBMIT_REPLY, type SubmittedReply } from './submit-reply';

const MOST_CALLS = 4;

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `problem` is for the model to read: it quotes nothing. */
export type Read = { tools: ToolCall[] } | { submitted: SubmittedReply } | { problem: string };

/** Throws `ModelRefused`; everything else that is no answer is a problem a repair may solve. */
export function readAnswer(answer: AIMessage, tools: readonly BusinessTool[]): Read {
  const finish = finishOf(answer);
  if (refusalIn(answer) || REFUSING.test(finish)) throw modelRefused('its safety rules do not allow an answer');
  if (/^(?:length|max_tokens)$/i.test(finish)) return { problem: 'the answer was cut off; be shorter' };
  const calls = answer.tool_calls ?? [];
  const submit = calls.find(({ name }) => name === SUBMIT_REPLY);
  if (submit) {
    const read = readSubmitted(submit.args);
    return 'reply' in read ? { submitted: read.reply } : read;
  }
  if (calls.length > 0) return readToolCalls(calls, tools);
  if ((answer.invalid_tool_calls ?? []).length > 0) return { problem: 'the arguments are no JSON' };
  const read = readSubmittedText(answer.text ?? '');
  return 'reply' in read ? { submitted: read.reply } : read;
}

/** Why the model stopped: OpenAI's name for it, Anthropic's, Gemini's, Ollama's. */
function finishOf({ response_metadata: more }: AIMessage): string {
  return String(more?.finish_reason ?? more?.stop_reason ?? more?.finishReason ?? more?.done_reason ?? '');
}

function refusalIn({ additional_kwargs: more }: AIMessage): boolean {
  const raw = more.__raw_response as { choices?: { message?: { refusal?: unknown } }[] } | undefined;
  const refusal = more.refusal ?? raw?.choices?.[0]?.message?.refusal;
  return typeof refusal === 'string' && refusal !== '';
}

function readToolCalls(calls: NonNullable<AIMessage['tool_calls']>, tools: readonly BusinessTool[]): Read {
  const known = calls.map(({ id, name, args }, index) => {
    const tool = tools.find((one) => one.name === name);
    return tool && isObject(args)
      ? { id: id ?? `call-${index}`, name, args: args as Record<string, unknown>, effect: tool.effect }
      : null;
  });
  if (calls.length > MOST_CALLS) return { problem: `at most ${MOST_CALLS} calls at once` };
  const usable = known.filter((one): one is ToolCall => one !== null);
  return usable.length === calls.length ? { tools: usable } : { problem: 'there is no such tool' };
}
