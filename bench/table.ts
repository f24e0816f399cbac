/** The result as people read it: one row a figure, its goal and whether it was met beside it. */
import { cpus, platform, release, totalmem } from 'node:os';

export interface Row {
  what: string;
  figure: string;
  goal?: string;
  met?: boolean;
  note?: string;
}

export function machine(): string {
  const [first] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${first?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ${gigabytes} GB, ${platform()} ${release()}, Node ${process.version}`;
}

export function printTable(title: string, rows: readonly Row[]): void {
  const cells = rows.map(({ what, figure, goal = '', met, note = '' }) => [
    what,
    figure,
    goal,
    met === undefined ? '' : met ? 'met' : 'MISSED',
    note,
  ]);
  const all = [['', 'measured', 'goal', '', ''], ...cells];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  console.log(`\n${title}`);
  for (const row of all) {
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
  }
}

/** At most so many digits that mean something. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '-';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
