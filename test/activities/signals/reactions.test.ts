/** Emojis of displeasure among the signs that an answer did not help. */

import type { ActivityDeps } from '../../../activities/deps';
import { detectSignals } from '../../../activities/detect-signals';
import type { Author, TranscriptMessage } from '../../../domain/message';
import { conversation, row, storeWith } from '../transcript-fixture';

const business = () => ({ departments: [], topics: [], languages: ['vi', 'en'], knowledge: [] });
const emoji = (seq: number, under: number, { to = 'ai' as Author | null, displeased = true } = {}) =>
  row(seq, 'customer', displeased ? '[reaction: 👎]' : '[reaction: 👍]', {
    ...{ quotes: { seq: under }, reaction: { to, displeased } },
  });
const TALK = [
  row(1, 'customer', 'Mấy giờ nhận phòng?'),
  row(2, 'ai', 'Nhận phòng từ 14 giờ.'),
  row(3, 'customer', 'Mấy giờ ăn sáng?'),
  row(4, 'ai', 'Ăn sáng từ 6 giờ.'),
];

async function judged(rows: TranscriptMessage[], since = 0) {
  const deps = { store: storeWith(rows), business } as unknown as Pick<ActivityDeps, 'store' | 'business'>;
  const last = rows.at(-1)?.seq ?? 0;
  const { fired, language } = await detectSignals(deps)({
    ...{ conversation, seqs: [last], upTo: last, version: 0, since },
  });
  return { reasons: fired.map(({ reason }) => reason), language };
}

describe('an emoji of displeasure', () => {
  it('calls a person with the second answer that has one, and tells nothing about the language', async () => {
    expect(await judged([...TALK, emoji(5, 2)])).toEqual({ reasons: [], language: 'vi' });
    expect(await judged([...TALK, emoji(5, 2), emoji(6, 4)])).toEqual({
      ...{ reasons: ['repeated_dissatisfaction'], language: 'vi' },
    });
  });

  it.each([
    ['under the same answer again', [emoji(5, 2), emoji(6, 2)]],
    ["under an operator's words", [emoji(5, 2), emoji(6, 4, { to: 'operator' })]],
    ['under nobody knows what', [emoji(5, 2), emoji(6, 4, { to: null })]],
    ['of another kind', [emoji(5, 2), emoji(6, 4, { displeased: false })]],
  ])('does not count %s', async (_what, emojis) => {
    expect((await judged([...TALK, ...emojis])).reasons).toEqual([]);
  });

  it('counts with words of displeasure, in either order, and is forgiven by thanks', async () => {
    const angry = (seq: number) => row(seq, 'customer', 'This is useless, that is not what I asked');
    expect((await judged([...TALK, emoji(5, 4), angry(6)])).reasons).toContain('repeated_dissatisfaction');
    expect((await judged([...TALK, angry(5), emoji(6, 4)])).reasons).toContain('repeated_dissatisfaction');
    const thanks = row(6, 'customer', 'Thanks, that helped');
    expect((await judged([...TALK, emoji(5, 2), thanks, emoji(7, 4)])).reasons).toEqual([]);
  });

  it('from before /done can not raise a signal again', async () => {
    expect((await judged([...TALK, emoji(5, 2), emoji(6, 4)], 5)).reasons).toEqual([]);
  });
});
