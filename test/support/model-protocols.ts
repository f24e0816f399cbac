/**
 * The protocols of model providers as their servers speak them: Anthropic's messages, Gemini's generateContent and
 * Ollama's chat, each as strict about what it is sent as the real one where a library could get it wrong.
 */
import type { IncomingMessage } from 'node:http';

// biome-ignore lint/suspicious/noExplicitAny: bodies of three protocols, read by their own speakers only
export type Body = any;

export interface Message {
  tool?: { name: string; args: unknown };
  text?: string;
  end?: 'stop' | 'length' | 'refuse';
}

export interface Protocol {
  /** What the real server would refuse, or null. */
  refuses(request: IncomingMessage, body: Body): string | null;
  tools(body: Body): string[];
  /** Content type and body of a complete answer. */
  complete(body: Body, message: Message): [string, string];
  /** The error body of that status. */
  error(status: number, headers: Record<string, string>): unknown;
  overflow: { status: number; body: unknown };
}

const strangeKeys = (schema: Body, known: ReadonlySet<string>): string[] =>
  typeof schema !== 'object' || schema === null
    ? []
    : Object.entries(schema).flatMap(([key, inner]) =>
        key === 'properties'
          ? Object.values(inner as object).flatMap((one) => strangeKeys(one, known))
          : [...(known.has(key) ? [] : [key]), ...(key === 'items' ? strangeKeys(inner, known) : [])],
      );

const GEMINI_SCHEMA = new Set(
  'type format title description nullable enum maxItems minItems properties required minProperties maxProperties minLength maxLength pattern example anyOf propertyOrdering default items minimum maximum'.split(
    ' ',
  ),
);

export const ANTHROPIC: Protocol = {
  refuses({ url, headers }, { max_tokens, messages, tools = [], tool_choice }) {
    if (url !== '/v1/messages') return `no such path ${url}`;
    if (!headers['x-api-key'] || !headers['anthropic-version']) return 'x-api-key and anthropic-version are required';
    if (!Number.isInteger(max_tokens)) return 'max_tokens is required';
    if (messages[0]?.role !== 'user' || messages.some(({ role }: Body) => role === 'system')) return 'roles';
    if (tools.some(({ input_schema }: Body) => input_schema?.type !== 'object')) return 'input_schema is required';
    return tool_choice?.type === 'tool' && !tools.some(({ name }: Body) => name === tool_choice.name) ? 'choice' : null;
  },
  tools: ({ tools = [] }) => tools.map(({ name }: Body) => name),
  complete({ model }, { tool, text = '', end }) {
    const content = tool
      ? [{ type: 'tool_use', id: 'toolu_1', name: tool.name, input: tool.args }]
      : text === ''
        ? []
        : [{ type: 'text', text }];
    const stop_reason = tool
      ? 'tool_use'
      : { stop: 'end_turn', length: 'max_tokens', refuse: 'refusal' }[end ?? 'stop'];
    const usage = { input_tokens: 20, output_tokens: 20, cache_read_input_tokens: 80, cache_creation_input_tokens: 0 };
    const message = { id: 'msg_1', type: 'message', role: 'assistant', model, content, stop_reason, usage };
    return ['application/json', JSON.stringify({ ...message, stop_sequence: null })];
  },
  error: (status) => ({
    type: 'error',
    error: { type: status === 529 ? 'overloaded_error' : 'api_error', message: 's' },
  }),
  overflow: {
    status: 400,
    body: {
      type: 'error',
      error: { type: 'invalid_request_error', message: 'prompt is too long: 213021 tokens > 200000 maximum' },
    },
  },
};

export const GEMINI: Protocol = {
  refuses({ url, headers }, { contents, tools = [] }) {
    if (!/^\/v1beta\/models\/[\w.-]+:generateContent$/.test(url ?? '')) return `no such path ${url}`;
    if (!headers['x-goog-api-key']) return 'x-goog-api-key is required';
    if (!contents.every(({ role }: Body) => role === 'user' || role === 'model')) return 'roles';
    const declared = tools.flatMap(({ functionDeclarations = [] }: Body) => functionDeclarations);
    const strange = declared.flatMap(({ parameters }: Body) => strangeKeys(parameters, GEMINI_SCHEMA));
    return strange.length > 0 ? `Unknown name "${strange[0]}"` : null;
  },
  tools: ({ tools = [] }) =>
    tools.flatMap(({ functionDeclarations = [] }: Body) => functionDeclarations.map(({ name }: Body) => name)),
  complete(_, { tool, text = '', end }) {
    const usageMetadata = {
      promptTokenCount: 100,
      candidatesTokenCount: 20,
      totalTokenCount: 120,
      cachedContentTokenCount: 80,
    };
    if (end === 'refuse')
      return ['application/json', JSON.stringify({ promptFeedback: { blockReason: 'SAFETY' }, usageMetadata })];
    const parts = tool ? [{ functionCall: { name: tool.name, args: tool.args } }] : [{ text }];
    const finishReason = end === 'length' ? 'MAX_TOKENS' : 'STOP';
    const candidates = [{ content: { role: 'model', parts }, finishReason, index: 0 }];
    return ['application/json', JSON.stringify({ candidates, usageMetadata })];
  },
  error: (status, headers) => ({
    error: {
      code: status,
      message: 'scripted',
      status: 'SCRIPTED',
      details: headers['retry-after']
        ? [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${headers['retry-after']}s` }]
        : [],
    },
  }),
  overflow: {
    status: 400,
    body: {
      error: {
        code: 400,
        message: 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).',
        status: 'INVALID_ARGUMENT',
      },
    },
  },
};

export const OLLAMA: Protocol = {
  refuses({ url }, { messages, stream, options, tools = [] }) {
    if (url !== '/api/chat') return `no such path ${url}`;
    if (!stream || !Array.isArray(messages)) return 'a stream of messages was expected';
    if (!(options?.num_ctx >= 8192)) return 'the context would be cut';
    return tools.every(({ type }: Body) => type === 'function') ? null : 'tools';
  },
  tools: ({ tools = [] }) => tools.map((tool: Body) => tool.function.name),
  complete({ model }, { tool, text = '', end }) {
    const calls = tool ? { tool_calls: [{ function: { name: tool.name, arguments: tool.args } }] } : {};
    const at = { model, created_at: '2026-11-22T10:00:00Z' };
    const lines = [
      { ...at, message: { role: 'assistant', content: text, ...calls }, done: false },
      {
        ...at,
        message: { role: 'assistant', content: '' },
        done: true,
        done_reason: end === 'length' ? 'length' : 'stop',
        prompt_eval_count: 100,
        eval_count: 20,
      },
    ];
    return ['application/x-ndjson', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`];
  },
  error: () => ({ error: 'scripted' }),
  overflow: { status: 400, body: { error: 'input length exceeds the maximum context length' } },
};
