/** Resident memory of processes over time, and how fast it grows once they have warmed up. */
import { rssBytes } from './process-cost';
import { slope } from './statistics';

const MB = 2 ** 20;
/** Until then code is compiled, caches fill and the heap finds its size. */
const WARM_SHARE = 1 / 2;

export interface MemoryUse {
  name: string;
  firstMb: number;
  lastMb: number;
  /** Over the second half; NaN of fewer than three samples there. */
  mbPerMinute: number;
}

/** Samples until `stop` is called. */
export function watchMemory(pids: Record<string, number>, everyMs: number): { stop(): MemoryUse[] } {
  const names = Object.keys(pids);
  const samples = new Map<string, { x: number; y: number }[]>(names.map((name) => [name, []]));
  const startedAt = performance.now();
  const look = () => {
    const x = (performance.now() - startedAt) / 60_000;
    for (const name of names) samples.get(name)?.push({ x, y: rssBytes(pids[name] ?? 0) / MB });
  };
  look();
  const timer = setInterval(look, everyMs);
  return {
    stop() {
      clearInterval(timer);
      look();
      return names.map((name) => useOf(name, samples.get(name) ?? []));
    },
  };
}

export function useOf(name: string, samples: readonly { x: number; y: number }[]): MemoryUse {
  const end = samples.at(-1)?.x ?? 0;
  const warm = samples.filter(({ x }) => x >= end * WARM_SHARE);
  return {
    name,
    firstMb: samples[0]?.y ?? Number.NaN,
    lastMb: samples.at(-1)?.y ?? Number.NaN,
    mbPerMinute: warm.length < 3 ? Number.NaN : slope(warm),
  };
}
