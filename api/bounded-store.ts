/**
 * Puts a deadline on calls to the store: a provider waits two seconds for an answer at most, so a MongoDB that hangs
 * must become a 503 before that.
 */
export class StoreTimeout extends Error {
  override name = 'StoreTimeout';
}

async function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreTimeout(`${what} took longer than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

/** The same room of the store, every promise bounded; `longer` names calls that nobody's webhook waits for. */
export function bounded<T extends object>(room: T, ms: number, longer: Partial<Record<keyof T, number>> = {}): T {
  return new Proxy(room, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const limit = longer[name as keyof T] ?? ms;
      return (...args: unknown[]) => {
        const result: unknown = member.apply(target, args);
        return result instanceof Promise ? within(result, limit, String(name)) : result;
      };
    },
  });
}
