/** The emojis that people put to a message. Most of them only say that it was seen; a few say that it did not help. */

const DISPLEASED = new Set(['👎', '😠', '😡', '🤬', '😤', '👿', '🤮', '💩', '🖕']);
const ONE_EMOJI = /^(?=.*\p{Extended_Pictographic})[\p{Emoji}\p{Emoji_Component}]{1,32}$/u;
/** Skin tones and the sign that asks for colours. */
const VARIANTS = /\p{Emoji_Modifier}|\ufe0f/gu;

/** The value where it is an emoji, else null: nothing else that stands in its place is ever taken for one. */
export function emojiOf(value: unknown): string | null {
  return typeof value === 'string' && ONE_EMOJI.test(value) ? value : null;
}

export function isDispleased(emoji: string): boolean {
  return DISPLEASED.has(emoji.replace(VARIANTS, ''));
}
