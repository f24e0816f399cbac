/**
 * Links and mail addresses in what the AI is about to say. Only hosts that the business lists, or that stand in its
 * knowledge, may be sent: what a customer, a tool's answer or a hijacked model brings in is not passed on, however it is
 * spelt.
 */
import type { LoadedBusiness } from '../../load-business';

type Allowing = Pick<LoadedBusiness, 'links' | 'knowledge'>;

const COMMON =
  'com|net|org|io|vn|co|app|info|shop|biz|eu|de|fr|uk|ru|cn|xyz|top|site|online|club|store|tk|ml|ga|cf|gq|ly|gl|gd|cc|tv|ws|pw|su|jp|kr|tw|hk|au|nz|ca|br|mx|es|nl|ch|se|dk|pl|cz|tr|ua|zip|mov|dev|ai|cloud|icu|vip|gov|edu|int|mobi|bank|hotel|travel|website|asia|name|pro';
/** Words of a language too: taken for a host only where a path follows. */
const WORDS = 'me|in|to|at|it|no|be|us|my|is|so|am|live|help|link|click|page|support|world|space|today|email|tech';

const SCHEME = /\b(?:https?|hxxps?|ftp|wss?|file):\/*([^\s/?#)>\]"'<]+)/giu;
const DANGEROUS = /\b(?:javascript|vbscript|intent|data:[a-z]+\/[a-z]+)\s*:/iu;
const BARE = new RegExp(
  `(?<![\\p{L}\\p{N}@.-])((?:[\\p{L}\\p{N}-]+\\.)+(?:(?:${COMMON})(?![\\p{L}\\p{N}-])|(?:${WORDS})(?=/)|xn--[a-z0-9-]+))`,
  'giu',
);
const MAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@((?:[\p{L}\p{N}-]+\.)+[\p{L}]{2,})/giu;
const NUMERIC = /(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?=[:/])/gu;

/** Hosts in a text that may not be sent, as they would be opened; empty is well. */
export function foreignHosts(text: string, business: Allowing): string[] {
  const plain = unmasked(text);
  const hosts = hostsIn(plain);
  if (DANGEROUS.test(plain)) hosts.push('script');
  const allowed = allowedHosts(business);
  return [...new Set(hosts.filter((host) => !allowed.some((one) => host === one || host.endsWith(`.${one}`))))];
}

function hostsIn(plain: string): string[] {
  const found = [SCHEME, BARE, MAIL, NUMERIC].flatMap((shape) =>
    [...plain.matchAll(shape)].map(([, host = '']) => host),
  );
  return found.map((host) =>
    host
      .replace(/^.*@/, '')
      .replace(/:\d*$/, '')
      .replace(/[.,;:!]+$/, '')
      .replace(/^www\./, ''),
  );
}

/** As a browser or a helpful reader would read it: full-width letters, hidden characters, "dot" and "hxxp". */
function unmasked(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\u00ad]/gu, '')
    .toLowerCase()
    .replace(/\\\//g, '/')
    .replace(/[。｡․‧∙•]/gu, '.')
    .replace(/\s*(?:\[\s*\.\s*\]|\(\s*\.\s*\)|\{\s*\.\s*\}|[[({]\s*(?:dot|chấm)\s*[\])}]|\s(?:dot|chấm)\s)\s*/gu, '.')
    .replace(/\s*(?:\[\s*at\s*\]|\(\s*at\s*\))\s*/gu, '@')
    .replace(/:\s*\/\s*\//g, '://')
    .replace(/%2e/g, '.')
    .replace(/%2f/g, '/')
    .replace(/%3a/g, ':');
}

const known = new WeakMap<readonly unknown[], string[]>();

function allowedHosts({ links, knowledge }: Allowing): string[] {
  if (links) return links;
  let hosts = known.get(knowledge);
  if (!hosts) {
    hosts = [...new Set(hostsIn(unmasked(knowledge.map(({ text }) => text).join('\n'))))];
    known.set(knowledge, hosts);
  }
  return hosts;
}
