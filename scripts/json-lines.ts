/**
 * What the filters share: JSON lines from standard input, one result line each in the same order. A line that can not
 * be read is named by its number on standard error, the others go on, and the exit code says so at the end.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** `concurrency` lines are worked on at once. `parse` throws with a sentence that quotes nothing of the line. */
export async function filterJsonLines<Input>(
  parse: (value: unknown) => Input,
  work: (input: Input) => object | Promise<object>,
  { concurrency = 1 }: { concurrency?: number } = {},
): Promise<void> {
  const pending: Promise<void>[] = [];
  let written: Promise<void> = Promise.resolve();
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const result = handle(line, number, parse, work);
    written = written.then(async () => write(await result));
    pending.push(written);
    if (pending.length >= concurrency) await pending.shift();
  }
  await written;
}

async function handle<Input>(
  line: string,
  number: number,
  parse: (value: unknown) => Input,
  work: (input: Input) => object | Promise<object>,
): Promise<object | null> {
  try {
    return await work(parse(readJson(line)));
  } catch (error) {
    process.stderr.write(`line ${number}: ${error instanceof Error ? error.message : 'could not be read'}\n`);
    process.exitCode = 1;
    return null;
  }
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error('expected one JSON object');
  }
}

async function write(result: object | null): Promise<void> {
  if (result && !process.stdout.write(`${JSON.stringify(result)}\n`)) await once(process.stdout, 'drain');
}

/** What zod found wrong, without the values. */
export function shapeError(error: { issues: readonly { path: PropertyKey[]; message: string }[] }): Error {
  const [issue] = error.issues;
  return new Error(`${issue?.path.join('.') || 'line'}: ${issue?.message ?? 'has the wrong shape'}`);
}
