/**
 * Measures redaction on labelled rows: recall and precision by type, by category and by language, harmless rows damaged,
 * decoys hit, letters and digits leaked, messages a second; on the project's corpus, on public sets where there are any
 * (`--public DIR`), and beside the peers that are installed. Options: `--misses` lists every
 * miss, `--no-peers`, `--presidio FILE`, `--texts` writes every text for `bench/redaction/presidio.py`; other arguments
 * are files of rows.
 */
import { type Corpus, readCorpus, readOwnCorpora } from '../bench/redaction/corpus';
import { installedPeers, presidioFrom } from '../bench/redaction/peers';
import { type PublicSet, readPublicSets } from '../bench/redaction/public-sets';
import { OURS, type Redactor } from '../bench/redaction/redactor';
import { reportOurs, reportPeers, reportPublic } from '../bench/redaction/report';

async function main(args: readonly string[]): Promise<void> {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const publicFolder = option('--public');
  const presidio = option('--presidio');
  const files = args.filter(
    (argument) => !argument.startsWith('--') && argument !== publicFolder && argument !== presidio,
  );
  const corpora = files.length > 0 ? files.map(readCorpus) : readOwnCorpora();
  const sets = publicFolder && files.length === 0 ? readPublicSets(publicFolder) : [];
  if (args.includes('--texts')) return writeTexts([...corpora, ...sets]);
  for (const corpus of corpora) await reportOurs(corpus, args.includes('--misses'));
  if (files.length > 0) return;
  for (const set of sets) await reportPublic(set, args.includes('--misses'));
  if (sets.length === 0) console.log('\npublic sets: none read (--public DIR)');
  if (!args.includes('--no-peers')) await comparePeers(corpora, sets, presidioFrom(presidio));
}

async function comparePeers(corpora: readonly Corpus[], sets: readonly PublicSet[], presidio: readonly Redactor[]) {
  const { peers, missing } = installedPeers();
  for (const name of missing) console.log(`\n${name}: not installed (npm ci --prefix bench/redaction-peers)`);
  if (presidio.length === 0) console.log('Presidio: not run (bench/redaction/presidio.py, then --presidio FILE)');
  const everyone = [OURS, ...peers, ...presidio];
  for (const corpus of [...corpora, ...sets]) await reportPeers(corpus, everyone);
}

function writeTexts(corpora: readonly { rows: Corpus['rows'] }[]): void {
  const texts = corpora.flatMap(({ rows }) => rows.flatMap(({ messages }) => messages.map(({ text }) => text)));
  for (const text of new Set(texts)) process.stdout.write(`${JSON.stringify(text)}\n`);
}

void main(process.argv.slice(2));
