/**
 * A loopback server that speaks OpenAI's chat completions, scriptable: every way a provider fails can be had on
 * purpose. It answers `submit_reply` sensibly by itself, so it also serves as the model of benchmarks.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ModelConfig } from '../../config';
import { bodyOf, serveOnLoopback } from './loopback';

export interface ChatRequest {
  model: string;
  messages: { role: string; content: unknown; tool_calls?: unknown }[];
  tools?: { function: { name: string; parameters: unknown } }[];
  tool_choice?: unknown;
  response_format?: { type: string };
}

/** What one request gets. `submit` and `call` become tool calls, `text` plain content. */
export type Script = { delayMs?: number; after?: Promise<void> } & (
  | { do: 'submit'; args: unknown }
  | { do: 'call'; name: string; args: unknown }
  | { do: 'text'; text: string }
  | { do: 'refuse' }
  | { do: 'length' }
  | { do: 'status'; status: number; headers?: Record<string, string> }
  | { do: 'body'; body: string }
  | { do: 'cutOff' }
  | { do: 'hang' }
  | { do: 'reset' }
);

export interface OpenAiServer {
  /** With `/v1`, as `OPENAI_BASE_URL` takes it. */
  url: string;
  /** What makes it the model of a stack. */
  settings: Pick<ModelConfig, 'name' | 'openai'>;
  requests: ChatRequest[];
  /** Requests whose socket the client closed before it had an answer. */
  closedEarly: number;
  /** Used in order, one a request; then `answer` decides. */
  script: Script[];
  answer: (request: ChatRequest) => Script;
  close(): Promise<void>;
}

export async function startOpenAiServer(
  answer: (request: ChatRequest) => Script = sensibleAnswer,
): Promise<OpenAiServer> {
  const { url, close } = await serveOnLoopback((request, response) => {
    handle(server, request, response).catch(() => response.destroy());
  });
  const server: OpenAiServer = {
    url: `${url}/v1`,
    settings: { name: 'openai:loopback', openai: { apiKey: 'loopback', baseUrl: `${url}/v1` } },
    requests: [],
    closedEarly: 0,
    script: [],
    answer,
    close,
  };
  return server;
}

async function handle(server: OpenAiServer, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = JSON.parse((await bodyOf(incoming)).toString()) as ChatRequest;
  server.requests.push(request);
  response.on('close', () => {
    if (!response.writableFinished && !deliberate.has(response)) server.closedEarly += 1;
  });
  const script = server.script.shift() ?? server.answer(request);
  await script.after;
  if (script.delayMs) await new Promise((resolve) => setTimeout(resolve, script.delayMs));
  play(script, request, response);
}

const deliberate = new WeakSet<ServerResponse>();

function play(script: Script, request: ChatRequest, response: ServerResponse): void {
  const complete = (message: object, finish = 'stop') => send(response, 200, completion(request, message, finish));
  const toolCall = (name: string, args: unknown) =>
    complete(
      {
        content: null,
        tool_calls: [{ id: 'call_1', type: 'function', function: { name, arguments: JSON.stringify(args) } }],
      },
      'tool_calls',
    );
  switch (script.do) {
    case 'submit':
      toolCall('submit_reply', script.args);
      return;
    case 'call':
      toolCall(script.name, script.args);
      return;
    case 'text':
      complete({ content: script.text });
      return;
    case 'refuse':
      complete({ content: null, refusal: 'I can not help with that.' });
      return;
    case 'length':
      complete({ content: '{"reply": "It is' }, 'length');
      return;
    case 'status':
      send(response, script.status, { error: { message: 'scripted', type: 'scripted' } }, script.headers);
      return;
    case 'body':
      response.writeHead(200, { 'content-type': 'application/json' }).end(script.body);
      return;
    case 'cutOff':
      deliberate.add(response);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
      response.write('{"id":"x","choices":[{"message":{"content":"half', () => response.destroy());
      return;
    case 'reset':
      deliberate.add(response);
      response.destroy();
      return;
    case 'hang':
  }
}

function completion({ model }: ChatRequest, message: object, finish: string): object {
  return {
    id: 'chatcmpl-loopback',
    object: 'chat.completion',
    created: 0,
    model,
    choices: [{ index: 0, message: { role: 'assistant', ...message }, finish_reason: finish }],
    usage: {
      prompt_tokens: 100,
      completion_tokens: 20,
      total_tokens: 120,
      prompt_tokens_details: { cached_tokens: 80 },
    },
  };
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** All text of a request, as one string: for looking whether something was sent. */
export function textOf(request: ChatRequest): string {
  return request.messages
    .map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)))
    .join('\n');
}

/** What stands in the last block of that name in the prompt. */
export function blockOf(request: ChatRequest, name: string): string {
  const found = [...textOf(request).matchAll(new RegExp(`<${name}-([0-9a-f]+)>\\n([\\s\\S]*?)\\n</${name}-\\1>`, 'g'))];
  return found.at(-1)?.[2] ?? '';
}

/** Repeats the customer, sure of itself, and cites the first passage as it should be cited. */
export function sensibleAnswer(request: ChatRequest): Script {
  const customer = blockOf(request, 'customer-message') || lastUserText(request);
  const passage = /^## (.+)\n(.+)/m.exec(blockOf(request, 'passages'));
  const args = {
    reply: `re: ${customer}`,
    confidence: 'high',
    citations: passage ? [{ title: passage[1], quote: passage[2] }] : [],
    signals: { wantsPerson: false, frustrated: false, sensitiveTopics: [] },
    intent: 'answer',
    language: 'en',
  };
  const canSubmit = request.tools?.some((tool) => tool.function.name === 'submit_reply');
  return canSubmit ? { do: 'submit', args } : { do: 'text', text: JSON.stringify(args) };
}

function lastUserText({ messages }: ChatRequest): string {
  const content = messages.findLast(({ role }) => role === 'user')?.content;
  return typeof content === 'string' ? content : '';
}
