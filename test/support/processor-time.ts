/** Processor time of a piece of work, for tests of growth: a busy machine does not count. */
export function processorMs(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i += 1) {
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

export const LINEAR = 35;
const LOOKS = 5;

/**
 * How much longer ten times as much takes: about 10 where time grows with length, 100 where it grows with its square.
 * Neighbours on the processor's caches can spoil a look, never improve it: one that looks linear is believed.
 */
export function growth(work: (length: number) => unknown, from: number): number {
  work(from);
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < LOOKS && least >= LINEAR; look += 1) {
    const longer = processorMs(() => work(10 * from));
    const shorter = processorMs(() => work(from));
    // The floor keeps the timer's noise out.
    least = Math.min(least, longer / Math.max(2, shorter));
  }
  return least;
}
