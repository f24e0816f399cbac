/**
 * `npm run soak -- --minutes M --idle N --rate R`: steady talk beside conversations that rest, and what that does to
 * memory. Ends with 0 where every message was answered once and API and worker stayed as large as they were.
 */
import { parseArgs } from 'node:util';
import type { Processes } from '../test/support/processes';
import { Witness } from '../test/support/witness';
import { longRun } from './long-run';
import { type SoakOptions, type SoakResult, soak } from './steady-talk';
import { number, printTable, type Row } from './table';

const USAGE = 'npm run soak -- [--minutes 30] [--idle 1000] [--rate 5]';
/** Shorter runs end while the heap still finds its size: their slope says nothing. */
const JUDGED_MINUTES = 20;
const MOST_MB_PER_MINUTE = 1;

function rowsOf({ memory }: SoakResult, { minutes }: SoakOptions): Row[] {
  return memory.map(({ name, firstMb, lastMb, mostMb, mbPerMinute }) => {
    const ours = name === 'api' || name === 'worker';
    const judged = ours && minutes >= JUDGED_MINUTES;
    return {
      what: `${name}, MB more a minute in the second half`,
      figure: number(mbPerMinute),
      ...(judged ? { goal: `< ${MOST_MB_PER_MINUTE}`, met: mbPerMinute < MOST_MB_PER_MINUTE } : {}),
      note: `${number(firstMb)} MB at first, ${number(lastMb)} at last, ${number(mostMb)} at most`,
    };
  });
}

async function talkSteadily(options: SoakOptions, processes: Processes, dataDir: string) {
  const result = await soak({ processes, witness: new Witness(), tell: console.log }, options);
  const rows = rowsOf(result, options);
  printTable(`${options.minutes} min, ${options.rate} messages a second, ${options.idle} at rest`, rows);
  return {
    violations: result.violations,
    met: rows.every(({ met }) => met !== false),
    summary: `${result.messages} messages acknowledged, ${result.woken} of them to conversations at rest`,
    kept: `The servers' data: ${dataDir}`,
    praise: 'Every message was answered once.',
  };
}

function readOptions(argv: readonly string[]): SoakOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      minutes: { type: 'string', default: '30' },
      idle: { type: 'string', default: '1000' },
      rate: { type: 'string', default: '5' },
    },
  });
  const [minutes = 0, idle = 0, rate = 0] = [values.minutes, values.idle, values.rate].map(Number);
  if (!(minutes > 0 && rate > 0 && idle >= 0 && Number.isInteger(idle))) {
    throw new Error('minutes and rate are numbers above 0, idle is a whole number');
  }
  return { minutes, idle, rate };
}

longRun({ name: 'soak', usage: USAGE, readOptions, modelDelayMs: 100, work: talkSteadily });
