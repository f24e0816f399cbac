/**
 * Turns a request's bytes into JSON, strictly: bounded, never inflated, real UTF-8, shallow, without lone surrogates.
 * What `JSON.parse` and Express let through silently (faults.md 3.5) is refused here, once, for every route.
 */
import express, { type Request, type Response } from 'express';
import { Problem } from './problem';

const BODY_LIMIT = 256 * 1024;
const MAX_DEPTH = 32;

type RawReader = ReturnType<typeof express.raw>;
const readers = new Map<number, RawReader>();

function readerFor(limit: number): RawReader {
  const reader = readers.get(limit) ?? express.raw({ type: () => true, limit, inflate: false });
  readers.set(limit, reader);
  return reader;
}

/** The bytes as they came; an absent body is empty. Read once, then remembered on the request. */
export async function readRawBody(request: Request, response: Response, limit = BODY_LIMIT): Promise<Buffer> {
  if (!Buffer.isBuffer(request.body)) {
    await new Promise<void>((resolve, reject) => {
      readerFor(limit)(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
    });
    if (!Buffer.isBuffer(request.body)) request.body = Buffer.alloc(0);
  }
  return request.body;
}

export async function readJsonBody(request: Request, response: Response, limit = BODY_LIMIT): Promise<unknown> {
  requireJson(request.headers['content-type']);
  return parseJson(await readRawBody(request, response, limit));
}

function requireJson(contentType: string | undefined): void {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  if (type.trim() === 'application/json' && (!charset || /^charset="?utf-8"?$/.test(charset))) return;
  throw new Problem(415, 'Send application/json in UTF-8');
}

export function parseJson(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(400, 'The body is not valid UTF-8');
  }
  if (isDeeperThan(text, MAX_DEPTH)) throw new Problem(400, `The body is nested deeper than ${MAX_DEPTH} levels`);
  try {
    return wellFormed(JSON.parse(text));
  } catch {
    throw new Problem(400, 'The body is not valid JSON');
  }
}

/** Scans before parsing: a deep value parses, but whatever walks it later overflows the stack. */
function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (inString) {
      if (character === '\\') i++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') {
      if (++depth > limit) return true;
    } else if (character === ']' || character === '}') depth--;
  }
  return false;
}

/** A lone surrogate cannot be stored as UTF-8: it becomes U+FFFD here, so that every later reader sees the same text. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\ufffd');
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, wellFormed(member)]));
}
