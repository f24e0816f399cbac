/** What becomes of a quote: a row is named, words from elsewhere are cleaned, and what is hidden stays hidden. */
import type { ActivityDeps } from '../../activities/deps';
import { excerptOf, quotedIn, quoteOf } from '../../activities/quoted';
import type { CleanText, TranscriptMessage } from '../../domain/message';
import { conversation, row } from './transcript-fixture';

function deps(known: TranscriptMessage | null, patterns: { name: string; pattern: RegExp }[] = []) {
  const business = () => ({ redaction: { keepLastFour: false, patterns } });
  const transcripts = { byProviderId: async () => known, bySeq: async () => known };
  const log = { error: () => undefined };
  return { store: { transcripts }, business, log } as unknown as Pick<ActivityDeps, 'store' | 'business' | 'log'>;
}
const CARD = 'pay with 4111 1111 1111 1111';
const quoting = { text: 'this?', replyTo: 'p-1', quote: CARD };

describe('a quote', () => {
  it('of a row is its number; the words that came along are not kept', async () => {
    expect(await quotedIn(deps(row(3, 'ai', 'Check-in is at 2')), conversation, quoting)).toEqual({
      row: { quotes: { seq: 3 } },
    });
  });

  it('of words from elsewhere is clean wherever it is kept', async () => {
    const text = 'pay with [PAYMENT_CARD]';
    expect(await quotedIn(deps(null), conversation, quoting)).toEqual({ row: { quotes: { text } }, quote: text });
  });

  it.each([
    ['deleted', { deleted: true }],
    ["the team's alone", { visibility: 'team' as const }],
  ])("of a row that is %s shows nothing, not even by the provider's copy", async (_why, change) => {
    expect(await quotedIn(deps(row(3, 'operator', CARD, change)), conversation, quoting)).toEqual({ row: {} });
  });

  it('that can not be redacted is withheld', async () => {
    const broken = { ...deps(null), business: () => ({ redaction: null }) } as unknown as ReturnType<typeof deps>;
    expect(await quotedIn(broken, conversation, quoting)).toEqual({ row: {} });
  });

  it('is read as the row stands now', async () => {
    const { store } = deps(row(3, 'ai', 'masked since'));
    const quote = await quoteOf(store, conversation, { quotes: { seq: 3 } });
    expect(quote).toMatchObject({ text: 'masked since', row: { author: 'ai' } });
    const gone = deps(row(3, 'customer', '', { deleted: true })).store;
    expect(await quoteOf(gone, conversation, { quotes: { seq: 3 } })).toBeNull();
    expect(await quoteOf(store, conversation, {})).toBeNull();
  });

  it('is one line of bounded length that ends at a word', () => {
    expect(excerptOf('two\n lines' as CleanText)).toBe('two lines');
    const long = excerptOf('word '.repeat(100) as CleanText);
    expect(long).toMatch(/^(?:word )+word…$/);
    expect(excerptOf('🙂'.repeat(200) as CleanText)).toMatch(/^(?:🙂)+…$/u);
  });
});

describe('an emoji under a message', () => {
  const under = { text: '', replyTo: 'p-1', reaction: '👎' };
  it('tells whose message it is under, where that is known', async () => {
    expect((await quotedIn(deps(row(3, 'ai', 'answer')), conversation, under)).row).toEqual({
      ...{ quotes: { seq: 3 }, reaction: { to: 'ai', displeased: true } },
    });
    expect((await quotedIn(deps(null), conversation, { ...under, reaction: '👍' })).row).toEqual({
      reaction: { to: null, displeased: false },
    });
  });
});
