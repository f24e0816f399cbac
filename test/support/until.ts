/** Waiting for what other processes do: asks again until it is there, and says in the end what never came. */
import { setTimeout as pause } from 'node:timers/promises';

type Nothing = false | null | undefined | 0 | '';

export async function until<T>(
  what: string,
  look: () => T | Nothing | Promise<T | Nothing>,
  ms = 30_000,
): Promise<Exclude<T, Nothing>> {
  for (const end = Date.now() + ms; Date.now() < end; await pause(30)) {
    const found = await look();
    if (found) return found as Exclude<T, Nothing>;
  }
  throw new Error(`not within ${ms} ms: ${what}`);
}
