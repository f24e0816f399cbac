/** How the digits of a card are grouped when people write it down; any other grouping speaks against a card. */
const USUAL_GROUPS = new Set([
  '4 6 5',
  '4 6 4',
  '4 7 4',
  '4 5 6',
  '6 6 3',
  '6 6 4',
  '6 9',
  '6 10',
  '6 13',
  '8 8',
  '4 4 8',
  '8 4 4',
  '4 12',
  '12 4',
  '4 8 4',
  '4 4 4 7',
  '8 8 3',
  '8 11',
]);

/** Groups of one size (the last may be shorter, or four), or one of the layouts that schemes print. */
export function isUsualGrouping(sizes: readonly number[]): boolean {
  const usual = sizes[0] as number;
  const even = sizes.slice(0, -1).every((size) => size === usual) && (sizes.at(-1) as number) <= Math.max(usual, 4);
  return even || USUAL_GROUPS.has(sizes.join(' '));
}
