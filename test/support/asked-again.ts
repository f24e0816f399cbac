/** What a store that stalls for a moment refuses is asked again: as every provider does, and every client should. */
import { setTimeout as pause } from 'node:timers/promises';

const ATTEMPTS = 20;
const BETWEEN_MS = 500;

/** Resolves with the first answer that is no 503, or with the last one. */
export async function askedAgain<T extends { status: number }>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask();
    if (answer.status !== 503 || attempt === ATTEMPTS) return answer;
    await pause(BETWEEN_MS);
  }
}
