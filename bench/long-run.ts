/** The frame of `npm run chaos` and `npm run soak`: options or how to give them, all processes, and an end to both. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Processes, startProcesses } from '../test/support/processes';

interface LongRun<Options> {
  name: string;
  usage: string;
  /** Throws in words where an option is none. */
  readOptions(argv: readonly string[]): Options;
  modelDelayMs?: number;
  work(options: Options, processes: Processes, dataDir: string): Promise<Outcome>;
}

interface Outcome {
  violations: readonly string[];
  /** False where something else than a promise was missed. */
  met?: boolean;
  /** Said with the violations: where to look. */
  kept: string;
  summary: string;
  /** Said where there is no violation. */
  praise: string;
}

/** Ends the program: with 0 where every promise was kept, else with 1, with 2 for options it can not read. */
export function longRun<Options>(run: LongRun<Options>): void {
  begin(run).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : 'the run broke off');
    process.exit(1);
  });
}

async function begin<Options>(run: LongRun<Options>): Promise<void> {
  let options: Options;
  try {
    options = run.readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${run.usage}`);
    process.exit(2);
  }
  const dataDir = mkdtempSync(join(tmpdir(), `baton-${run.name}-`));
  const { modelDelayMs } = run;
  const processes = await startProcesses({ dataDir, ...(modelDelayMs !== undefined && { modelDelayMs }) });
  const leave = () => void processes.close().then(() => process.exit(130));
  process.once('SIGINT', leave).once('SIGTERM', leave);
  let ok = false;
  try {
    const { violations, met = true, kept, summary, praise } = await run.work(options, processes, dataDir);
    for (const line of violations) console.log(`  ${line}`);
    console.log(summary);
    if (violations.length === 0) rmSync(dataDir, { recursive: true, force: true });
    else console.log(kept);
    console.log(violations.length === 0 ? praise : `${violations.length} promises were broken.`);
    ok = violations.length === 0 && met;
  } finally {
    await processes.close();
  }
  process.exit(ok ? 0 : 1);
}
