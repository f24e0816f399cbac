/** What counts as an emoji, and which of them say that an answer did not help. */
import { emojiOf, isDispleased } from '../../domain/reaction';

describe('an emoji', () => {
  it.each(['👎', '👎🏽', '❤', '❤️', '👨‍👩‍👧', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '😡'])('%s is taken as it is', (emoji) => {
    expect(emojiOf(emoji)).toBe(emoji);
  });

  it.each(['', ' ', '1', '4111111111111111', 'no', '👎 call me', '👎\n', '👎'.repeat(40), null, 7, ['👎'], undefined])(
    '%j is none',
    (value) => {
      expect(emojiOf(value)).toBeNull();
    },
  );

  it('shows displeasure in any skin tone and drawing, and mostly none', () => {
    for (const emoji of ['👎', '👎🏿', '😡', '😠️', '🤬']) expect(isDispleased(emoji)).toBe(true);
    for (const emoji of ['👍', '❤️', '😢', '🙏🏽', '😮', '🔥']) expect(isDispleased(emoji)).toBe(false);
  });
});
