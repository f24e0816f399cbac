/**
 * How alike two short texts are, without a model: shared words weighed by how rare they are, and shared letter
 * groups, which forgive typing mistakes and endings. 0 to 1, the same for both orders.
 */
import { words } from './folding';
import { remembered } from './remembered';

const STOP = new Set(
  `a an the is are was were be been am do does did can could would will shall should may might must i you he she it we they me my your our their his her its this that these those of to in on at for from by with about and or but not no if so as what when where which who how why there here have has had please tell know want need like just get got any some hi hello hey ok okay thanks thank pls im i'm i'd i'll it's what's where's don't
   toi minh em anh chi ban a ah oi nhe nha vay the la co khong ko cho xin hoi cua va voi thi ma cai nay do kia duoc dc bao gio roi chua ai gi nao sao muon can cho biet voi giup`.split(
    /\s+/,
  ),
);

/** Words that carry meaning; all words where only filler words stand there. */
export function contentWords(text: string): string[] {
  const all = words(text);
  const content = all.filter((word) => !STOP.has(word));
  return content.length > 0 ? content : all;
}

/** A light stem: endings of English plurals and verbs go. Other languages are hardly touched. */
export const stem = remembered((word: string): string => {
  if (word.length < 4 || !/^[a-z']+$/.test(word)) return word;
  return word
    .replace(/'s$/, '')
    .replace(/(?:ies)$/, 'y')
    .replace(/(?<=[^aeious]{1}.{0,20})(?:ing|ed)$/, '')
    .replace(/(?<=(?:ss|sh|ch|x))es$/, '')
    .replace(/(?<=[^su])s$/, '')
    .replace(/(?<=..)([bdgklmnprt])\1$/, '$1')
    .replace(/(?<=...)e$/, '');
});

const LONGEST = 800;

function letterGroups(text: string): Map<string, number> {
  const groups = new Map<string, number>();
  for (const word of contentWords(text).map(stem)) {
    const padded = ` ${word} `;
    for (let start = 0; start + 3 <= padded.length; start += 1) {
      const group = padded.slice(start, start + 3);
      groups.set(group, (groups.get(group) ?? 0) + 1);
    }
  }
  return groups;
}

function cosine(a: Map<string, number>, b: Map<string, number>): number {
  let dot = 0;
  let left = 0;
  let right = 0;
  for (const [key, weight] of a) {
    left += weight * weight;
    dot += weight * (b.get(key) ?? 0);
  }
  for (const weight of b.values()) right += weight * weight;
  return left && right ? dot / Math.sqrt(left * right) : 0;
}

interface Traits {
  words: Map<string, number>;
  groups: Map<string, number>;
}

/** A talk's earlier messages are compared with every new one: what is compared of them is kept, most recent last. */
const kept = new Map<string, Traits>();
const KEPT = 2_000;

function traitsOf(text: string): Traits {
  const known = kept.get(text);
  const traits = known ?? {
    words: new Map(contentWords(text).map((word) => [stem(word), 1])),
    groups: letterGroups(text),
  };
  kept.delete(text);
  kept.set(text, traits);
  const oldest = kept.keys().next();
  if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
  return traits;
}

/** Of long texts only the beginning is compared. */
export function textSimilarity(first: string, second: string): number {
  const left = traitsOf(first.slice(0, LONGEST));
  const right = traitsOf(second.slice(0, LONGEST));
  return 0.5 * cosine(left.words, right.words) + 0.5 * cosine(left.groups, right.groups);
}
