/** The Bot API's door: `/bot<token>/<method>` and `/file/bot<token>/<path>`, and what can go wrong at it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, type Loopback, serveOnLoopback } from '../../support/loopback';
import { ApiError, badRequest, forbidden, tooMany } from './api-error';
import type { State } from './state';

export type Misbehaviour =
  | 'throttle'
  | 'refuse'
  | 'fail'
  | 'gateway'
  | 'gateway after delivering'
  | 'hang up after delivering'
  | 'answer late';

export interface Door {
  token: string;
  state: State;
  call(method: string, parameters: Record<string, unknown>): Promise<unknown>;
  /** Throws where a message comes too soon after others. */
  pace(chat: number): void;
  /** What to do to this call; asked once a call. */
  misbehaviour(method: string, chat: number): Misbehaviour | null;
  retryAfter(): number;
}

const LATE_MS = 700;

export function listen(door: Door): Promise<Loopback> {
  return serveOnLoopback((request, response) => {
    answer(door, request, response).catch((error: unknown) => {
      const known = error instanceof ApiError ? error : new ApiError(500, 'Internal Server Error');
      reply(response, known.code, known.body());
    });
  });
}

async function answer(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, token, path = ''] = /^\/(?:file\/)?bot([^/]+)\/(.+)$/.exec(request.url ?? '') ?? [];
  const parameters = await jsonOf(request);
  if (token !== door.token) throw new ApiError(401, 'Unauthorized');
  if (request.url?.startsWith('/file/')) return handOut(door.state, path, response);
  const wrong = door.misbehaviour(path, Number(parameters.chat_id));
  if (wrong === 'throttle') throw tooMany(door.retryAfter());
  if (wrong === 'refuse') throw forbidden('bot was blocked by the user');
  if (wrong === 'fail') throw new ApiError(500, 'Internal Server Error');
  if (wrong === 'gateway') return gateway(response, 502);
  if (path === 'sendMessage') door.pace(Number(parameters.chat_id));
  const result = await door.call(path, parameters);
  if (wrong === 'hang up after delivering') return void response.destroy();
  if (wrong === 'gateway after delivering') return gateway(response, 504);
  if (wrong === 'answer late') await new Promise((resolve) => setTimeout(resolve, LATE_MS));
  reply(response, 200, { ok: true, result });
}

const reply = (response: ServerResponse, status: number, body: object): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** What stands in front of Telegram answers in its own words. */
const gateway = (response: ServerResponse, status: number): void =>
  void response.writeHead(status, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>');

function handOut({ files }: State, path: string, response: ServerResponse): void {
  const file = [...files.values()].find((each) => each.path === path);
  if (!file) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': file.type, 'content-length': file.bytes.length }).end(file.bytes);
}

async function jsonOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  try {
    return JSON.parse((await bodyOf(request)).toString() || '{}') as Record<string, unknown>;
  } catch {
    throw badRequest("can't parse JSON");
  }
}
