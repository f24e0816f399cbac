/** A key for every role that nobody had before, and the same as `API_KEYS` takes them. */
import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '../../config';

export function roleKeys(): { keys: Record<Role, string>; apiKeys: string } {
  const keys = Object.fromEntries(ROLES.map((role) => [role, `${role}-${randomUUID()}`])) as Record<Role, string>;
  return { keys, apiKeys: ROLES.map((role) => `${role}:${keys[role]}`).join(',') };
}
