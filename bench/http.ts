/** The load generator's HTTP: kept-alive connections and no more work a request than needed, since it shares the CPU. */
import { Agent, type IncomingMessage, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 1024 });
const TIMEOUT_MS = 60_000;

export interface Answer {
  status: number;
  body: unknown;
}

export interface Call {
  method: 'GET' | 'POST';
  url: string;
  key?: string;
  body?: unknown;
}

export async function call(input: Call): Promise<Answer> {
  const response = await open(input);
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += chunk;
  return { status: response.statusCode ?? 0, body: text === '' ? null : JSON.parse(text) };
}

/** The response as soon as it begins, for streams. */
export function open({ method, url, key, body }: Call): Promise<IncomingMessage> {
  const json = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
    ...(json !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, agent, headers, timeout: TIMEOUT_MS }, resolve);
    outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer in ${TIMEOUT_MS / 1000} s`)));
    outgoing.on('error', reject);
    outgoing.end(json);
  });
}
