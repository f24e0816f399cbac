/** What `npm run evaluate:redaction` prints: ours in full, public sets with their marks, and everyone side by side. */
import { type Count, type Evaluation, evaluate, type Found, type Row } from '../../test/redaction/evaluate';
import type { Corpus } from './corpus';
import type { PublicSet } from './public-sets';
import { OURS, type Redactor } from './redactor';
import { messagesASecond } from './speed';

export async function reportOurs({ name, rows }: Corpus, withMisses: boolean): Promise<void> {
  const result = evaluate(rows);
  console.log(`\n${name}: ${rows.length} rows`);
  console.log(`covered             ${share(result.all)}`);
  for (const [type, counts] of result.byType) {
    console.log(`  ${type.padEnd(18)}recall ${share(counts)}, precision ${share(result.precision.get(type))}`);
  }
  console.log(`harmless damaged    ${share(result.harmless)}`);
  console.log(`decoys hit          ${share(result.decoys)}`);
  console.log(`characters leaked   ${share(result.leaked)}`);
  console.log(`by category         ${list(result.byCategory)}`);
  console.log(`by language         ${list(result.byLanguage)}`);
  console.log(`messages a second   ${Math.round(await messagesASecond(OURS, rows)).toLocaleString('en')}`);
  if (withMisses) for (const miss of result.misses) console.log(miss);
}

export async function reportPublic({ name, rows, mayDamage, cards }: PublicSet, withMisses: boolean): Promise<void> {
  const result = evaluate(rows);
  const [damaged, harmless] = result.harmless;
  const staticPins = result.misses.filter((miss) => miss.startsWith('damaged') && miss.includes(' SECURITY_CODE '));
  const goal = damaged <= mayDamage ? 'met' : 'MISSED';
  const ofPins = staticPins.length > 0 ? `, ${staticPins.length} of them by a static PIN` : '';
  console.log(`\n${name}: ${damaged} of ${harmless} harmless rows damaged${ofPins} (at most ${mayDamage}: ${goal})`);
  for (const [type, counts] of result.byType) {
    const mark =
      type === 'PAYMENT_CARD' && cards ? ` (at least ${cards}: ${ratio(counts) >= cards ? 'met' : 'MISSED'})` : '';
    console.log(`  ${type.padEnd(18)}${share(counts)}${mark}`);
  }
  if (withMisses) for (const miss of result.misses) console.log(miss);
}

/** Everyone on the same rows in the same run. A peer that names a type otherwise is judged by the ranges alone. */
export async function reportPeers(
  { name, rows }: { name: string; rows: readonly Row[] },
  redactors: readonly Redactor[],
) {
  console.log(`\n${name}: ${rows.length} rows`);
  console.log(`${'tool'.padEnd(36)}${HEADINGS.map((heading) => heading.padStart(14)).join('')}`);
  for (const redactor of redactors) {
    const found = new Map<Row['messages'], readonly Found[]>();
    for (const row of rows) found.set(row.messages, await redactor.find(row.messages));
    const result = evaluate(rows, (messages) => found.get(messages) ?? []);
    const speed = await messagesASecond(redactor, rows);
    console.log(
      `${redactor.name.padEnd(36)}${figures(result, speed)
        .map((figure) => figure.padStart(14))
        .join('')}`,
    );
  }
}

const HEADINGS = ['government id', 'card', 'passcode', 'all', 'harmless hit', 'decoys hit', 'leaked', 'messages/s'];

function figures(result: Evaluation, speed: number): string[] {
  const recall = (type: string) => {
    const count = result.byType.get(type);
    return count ? ratio(count).toFixed(3) : '-';
  };
  return [
    recall('GOVERNMENT_ID'),
    recall('PAYMENT_CARD'),
    recall('ONE_TIME_PASSCODE'),
    result.all[1] > 0 ? ratio(result.all).toFixed(3) : '-',
    result.harmless.join('/'),
    result.decoys.join('/'),
    result.leaked[1] > 0 ? `${(100 * ratio(result.leaked)).toFixed(1)} %` : '-',
    Math.round(speed).toLocaleString('en'),
  ];
}

function ratio([hit, of]: Count): number {
  return hit / Math.max(1, of);
}

function share(count: Count = [0, 0]): string {
  return `${(100 * ratio(count)).toFixed(2)} % (${count[0]}/${count[1]})`;
}

function list(counts: ReadonlyMap<string, Count>): string {
  return [...counts].map(([name, [hit, of]]) => `${name} ${hit}/${of}`).join(', ');
}
