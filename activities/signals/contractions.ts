/**
 * "doesnt", "youre": English short forms as they are typed without an apostrophe, written as the word lists have them.
 * Such forms as are other words too (ill, were, its) are left alone.
 */
const NEGATED = 'do does did is are was were have has had could would should ca wo';
const JOINED: Readonly<Record<string, string>> = {
  thats: "that's",
  im: "i'm",
  ive: "i've",
  youre: "you're",
  youve: "you've",
  theyre: "they're",
  whats: "what's",
  theres: "there's",
};
const SHORT = new RegExp(`\\b(?:(?:${NEGATED.split(' ').join('|')})nt|${Object.keys(JOINED).join('|')})\\b`, 'gi');

export function withApostrophes(text: string): string {
  return text.replace(SHORT, (form) => JOINED[form.toLowerCase()] ?? `${form.slice(0, -1)}'${form.slice(-1)}`);
}
