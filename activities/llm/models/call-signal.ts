/**
 * The abort signal of the model call under way, for the libraries that do not hand it to their request: without it a
 * cancelled draft would leave its socket open and the provider writing.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<AbortSignal>();

/** Runs `call` so that `callSignal` is `signal` in it; rejects at once when it aborts, whatever the library does. */
export async function underSignal<T>(signal: AbortSignal, call: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([current.run(signal, call), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

export const callSignal = (): AbortSignal | undefined => current.getStore();
