/**
 * A loopback server that speaks one of the protocols of `model-protocols.ts`. Scripts are those of `openai-server.ts`:
 * every way a provider fails can be had on purpose.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, serveOnLoopback } from './loopback';
import type { Body, Message, Protocol } from './model-protocols';
import type { Script } from './openai-server';

export { ANTHROPIC, GEMINI, OLLAMA, type Protocol } from './model-protocols';

export interface ModelServer {
  url: string;
  /** Raw bodies, oldest first. */
  requests: string[];
  headers: IncomingMessage['headers'][];
  closedEarly: number;
  script: (Script | { do: 'overflow' })[];
  answer: (prompt: string, tools: string[]) => Script;
  close(): Promise<void>;
}

export async function startModelServer(protocol: Protocol): Promise<ModelServer> {
  const { url, close } = await serveOnLoopback((request, response) => {
    handle(server, protocol, request, response).catch(() => response.destroy());
  });
  const server: ModelServer = {
    url,
    requests: [],
    headers: [],
    closedEarly: 0,
    script: [],
    answer: sensible,
    close,
  };
  return server;
}

async function handle(
  server: ModelServer,
  protocol: Protocol,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const raw = (await bodyOf(request)).toString();
  const body: Body = JSON.parse(raw);
  server.requests.push(raw);
  server.headers.push(request.headers);
  const send = (status: number, value: unknown, headers: Record<string, string> = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
  const wrong = protocol.refuses(request, body);
  if (wrong) return void send(422, { error: { message: wrong } });
  const script = server.script.shift() ?? server.answer(textsIn(body), protocol.tools(body));
  const complete = (message: Message) => {
    const [type, text] = protocol.complete(body, message);
    response.writeHead(200, { 'content-type': type }).end(text);
  };
  switch (script.do) {
    case 'submit':
      return complete({ tool: { name: 'submit_reply', args: script.args } });
    case 'call':
      return complete({ tool: { name: script.name, args: script.args } });
    case 'text':
      return complete({ text: script.text });
    case 'refuse':
      return complete({ text: '', end: 'refuse' });
    case 'length':
      return complete({ text: '{"reply": "It is', end: 'length' });
    case 'status':
      return void send(script.status, protocol.error(script.status, script.headers ?? {}), script.headers);
    case 'overflow':
      return void send(protocol.overflow.status, protocol.overflow.body);
    case 'body':
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(script.body);
    case 'cutOff': {
      const [type, text] = protocol.complete(body, { text: 'half of it' });
      response.writeHead(200, { 'content-type': type, 'content-length': String(text.length + 5000) });
      response.write(text.slice(0, 20), () => response.destroy());
      return;
    }
    case 'reset':
      response.destroy();
      return;
    case 'hang':
      response.on('close', () => {
        if (!response.writableFinished) server.closedEarly += 1;
      });
  }
}

/** Every text of a request, whatever the protocol calls the place it stands in. */
function textsIn(value: Body): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textsIn).join('\n');
  if (typeof value !== 'object' || value === null) return '';
  const { system, systemInstruction, messages, contents, content, parts, text } = value;
  return [system, systemInstruction, messages, contents, content, parts, text].map(textsIn).filter(Boolean).join('\n');
}

/** The first passage, as it stands and as it should be cited. */
function sensible(prompt: string): Script {
  const blocks = [...prompt.matchAll(/<passages-([0-9a-f]+)>\n([\s\S]*?)\n<\/passages-\1>/g)];
  const passage = /^## (.+)\n(.+)/m.exec(blocks.at(-1)?.[2] ?? '');
  const [, title = 'none', quote = 'nothing'] = passage ?? [];
  const args = { reply: quote, confidence: 'high', citations: [{ title, quote }], intent: 'answer', language: 'en' };
  return { do: 'submit', args };
}
