/**
 * A pure function that remembers its last answers. The same phrases of a business, and the same message in one detector
 * after another, are asked for thousands of times; long texts are computed anew, so memory stays small.
 */
const MOST = 5_000;
const LONGEST = 400;

export function remembered<T>(compute: (text: string) => T): (text: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    const known = young.get(text) ?? old.get(text);
    const answer = known ?? compute(text);
    young.set(text, answer);
    if (young.size >= MOST) [young, old] = [new Map(), young];
    return answer;
  };
}
