/**
 * Whether a text gives away what a model was told: the mark that stands only there, or a stretch of the rules, plain or
 * in one of the codes that models write when they are asked to (reversed, ROT13, base64, hex, spelt out).
 */
import { createHash } from 'node:crypto';

/** Letters and digits in a row that no reply has by chance. */
const STRETCH = 34;
const STEP = 4;

/** Stands in the rules and nowhere else; the same for the same rules, so that the prompt's prefix stays the same. */
export function markOf(rules: string): string {
  return `BTN${createHash('sha256').update(rules).digest('hex').slice(0, 13).toUpperCase()}`;
}

/** What may be said, made when it is asked for. */
export type Open = () => string;

/** `open` is what may be said: a stretch that stands there too gives nothing away. */
export function leaks(text: string, rules: string, open: Open): boolean {
  const told = letters(rules);
  const mark = /BTN[0-9A-F]{13}/.exec(rules)?.[0].toLowerCase();
  return readings(text).some((reading) => {
    const said = letters(reading);
    if (mark !== undefined && said.includes(mark)) return true;
    for (let at = 0; at + STRETCH <= said.length; at += STEP) {
      const stretch = said.slice(at, at + STRETCH);
      if (told.includes(stretch) && !letters(open()).includes(stretch)) return true;
    }
    return false;
  });
}

/** A run of letters, digits and signs that says nothing to a customer: a code, unless a source holds it. */
export function isEncoded(text: string, open: Open): boolean {
  const runs = text.match(/[A-Za-z0-9+/=_-]{40,}/g) ?? [];
  return runs.some((run) => !open().includes(run));
}

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function readings(text: string): string[] {
  const visible = text.replace(/\p{Cf}/gu, '');
  return [visible, [...visible].reverse().join(''), rot13(visible), ...decoded(visible)];
}

function rot13(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });
}

function decoded(text: string): string[] {
  const dense = text.replace(/\s+/g, '');
  const base64 = dense.match(/[A-Za-z0-9+/_-]{24,}={0,2}/g) ?? [];
  const hex = text.replace(/0x|[\s,:\\x]/gi, '').match(/(?:[0-9a-f]{2}){16,}/gi) ?? [];
  return [
    ...base64.slice(0, 8).map((run) => Buffer.from(run, 'base64').toString('utf8')),
    ...hex.slice(0, 8).map((run) => Buffer.from(run, 'hex').toString('utf8')),
  ];
}
