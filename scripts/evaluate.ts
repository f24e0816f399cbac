/**
 * `npm run evaluate -- [--public DIR] [--embedder none|english|multilingual]`: how well Baton answers and when it calls
 * a person, on the project's own questions and dialogues, and on the public sets where somebody has saved them.
 */
import { parseArgs } from 'node:util';
import type { Family } from '../activities/llm/retrieval/confidence';
import { evaluateAnswers } from './evaluate-answers';
import { evaluateSignals, table } from './evaluate-signals';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { public: { type: 'string' }, embedder: { type: 'string', multiple: true } },
  });
  const families = values.embedder as Family[] | undefined;
  const write = (line: string) => process.stdout.write(`${line}\n`);
  write('Answers\n');
  await evaluateAnswers({ publicSets: values.public, ...(families && { families }) }, write);
  write('\nSignals\n');
  for (const report of await evaluateSignals({ publicSets: values.public })) write(`${table(report)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
