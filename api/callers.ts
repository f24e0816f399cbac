/** Who is calling and what he may do. Keys are compared in constant time; a wrong key and no key look the same. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { ApiKey, Role } from '../config';
import { Problem } from './problem';
import type { WebSessions } from './web-session';

export type Caller =
  | { kind: 'key'; id: string; roles: ReadonlySet<Role> }
  | { kind: 'widget'; id: string; conversationId: string }
  /** Proved by a provider's signature, an Origin, or nothing at all on open routes. */
  | { kind: 'anyone'; id: string };

/** What a role includes. `privacy` opens sealed originals and erases: it is granted by name, not even to `admin`. */
const INCLUDES: Record<Role, readonly Role[]> = {
  channel: ['channel'],
  operator: ['operator', 'viewer'],
  viewer: ['viewer'],
  privacy: ['privacy'],
  admin: ['admin', 'channel', 'operator', 'viewer'],
};

export interface Callers {
  /** The caller behind `Authorization: Bearer`; throws 401 without a valid one. */
  identify(request: Request): Caller;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();

export function createCallers(apiKeys: readonly ApiKey[], webSessions: WebSessions): Callers {
  const known = apiKeys.map(({ role, key }) => ({ role, digest: sha256(key) }));

  function byKey(key: string): Caller | null {
    const digest = sha256(key);
    const matches = known.filter((candidate) => timingSafeEqual(candidate.digest, digest));
    if (matches.length === 0) return null;
    const roles = new Set(matches.flatMap(({ role }) => INCLUDES[role]));
    return { kind: 'key', id: `${matches[0]?.role}:${digest.toString('hex').slice(0, 8)}`, roles };
  }

  function byToken(token: string): Caller | null {
    const conversationId = webSessions.read(token);
    return conversationId === null ? null : { kind: 'widget', id: `web:${conversationId}`, conversationId };
  }

  return {
    identify(request) {
      const [, credential] = /^Bearer +([^\s]{1,2000})$/i.exec(request.headers.authorization ?? '') ?? [];
      const caller = credential ? (byToken(credential) ?? byKey(credential)) : null;
      if (caller) return caller;
      throw new Problem(401, 'Send a key as Authorization: Bearer', { headers: { 'WWW-Authenticate': 'Bearer' } });
    },
  };
}

/** Throws 403 unless a key has one of the roles; a widget's token passes only where `widget` says so. */
export function requireRole(caller: Caller, roles: readonly Role[], widget: boolean): void {
  if (caller.kind === 'widget' && widget) return;
  if (caller.kind === 'key' && roles.some((role) => caller.roles.has(role))) return;
  throw new Problem(403, `This needs the role ${roles.join(' or ')}`);
}

/** A widget reaches its own conversation; for every other one it is told what a stranger is told: nothing is here. */
export function requireOwn(caller: Caller, conversationId: string): void {
  if (caller.kind === 'widget' && caller.conversationId !== conversationId) throw notFound();
}

export const notFound = () => new Problem(404, 'There is no such conversation');
