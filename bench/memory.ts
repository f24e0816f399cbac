/** Resident memory of processes over time, and how fast it grows once they have warmed up. */
import { rssBytes } from './process-cost';
import { slope } from './statistics';

const MB = 2 ** 20;
/** Until then code is compiled, caches fill and the heap finds its size. */
const WARM_SHARE = 1 / 2;
/**
 * A collector lets memory rise and fall by a third within minutes. What a process cannot give back shows in the lowest
 * sample of each of so many spans.
 */
const SPANS = 10;

export interface MemoryUse {
  name: string;
  firstMb: number;
  lastMb: number;
  mostMb: number;
  /** Growth of the lowest samples over the second half; NaN of fewer than three samples there. */
  mbPerMinute: number;
}

interface Sample {
  /** Minutes. */
  x: number;
  /** MB. */
  y: number;
}

/** Samples until `stop` is called. */
export function watchMemory(pids: Record<string, number>, everyMs: number): { stop(): MemoryUse[] } {
  const names = Object.keys(pids);
  const samples = new Map<string, Sample[]>(names.map((name) => [name, []]));
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

export function useOf(name: string, samples: readonly Sample[]): MemoryUse {
  const end = samples.at(-1)?.x ?? 0;
  const lowest = lowestOf(samples.filter(({ x }) => x >= end * WARM_SHARE));
  return {
    name,
    firstMb: samples[0]?.y ?? Number.NaN,
    lastMb: samples.at(-1)?.y ?? Number.NaN,
    mostMb: Math.max(...samples.map(({ y }) => y)),
    mbPerMinute: lowest.length < 3 ? Number.NaN : slope(lowest),
  };
}

/** The lowest sample of each span, oldest first. */
function lowestOf(samples: readonly Sample[]): Sample[] {
  const size = Math.ceil(samples.length / SPANS);
  return Array.from({ length: Math.ceil(samples.length / size) || 0 }, (_, span) =>
    samples.slice(span * size, (span + 1) * size).reduce((low, one) => (one.y < low.y ? one : low)),
  );
}
