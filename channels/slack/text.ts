/**
 * Slack's way of writing. Outwards the three control characters are escaped, so that nothing a customer writes becomes
 * a mention, a link or a call to the whole channel. Inwards the same characters, mentions, links and emoji names become
 * what a person would read.
 */
import type { OperatorCommandName } from '../../domain/operator-command';
import { OPERATOR_COMMANDS } from '../../domain/operator-command';

/** docs.slack.dev/messaging/formatting-message-text: these three, and no other entity. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const ANGLE = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

export function readText(text: string, blocks: readonly Record<string, unknown>[] = []): string {
  const readable = text.replace(ANGLE, (_, kind: string, target: string, label?: string) =>
    kind === '' ? readLink(target, label) : readMention(kind, target, label),
  );
  return withEmoji(unescapeText(readable), blocks);
}

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** A link that Slack made of what somebody typed is what he typed; another one shows where it leads. */
function readLink(target: string, label = ''): string {
  const address = target.replace(/^(mailto|tel):/, '');
  if (label === '' || label === address) return address;
  const typed = address.replace(/^https?:\/\//, '').replace(/\/$/, '') === label.replace(/\/$/, '');
  return typed ? label : `${label} (${address})`;
}

/** Ids say nothing to a customer and are nobody's business, so a mention without a label is just a colleague. */
function readMention(kind: string, target: string, label = ''): string {
  if (kind === '#') return `#${label || 'channel'}`;
  if (kind === '@') return `@${label.replace(/^@/, '') || 'colleague'}`;
  if (target.startsWith('date^')) return label;
  return `@${(label || target.replace(/^subteam\^.*/, 'team')).replace(/^@/, '')}`;
}

interface EmojiElement {
  name: string;
  unicode: string;
  skin_tone?: number;
}

/** The text names an emoji (`:wave:`), the blocks of the same message hold its code points. */
function withEmoji(text: string, blocks: readonly Record<string, unknown>[]): string {
  if (!text.includes(':')) return text;
  return emojiOf(blocks, 0).reduce((read, { name, unicode, skin_tone: tone }) => {
    const written = tone ? `:${name}::skin-tone-${tone}:` : `:${name}:`;
    return read.replaceAll(written, characters(unicode));
  }, text);
}

function characters(unicode: string): string {
  const points = unicode.split('-').map((hex) => Number.parseInt(hex, 16));
  return points.every((point) => point > 0 && point <= 0x10ffff) ? String.fromCodePoint(...points) : '';
}

const DEEPEST = 6;

/** With a skin tone first: its plain form is the beginning of its toned one. */
function emojiOf(node: unknown, depth: number): EmojiElement[] {
  if (depth > DEEPEST || node === null || typeof node !== 'object') return [];
  if (Array.isArray(node)) {
    const found = node.flatMap((each) => emojiOf(each, depth + 1));
    return found.sort((a, b) => (b.skin_tone ?? 0) - (a.skin_tone ?? 0));
  }
  const { type, name, unicode, skin_tone, elements } = node as Record<string, unknown>;
  if (type !== 'emoji') return emojiOf(elements, depth + 1);
  if (typeof name !== 'string' || typeof unicode !== 'string' || !/^[0-9a-f]{1,6}(-[0-9a-f]{1,6})*$/i.test(unicode))
    return [];
  return [{ name, unicode, ...(typeof skin_tone === 'number' && { skin_tone }) }];
}

/**
 * Slack keeps a leading `/` for its own commands, which do not exist in threads: `!done` stands for `/done`, and `//`
 * or `!note` begins a note to colleagues.
 */
export function readCommand(text: string): string {
  const note = /^\s*\/\/\s*([\s\S]*)$/.exec(text);
  if (note) return `/note ${note[1]}`.trim();
  const [, word = '', rest = ''] = /^\s*!([a-z]+)(?![a-z])([\s\S]*)$/i.exec(text) ?? [];
  const known = OPERATOR_COMMANDS.find((name) => name === (word.toLowerCase() as OperatorCommandName));
  return known ? `/${known}${rest}` : text;
}
