/**
 * `npm run bench:redaction`: messages a second, the delay of messages of 500 characters, and 100 KB of whatever is slow to
 * read (10 KB for the peers), beside the peers that are installed (`--no-peers` without). Figures are of this machine and this moment; the marks are the project's.
 */
import { cpus } from 'node:os';
import { type Row as Line, number, printTable } from '../table';
import { ADVERSARIAL } from './adversarial';
import { readOwnCorpora } from './corpus';
import { installedPeers } from './peers';
import { OURS, type Redactor } from './redactor';
import { delayAt, messagesASecond, timeOf } from './speed';

const LONG = 100_000;
/** Some of the peers would need minutes for the long ones. */
const LONG_FOR_PEERS = 10_000;
const MARKS = { messagesASecond: 20_000, delay: 1, adversarial: 50 };

async function main(): Promise<void> {
  console.log(`${cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`);
  const { peers, missing } = process.argv.includes('--no-peers') ? { peers: [], missing: [] } : installedPeers();
  for (const name of missing) console.log(`${name}: not installed (npm ci --prefix bench/redaction-peers)`);
  for (const redactor of [OURS, ...peers]) printTable(redactor.name, await measure(redactor));
}

async function measure(redactor: Redactor): Promise<Line[]> {
  const corpora = readOwnCorpora();
  const lines: Line[] = [];
  for (const { name, rows } of corpora) {
    const speed = await messagesASecond(redactor, rows);
    const line: Line = { what: `messages a second of processor time, ${name}`, figure: number(speed) };
    lines.push(name === 'dev' ? marked(line, `>= ${MARKS.messagesASecond}`, speed >= MARKS.messagesASecond) : line);
  }
  const texts = ofFiveHundred(
    corpora.flatMap(({ rows }) => rows.flatMap(({ messages }) => messages.map((m) => m.text))),
  );
  for (const p of [0.5, 0.99]) {
    const delay = await delayAt(redactor, texts, p);
    const line = { what: `500 characters, p${100 * p}, ms`, figure: number(delay) };
    lines.push(p === 0.99 ? marked(line, `< ${MARKS.delay}`, delay < MARKS.delay) : line);
  }
  for (const [name, make] of ADVERSARIAL) {
    const length = redactor === OURS ? LONG : LONG_FOR_PEERS;
    const time = await timeOf(redactor, make(length));
    const line = { what: `${length / 1000} KB of ${name}, ms`, figure: number(time) };
    lines.push(redactor === OURS ? marked(line, `< ${MARKS.adversarial}`, time < MARKS.adversarial) : line);
  }
  return lines;
}

function marked(line: Line, goal: string, met: boolean): Line {
  return { ...line, goal, met };
}

/** Messages of the corpus one after the other, cut at 500 characters. */
function ofFiveHundred(messages: readonly string[]): string[] {
  const all = messages.join('. ');
  return Array.from({ length: Math.floor(all.length / 500) }, (_, i) => all.slice(500 * i, 500 * (i + 1)));
}

void main();
