/**
 * Keeps a dead model from being stormed: after five failures within half a minute calls fail at once for a few
 * seconds, then one is let through to see. One breaker per process and model.
 */
import { ApplicationFailure } from '@temporalio/common';

const FAILURES = 5;
const WINDOW_MS = 30_000;
const OPEN_MS = 4000;

export class Breaker {
  private failures: number[] = [];
  private openUntil = 0;
  private probing = false;

  constructor(private readonly now: () => number = Date.now) {}

  async run<T>(call: () => Promise<T>): Promise<T> {
    const probe = this.enter();
    try {
      const result = await call();
      this.failures = [];
      this.openUntil = 0;
      return result;
    } catch (error) {
      if (isOutage(error)) this.count();
      throw error;
    } finally {
      if (probe) this.probing = false;
    }
  }

  /** True for the one call that tries an open breaker. */
  private enter(): boolean {
    if (this.openUntil === 0) return false;
    const wait = this.openUntil - this.now();
    if (wait > 0 || this.probing) {
      throw ApplicationFailure.create({
        message: 'the model failed several times just now: not asked again yet',
        type: 'ModelUnavailable',
        details: ['resting'],
        nextRetryDelay: Math.max(wait, 500),
      });
    }
    this.probing = true;
    return true;
  }

  private count(): void {
    const now = this.now();
    this.failures = [...this.failures.filter((at) => now - at < WINDOW_MS), now];
    if (this.failures.length >= FAILURES) this.openUntil = now + OPEN_MS;
  }
}

function isOutage(error: unknown): boolean {
  return error instanceof ApplicationFailure && (error.type === 'ModelUnavailable' || error.type === 'ModelTimeout');
}
