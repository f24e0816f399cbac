/**
 * The kinds of value a business.yaml holds. Each says in its error what it expected, in words for the person who
 * wrote the file, and never repeats the value it refused.
 */
import { z } from 'zod';

const MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const DAY_MS = MS.d;
/** Longer than any timer needs, and safely below what timers and dates can hold. */
const LONGEST_MS = 3650 * DAY_MS;

const expected = (what: string) => ({ error: `expected ${what}` });

/** A pattern is run on customers' text, so it stays short. */
const LONGEST_PATTERN = 500;

export const text = (what = 'text') => z.string(expected(what)).trim().min(1, `expected ${what}, not empty`);

/** Ids that providers give are often numbers in YAML; they are texts to us. */
export const identifier = (what = 'an id') =>
  z.union([z.string(), z.number()], expected(what)).transform(String).pipe(text(what));

export const name = (what = 'a name of letters, digits, "-" and "_"') =>
  z.string(expected(what)).regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, `expected ${what}`);

export const flag = z
  .union([z.boolean(), z.literal(['on', 'off', 'yes', 'no'])], expected('on or off'))
  .transform((value) => value === true || value === 'on' || value === 'yes');

/** Networks as CIDR, such as 10.2.0.0/16 or fd00::/8. */
export const networks = z
  .array(
    z
      .string(expected('a network such as 10.2.0.0/16'))
      .regex(/^[0-9a-f:.]+\/\d{1,3}$/i, 'expected a network such as 10.2.0.0/16'),
  )
  .min(1, 'expected at least one network');

export const envName = z
  .string(expected('the name of an environment variable'))
  .regex(
    /^[A-Z_][A-Z0-9_]*$/,
    'expected the name of an environment variable such as SHOP_TOKEN, never the secret itself',
  );

const DURATION = 'a duration such as "30s", "10m", "2h" or "1d", or a number of seconds';
export const duration = (what = DURATION) =>
  z.union([z.string(), z.number()], expected(what)).transform((value, ctx) => {
    const ms = durationMs(value);
    if (ms !== null) return ms;
    ctx.addIssue({ code: 'custom', message: `expected ${what}` });
    return z.NEVER;
  });

/** `never` or null turns the timer off. */
export const timer = z
  .union([z.literal('never'), z.null(), duration()], expected(`${DURATION}, or never`))
  .transform((value) => (value === 'never' ? null : value));

const DAYS = 'whole days such as "30d", or forever';
export const days = z.union([z.string(), z.null()], expected(DAYS)).transform((value, ctx) => {
  if (value === null || value === 'forever') return null;
  const count = /^([1-9]\d{0,4})d$/.exec(value.trim())?.[1];
  if (count) return Number(count);
  ctx.addIssue({ code: 'custom', message: `expected ${DAYS}` });
  return z.NEVER;
});

/** A regular expression, case forgiven: as a word of its own in a text, or the whole text. */
export const pattern = (where: keyof typeof PLACED) =>
  z
    .string(expected('a regular expression'))
    .min(1, 'expected a regular expression, not empty')
    .max(LONGEST_PATTERN, `expected a regular expression of at most ${LONGEST_PATTERN} characters`)
    .transform((source, ctx) => {
      try {
        return new RegExp(PLACED[where](new RegExp(source, 'u').source), 'iu');
      } catch {
        ctx.addIssue({ code: 'custom', message: 'expected a valid regular expression' });
        return z.NEVER;
      }
    });

const PLACED = {
  whole: (source: string) => `^(?:${source})$`,
  // People write ^RH\d{6}$ and mean the id, wherever it stands in a message.
  word: (source: string) => `(?<![\\p{L}\\p{N}])(?:${source.replace(/^\^([^|]*)\$$/, '$1')})(?![\\p{L}\\p{N}])`,
};

const LANGUAGE = 'a language code such as en, vi or pt-BR';
export const language = z
  .string(expected(LANGUAGE))
  .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, `expected ${LANGUAGE}`)
  .toLowerCase();

/** One text per language. */
export const texts = z.record(
  language,
  text(),
  expected('one text for each language, such as { en: "...", vi: "..." }'),
);

/** Refuses the second entry of a list that has the same `key` as one before. */
export const unique =
  <K extends string>(key: K) =>
  (list: readonly Record<K, string>[], ctx: z.RefinementCtx): void => {
    list.forEach((entry, index) => {
      if (list.findIndex((other) => other[key] === entry[key]) === index) return;
      ctx.addIssue({ code: 'custom', path: [index, key], message: `expected another ${key}: this one stands twice` });
    });
  };

/** An http(s) address without query and trailing slash, to which a path is added. */
export const baseAddress = z.string(expected('an address such as https://api.example.com')).transform((value, ctx) => {
  const url = httpUrl(value);
  if (url && !url.search && !url.hash) return value.replace(/\/+$/, '');
  ctx.addIssue({
    code: 'custom',
    message: 'expected an http(s) address without query, such as https://api.example.com',
  });
  return z.NEVER;
});

/** A host without scheme and path; links to its subdomains count as its own. */
export const host = z
  .string(expected('a host such as www.example.com'))
  .toLowerCase()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'expected a host such as www.example.com, without scheme and path');

export const origin = z.string(expected('an origin such as https://www.example.com')).transform((value, ctx) => {
  const url = httpUrl(value);
  if (url && url.origin === value.replace(/\/$/, '')) return url.origin;
  ctx.addIssue({ code: 'custom', message: 'expected an origin such as https://www.example.com, without a path' });
  return z.NEVER;
});

export function httpUrl(value: string): URL | null {
  try {
    const url = new URL(value);
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : null;
  } catch {
    return null;
  }
}

function durationMs(value: string | number): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)?$/.exec(String(value).trim());
  if (!match) return null;
  const unit = match[2] === 'ms' ? 1 : MS[(match[2] ?? 's') as keyof typeof MS];
  const ms = Math.round(Number(match[1]) * unit);
  return ms <= LONGEST_MS ? ms : null;
}
