/**
 * `npm run bench:channels`: the promises about channels, counted: races of echoes, forged signatures, payloads nobody
 * foresaw, and how quickly a webhook is read and acknowledged.
 */
import { parseArgs } from 'node:util';
import globalSetUp, { endRun } from '../../test/support/global-set-up';
import { runFolder } from '../../test/support/run-folder';
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

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
