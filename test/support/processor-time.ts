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

/** How much longer ten times as much takes: about 10 where time grows with length, 100 where it grows with its square. */
export function growth(work: (length: number) => unknown, from: number): number {
  work(from);
  const longer = processorMs(() => work(10 * from));
  // The floor keeps the timer's noise out.
  return (
    longer /
    Math.max(
      2,
      processorMs(() => work(from)),
    )
  );
}

export const LINEAR = 35;
