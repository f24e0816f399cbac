/**
 * A model bound to the tools of a business: its look-ups and `submit_reply`. Bound once for each load of a business, for
 * definitions and schemas do not change between two messages.
 */
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AIMessage, BaseMessage } from '@langchain/core/messages';
import type { BusinessTool } from '../../domain/business';
import { type DraftRequest, TOOL_ROUNDS } from './answerer';
import { modelRefused } from './model-failures';
import { SUBMIT_REPLY, SUBMIT_REPLY_SCHEMA } from './submit-reply';

export interface ModelSettings {
  name: string;
  timeoutMs: number;
  structured: 'auto' | 'tool' | 'json_schema' | 'json_mode';
}

/** What is used of LangChain's chat models. */
export type ChatModel = Pick<BaseChatModel, 'bindTools' | 'withConfig'>;

export type Ask = (messages: BaseMessage[], options: { signal: AbortSignal }) => Promise<AIMessage>;

/** One per model. */
export class ModelBinding {
  private readonly withTools = new WeakMap<readonly BusinessTool[], Ask>();
  private last: Ask | undefined;

  constructor(private readonly settings: ModelSettings) {}

  /** At the last round no look-up is offered. */
  ask(model: ChatModel, { business, toolRound }: Pick<DraftRequest, 'business' | 'toolRound'>): Ask {
    if (toolRound >= TOOL_ROUNDS) {
      this.last ??= bindAnswer(model, this.settings, []);
      return this.last;
    }
    let ask = this.withTools.get(business.tools);
    if (!ask) {
      ask = bindAnswer(model, this.settings, business.tools);
      this.withTools.set(business.tools, ask);
    }
    return ask;
  }
}

function bindAnswer(model: ChatModel, { structured }: ModelSettings, tools: readonly BusinessTool[]): Ask {
  const lookUps = tools.map(toolDefinition);
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
