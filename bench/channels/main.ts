/**
 * `npm run bench:channels`: the promises about channels, counted: races of echoes, forged signatures, payloads nobody
 * foresaw, and how quickly a webhook is read and acknowledged.
 */
import { parseArgs } from 'node:util';
import globalSetUp, { endRun } from '../../test/support/global-set-up';
import { runFolder } from '../../test/support/run-folder';
import { randomNumbers } from '../random';
import { machine, printTable, type Row } from '../table';
import { acknowledgement } from './acknowledgement';
import { echoRaces } from './echo-races';
import { forgedSignatures, readingTime } from './signatures';
import { strangePayloads } from './strange-payloads';

const MEASURES = ['races', 'signatures', 'payloads', 'ack'] as const;
const USAGE = `npm run bench:channels -- [--only ${MEASURES.join(',')}] [--seeds 500] [--seed 1]`;
const FORGERIES = 10_000;
const PAYLOADS = 50_000;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: MEASURES.join(',') },
      seeds: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
    },
  });
  const seeds = Number(values.seeds);
  const random = randomNumbers(Number(values.seed));
  const wanted = values.only.split(',');
  if (!(seeds > 0) || !wanted.every((name) => (MEASURES as readonly string[]).includes(name))) {
    console.error(USAGE);
    process.exit(2);
  }
  console.log(`${machine()}\n${new Date().toISOString()}`);
  const measures: Record<(typeof MEASURES)[number], () => Promise<Row[]> | Row[]> = {
    signatures: () => [...forgedSignatures(FORGERIES, random), ...readingTime()],
    payloads: () => strangePayloads(PAYLOADS, random),
    ack: () => acknowledgement(),
    races: () => echoRaces(seeds, random),
  };
  await globalSetUp();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void endRun(runFolder()).then(() => process.exit(130)));
  }
  let met = true;
  try {
    for (const name of MEASURES.filter((one) => wanted.includes(one))) {
      const rows = await measures[name]();
      printTable(name, rows);
      met &&= rows.every((row) => row.met !== false);
    }
  } finally {
    await endRun(runFolder());
  }
  process.exit(met ? 0 : 1);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
