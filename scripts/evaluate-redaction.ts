/**
 * Measures redaction on a corpus of labelled rows: recall by type, category and language, harmless rows damaged, decoys
 * hit, letters and digits leaked, messages a second. `tsx scripts/evaluate-redaction.ts [--misses] [file.jsonl ...]`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { redactConversation } from '../redaction';
import { evaluate, type Row } from '../test/redaction/evaluate';

const CORPUS = join(__dirname, '../test/redaction/corpus');

function main(args: readonly string[]): void {
  const files = args.filter((argument) => !argument.startsWith('--'));
  for (const file of files.length > 0
    ? files
    : ['dev', 'hard', 'general'].map((name) => join(CORPUS, `${name}.jsonl`))) {
    const rows = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => JSON.parse(line) as Row);
    report(file, rows, args.includes('--misses'));
  }
}

function report(file: string, rows: readonly Row[], withMisses: boolean): void {
  const result = evaluate(rows);
  const share = ([hit, of]: readonly [number, number]) =>
    `${((100 * hit) / Math.max(1, of)).toFixed(2)} % (${hit}/${of})`;
  console.log(`\n${file}: ${rows.length} rows`);
  console.log(`covered             ${share(result.all)}`);
  for (const [type, counts] of result.byType) console.log(`  ${type.padEnd(18)}${share(counts)}`);
  console.log(`harmless damaged    ${share(result.harmless)}`);
  console.log(`decoys hit          ${share(result.decoys)}`);
  console.log(`characters leaked   ${share(result.leaked)}`);
  console.log(`by category         ${list(result.byCategory)}`);
  console.log(`by language         ${list(result.byLanguage)}`);
  console.log(`messages a second   ${Math.round(speed(rows)).toLocaleString('en')}`);
  if (withMisses) for (const miss of result.misses) console.log(miss);
}

function list(counts: ReadonlyMap<string, readonly [number, number]>): string {
  return [...counts].map(([name, [hit, of]]) => `${name} ${hit}/${of}`).join(', ');
}

/** Of processor time on one thread, so that a busy machine does not count. Warmed up first. */
function speed(rows: readonly Row[]): number {
  const messages = rows.reduce((sum, row) => sum + row.messages.length, 0);
  const rounds = Math.ceil(20_000 / Math.max(1, messages));
  for (let i = 0; i < 10; i += 1) for (const row of rows) redactConversation(row.messages);
  const started = process.cpuUsage();
  for (let i = 0; i < rounds; i += 1) for (const row of rows) redactConversation(row.messages);
  const { user, system } = process.cpuUsage(started);
  return (rounds * messages * 1_000_000) / (user + system);
}

main(process.argv.slice(2));
