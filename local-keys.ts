/**
 * The keys of a local installation: made once, kept in `DATA_DIR/keys.json`, readable by the owner only. Two processes
 * that start at the same instant end with the same keys; a file that cannot be read is never replaced, because
 * whatever its master key sealed would be lost.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ApiKey, MasterKey } from './config-keys';

const keysFile = z.object({
  apiKeys: z.strictObject({
    channel: z.string().min(16),
    operator: z.string().min(16),
    viewer: z.string().min(16),
    privacy: z.string().min(16),
    admin: z.string().min(16),
  }),
  masterKeys: z
    .array(
      z.object({ id: z.string().min(1), key: z.base64().refine((text) => Buffer.from(text, 'base64').length === 32) }),
    )
    .min(1),
});
type KeysFile = z.infer<typeof keysFile>;

export class LocalKeysError extends Error {
  override name = 'LocalKeysError';
}

export function localKeys(dataDir: string): { apiKeys: ApiKey[]; masterKeys: MasterKey[] } {
  const path = join(dataDir, 'keys.json');
  const keys = read(path) ?? create(path, dataDir);
  return {
    apiKeys: Object.entries(keys.apiKeys).map(([role, key]) => ({ role: role as ApiKey['role'], key })),
    masterKeys: keys.masterKeys.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64') })),
  };
}

function read(path: string): KeysFile | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new LocalKeysError(
      `Cannot read ${path} (${(error as NodeJS.ErrnoException).code}). Make it readable for this user.`,
    );
  }
  const parsed = keysFile.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new LocalKeysError(
    `${path} is damaged. Restore it from a backup: messages sealed with its master key cannot be opened without it. ` +
      'If nothing in this data folder is needed, delete the folder and start again.',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The file appears complete or not at all: a private file is written first and linked to the name, which only one process can. */
function create(path: string, dataDir: string): KeysFile {
  const fresh = () => randomBytes(24).toString('base64url');
  const keys: KeysFile = {
    apiKeys: { channel: fresh(), operator: fresh(), viewer: fresh(), privacy: fresh(), admin: fresh() },
    masterKeys: [{ id: 'local-1', key: randomBytes(32).toString('base64') }],
  };
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
    chmodSync(draft, 0o600);
    linkSync(draft, path);
    return keys;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const winner = code === 'EEXIST' ? read(path) : undefined;
    if (winner) return winner;
    throw new LocalKeysError(`Cannot write ${path} (${code}). Make DATA_DIR a folder that this user can write to.`);
  } finally {
    rmSync(draft, { force: true });
  }
}
