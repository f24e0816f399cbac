/**
 * A model bound to the tools of a business: its look-ups and `submit_reply`. Bound once for each load of a business, for
 * definitions and schemas do not change between two messages.
 */
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { AIMessage, BaseMessage } from '@langchain/core/messages';
import type { ModelConfig } from '../../config';
import type { BusinessTool } from '../../domain/business';
import { type DraftRequest, TOOL_ROUNDS } from './answerer';
import { modelRefused } from './model-failures';
import { providerOf } from './models/load-model';
import { SUBMIT_REPLY, SUBMIT_REPLY_SCHEMA } from './submit-reply';

type ModelSettings = Pick<ModelConfig, 'name' | 'structured'>;

/** What is used of LangChain's chat models. */
export type ChatModel = Pick<BaseChatModel, 'bindTools' | 'withConfig' | 'invoke'>;

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

  /** Without tools: for text that nobody is sent. */
  plain(model: ChatModel): Ask {
    return model.invoke.bind(model) as Ask;
  }
}

function bindAnswer(model: ChatModel, { name, structured }: ModelSettings, tools: readonly BusinessTool[]): Ask {
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
  // The parameter is of OpenAI's protocol; elsewhere the tool is the way.
  if (providerOf(name) === 'openai' && (structured === 'json_schema' || structured === 'json_mode')) {
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

/** What is bound to the customer's identity is not for the model to fill in, so it is not shown. */
function toolDefinition({ name, description, parameters, mcp }: BusinessTool) {
  const function_ = (schema: object) => ({
    type: 'function' as const,
    function: { name, description, parameters: schema },
  });
  if (mcp) return function_(mcp.inputSchema);
  const open = Object.entries(parameters).filter(([, { identity }]) => !identity);
  const properties = Object.fromEntries(
    open.map(([key, { type, description: about }]) => [key, { type, description: about }]),
  );
  const required = open.flatMap(([key, parameter]) => (parameter.required ? [key] : []));
  return function_({ type: 'object', properties, required });
}
