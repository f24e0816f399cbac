/**
 * The keys above all others. They wrap data keys and the look-up key, and Temporal's payload keys derive from them;
 * nothing is encrypted with them directly, and every wrap names its key, so several can be valid at once (rotation).
 */
import { hkdfSync, randomBytes } from 'node:crypto';
import { seal, unseal } from './seal';

export type MasterKeyOptions =
  | { current: string; keys: ReadonlyMap<string, Buffer> }
  | readonly { id: string; key: Buffer }[];

/** A key as it stands in the database: which master key wrapped it, and the wrapped bytes. */
export interface WrappedKey {
  by: string;
  wrapped: Uint8Array;
}

export interface MasterKeys {
  readonly current: string;
  wrap(plain: Buffer, place: readonly string[]): WrappedKey;
  /** Throws with the missing id where the master key that wrapped it is not configured any more. */
  unwrap(key: WrappedKey, place: readonly string[]): Buffer;
  readonly payloadKeys: { current: string; keys: ReadonlyMap<string, Buffer> };
}

/** In a list the first key is the current one. Keys are 32 bytes or more; ids are unique. */
export function masterKeys(options: MasterKeyOptions): MasterKeys {
  const entries = 'current' in options ? [...options.keys] : options.map(({ id, key }) => [id, key] as const);
  const current = 'current' in options ? options.current : entries[0]?.[0];
  if (current === undefined || !entries.some(([id]) => id === current))
    throw new Error('MASTER_KEYS has no current key');
  const derive = (purpose: string) =>
    new Map(
      entries.map(([id, key]) => [id, Buffer.from(hkdfSync('sha256', key, '', `baton/${purpose}`, 32))] as const),
    );
  for (const [id, key] of entries) if (key.length < 32) throw new Error(`Master key ${id} is shorter than 32 bytes`);
  const wrapping = derive('wrap');
  const wrappingKey = (id: string) => {
    const key = wrapping.get(id);
    if (!key) throw new Error(`Master key ${id} is not configured: add it to MASTER_KEYS until keys are re-wrapped`);
    return key;
  };
  return {
    current,
    wrap: (plain, place) => ({ by: current, wrapped: seal(wrappingKey(current), plain, place) }),
    unwrap: ({ by, wrapped }, place) => unseal(wrappingKey(by), wrapped, place),
    payloadKeys: { current, keys: derive('temporal-payload') },
  };
}

/** Thirty-two random bytes: a data key or a look-up key. */
export function freshKey(): Buffer {
  return randomBytes(32);
}
