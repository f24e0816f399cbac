/** What the command line asks for. Unknown words end the run with the list of what there is. */
import { parseArgs } from 'node:util';

export const MEASURES = ['throughput', 'latency', 'history', 'mongodb', 'ack', 'start'] as const;
export type Measure = (typeof MEASURES)[number];

export interface BenchOptions {
  only: readonly Measure[];
  /** Up to the 1,000th turn of one conversation instead of the 200th. */
  long: boolean;
  /** Seconds of one counted stretch, and how often every stretch is repeated. */
  seconds: number;
  rounds: number;
  /** Conversations at once. */
  conversations: readonly number[];
  /** Folder for V8 CPU profiles of API and worker, or null. */
  profile: string | null;
}

export const USAGE = `npm run bench -- [--only ${MEASURES.join(',')}] [--long] [--seconds 6] [--rounds 3]
                 [--conversations 1,16,64] [--profile FOLDER]`;

export function readOptions(argv: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string', default: MEASURES.join(',') },
      long: { type: 'boolean', default: false },
      seconds: { type: 'string', default: '6' },
      rounds: { type: 'string', default: '3' },
      conversations: { type: 'string', default: '1,16,64' },
      profile: { type: 'string' },
    },
  });
  const only = values.only.split(',') as Measure[];
  const unknown = only.filter((name) => !MEASURES.includes(name));
  if (unknown.length > 0)
    throw new Error(`there is no measure ${unknown.join(', ')}; there are ${MEASURES.join(', ')}`);
  const [seconds = 0, rounds = 0, ...conversations] = [
    values.seconds,
    values.rounds,
    ...values.conversations.split(','),
  ].map(Number);
  if (![seconds, rounds, ...conversations].every((value) => value > 0)) throw new Error('give numbers above 0');
  return { only, long: values.long, seconds, rounds, conversations, profile: values.profile ?? null };
}
