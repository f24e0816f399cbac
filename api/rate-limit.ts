/** Token buckets in memory: so many requests a second for each key, each conversation. Bounded however many ids come. */
import { Problem } from './problem';

const MOST_BUCKETS = 20_000;

interface Bucket {
  tokens: number;
  at: number;
}

/** Takes one token of `id`, or throws a 429 that says when to come back. */
export type RateLimit = (id: string) => void;

export function createRateLimit(perSecond: number, now: () => number = Date.now): RateLimit {
  const buckets = new Map<string, Bucket>();

  const refilled = (bucket: Bucket, at: number) =>
    Math.min(perSecond, bucket.tokens + ((at - bucket.at) / 1000) * perSecond);

  /** The oldest go first: a bucket untouched for a second is full and says nothing. */
  function makeRoom(): void {
    for (const id of buckets.keys()) {
      if (buckets.size < MOST_BUCKETS) return;
      buckets.delete(id);
    }
  }

  return (id) => {
    const at = now();
    const known = buckets.get(id);
    const tokens = known ? refilled(known, at) : perSecond;
    buckets.delete(id);
    makeRoom();
    buckets.set(id, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
    if (tokens >= 1) return;
    const seconds = Math.max(1, Math.ceil((1 - tokens) / perSecond));
    throw new Problem(429, `At most ${perSecond} a second`, { headers: { 'Retry-After': String(seconds) } });
  };
}
