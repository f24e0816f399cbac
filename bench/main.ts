/**
 * `npm run bench`: measures the promises about speed and size and prints them beside their goals. Absolute figures
 * depend on the machine; the ratios to the thin loop, taken in the same minutes, hardly do.
 */
import { acknowledgement } from './measures/acknowledgement';
import { history } from './measures/history';
import { loneTurn } from './measures/lone-turn';
import { mongodbCommands } from './measures/mongodb';
import { startToReady } from './measures/start';
import { throughput } from './measures/throughput';
import { type BenchOptions, type Measure, readOptions, USAGE } from './options';
import { openStage, type Stage } from './stage';
import { machine, printTable, type Row } from './table';

const ON_STAGE: [Measure, string, (stage: Stage, options: BenchOptions) => Promise<Row[]>][] = [
  ['throughput', 'Throughput, 10 ms model', throughput],
  ['latency', 'Latency', loneTurn],
  ['history', 'A long conversation', history],
  ['mongodb', 'Round trips', mongodbCommands],
  ['ack', 'Intake', acknowledgement],
];

async function main(options: BenchOptions): Promise<void> {
  console.log(`${machine()}\n${new Date().toISOString()}`);
  const wanted = ON_STAGE.filter(([name]) => options.only.includes(name));
  if (wanted.length > 0) {
    const stage = await openStage(options.profile);
    const leave = () => void stage.close().then(() => process.exit(130));
    process.once('SIGINT', leave).once('SIGTERM', leave);
    // Whatever goes wrong unheard, the servers do not outlive the run.
    process.once('uncaughtException', (error) => {
      console.error(error);
      stage.close().finally(() => process.exit(1));
    });
    try {
      for (const [, title, measure] of wanted) printTable(title, await measure(stage, options));
    } finally {
      await stage.close();
    }
  }
  if (options.only.includes('start')) printTable('Starting', await startToReady());
}

async function begin(): Promise<void> {
  let options: BenchOptions;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    process.exit(2);
  }
  await main(options);
  process.exit(0);
}

begin().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
