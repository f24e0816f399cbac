/**
 * What went wrong, as RFC 9457 problem details. Types are stable URNs that programs may compare; neither detail nor
 * errors ever quote what the client sent.
 */
import type { ErrorRequestHandler, Response } from 'express';
import type { Log } from '../log';
import { ConversationIdTaken, StoreUnavailable } from '../store';
import { StoreTimeout } from './bounded-store';

const TITLES: Record<number, [slug: string, title: string]> = {
  400: ['malformed', 'The request cannot be read'],
  401: ['unauthorized', 'A valid key is needed'],
  403: ['forbidden', 'This key may not do that'],
  404: ['not-found', 'There is nothing here'],
  405: ['method-not-allowed', 'This address does not take that method'],
  409: ['conflict', 'The id is taken'],
  413: ['too-large', 'The body is too large'],
  415: ['unsupported-media-type', 'This content type is not understood'],
  422: ['invalid', 'A field is missing or wrong'],
  429: ['too-many-requests', 'Too many requests'],
  500: ['internal', 'Something failed on our side'],
  502: ['provider', 'The provider did not answer as it should'],
  503: ['unavailable', 'The request could not be stored; try again'],
};

export interface FieldError {
  /** Where in the body, query or path: `from.id`, `attachments[0].kind`. */
  path: string;
  message: string;
}

export class Problem extends Error {
  override name = 'Problem';
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly more: { errors?: FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(detail);
  }
}

function sendProblem(response: Response, problem: Problem): void {
  const [slug, title] = TITLES[problem.status] ?? ['error', 'The request failed'];
  const { errors, headers } = problem.more;
  response
    .status(problem.status)
    .set(headers ?? {})
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:baton:problem:${slug}`,
        title,
        status: problem.status,
        detail: problem.detail,
        ...(errors && { errors }),
      }),
    );
}

/** MongoDB is away, hangs or refuses: what was asked is not stored, so the client tries again. */
function isStoreFailure(error: unknown): error is Error {
  if (error instanceof StoreTimeout || error instanceof StoreUnavailable) return true;
  return error instanceof Error && /^Mongo/.test(error.name);
}

/** What Express and its body reader throw for requests they cannot take. */
function fromHttpError(error: { status?: unknown; type?: unknown }): Problem | null {
  if (error.status === 404) return new Problem(404, 'There is no such address');
  if (error.status === 413) return new Problem(413, 'The body may have 256 KiB');
  if (error.status === 415) return new Problem(415, 'Send the body without compression');
  const clientError = typeof error.status === 'number' && error.status >= 400 && error.status < 500;
  return clientError ? new Problem(400, 'The request is malformed or was cut off') : null;
}

function problemOf(error: unknown, log: Log): Problem {
  if (error instanceof Problem) return error;
  if (isStoreFailure(error)) {
    log.warn({ failure: error.name }, 'the store did not answer');
    return new Problem(503, 'The store does not answer', { headers: { 'Retry-After': '2' } });
  }
  if (error instanceof ConversationIdTaken) return new Problem(409, 'This id belongs to a conversation elsewhere');
  const known = typeof error === 'object' && error !== null ? fromHttpError(error) : null;
  if (known) return known;
  log.error({ err: error }, 'a request failed');
  return new Problem(500, 'The failure is in our log');
}

export function problemHandler(log: Log): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    if (response.destroyed) return;
    const problem = problemOf(error, log);
    if (response.headersSent) response.destroy();
    else sendProblem(response, problem);
  };
}
