/**
 * One thing a client can ask for, described once: the routes are mounted from it, OpenAPI is written from it. A
 * request passes caller, rate limit, path, query and body in that order, and only then the handler.
 */
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Role } from '../config';
import { type Caller, requireRole } from './callers';
import { type FieldError, Problem } from './problem';
import { readJsonBody } from './read-body';
import { pathId } from './schemas';

export type Access =
  /** Open to everybody, or proved in the handler: a provider's signature, an allowed Origin. */
  | 'open'
  /** `widget`: a session's token passes too. */
  | { roles: readonly Role[]; widget?: true };

export interface Reply {
  description: string;
  schema?: z.ZodType;
  type?: string;
}

export interface Call<Q, B> {
  request: Request;
  response: Response;
  caller: Caller;
  params: Readonly<Record<string, string>>;
  query: Q;
  body: B;
}

interface Definition<Q extends z.ZodType, B extends z.ZodType> {
  method: 'get' | 'post' | 'delete';
  /** As Express writes it: `/v1/conversations/:id`. */
  path: string;
  summary: string;
  access: Access;
  /** Says who is calling where a bearer key is not the only proof; null leaves it to the key. */
  identify?: (request: Request, response: Response) => Promise<Caller | null>;
  query?: Q;
  body?: B;
  /** Bytes; default 256 KiB. */
  bodyLimit?: number;
  replies: Readonly<Record<number, Reply>>;
  handle(call: Call<z.output<Q>, z.output<B>>): Promise<void> | void;
}

/** Browsers of other sites: `web` for the widget's routes, `codec` for Temporal UI. */
export type Operation = Omit<Definition<z.ZodType, z.ZodType>, 'handle'> & {
  cors?: 'web' | 'codec';
  // biome-ignore lint/suspicious/noExplicitAny: the schemas have checked what `handle` is given
  handle(call: Call<any, any>): Promise<void> | void;
};

/** Ties a handler's types to its schemas. */
export function operation<Q extends z.ZodType, B extends z.ZodType>(
  definition: Definition<Q, B> & { cors?: 'web' | 'codec' },
): Operation {
  return definition;
}

export interface Gate {
  identify(request: Request): Caller;
  /** Throws 429. */
  rateLimit(caller: Caller): void;
}

export function handlerOf(op: Operation, gate: Gate): RequestHandler {
  return async (request, response) => {
    const caller = await callerOf(op, gate, request, response);
    const params = request.params as Record<string, string>;
    for (const [name, value] of Object.entries(params)) check(pathId, value, name);
    const query = op.query ? check(op.query, givenOf(request.query)) : undefined;
    const body = op.body ? check(op.body, await readJsonBody(request, response, op.bodyLimit)) : undefined;
    await op.handle({ request, response, caller, params, query, body });
  };
}

async function callerOf(op: Operation, gate: Gate, request: Request, response: Response): Promise<Caller> {
  if (op.access === 'open') return { kind: 'anyone', id: `from:${request.socket.remoteAddress ?? ''}` };
  const caller = (await op.identify?.(request, response)) ?? gate.identify(request);
  if (caller.kind !== 'anyone') requireRole(caller, op.access.roles, op.access.widget ?? false);
  gate.rateLimit(caller);
  return caller;
}

function check<S extends z.ZodType>(schema: S, value: unknown, root?: string): z.output<S> {
  const parsed = schema.safeParse(value, { error: (issue) => withoutValues(issue) });
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.slice(0, 20).map((issue): FieldError => {
    return { path: pathOf(root ? [root, ...issue.path] : issue.path), message: issue.message };
  });
  throw new Problem(422, 'See errors for the fields', { errors });
}

/** `?mode=&limit=` asks for nothing in particular. */
function givenOf(query: Request['query']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}

/** Zod's own words, except where they would repeat what the client sent. */
function withoutValues(issue: { code?: string | undefined }): string | undefined {
  return issue.code === 'unrecognized_keys' ? 'has unknown keys' : undefined;
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text ? `${text}.${String(part)}` : String(part);
  }, '');
}
