/**
 * Splits a long text for a channel's limit, at paragraph, line, sentence or word ends, and never inside a grapheme.
 * Lengths are UTF-16 code units, as providers count.
 */
const BREAKS = [/\n\n/g, /\n/g, /[.!?。！？…]["')\]]?\s/g, /\s/g];

/** Parts of at most `limit` code units that joined give the text back, but for the white space at the seams. */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const at = breakBefore(rest, limit);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '' || parts.length === 0) parts.push(rest);
  return parts;
}

/** The best place to break at or before `limit`: late enough not to leave a stump, else the last whole grapheme. */
function breakBefore(text: string, limit: number): number {
  const head = text.slice(0, limit + 1);
  for (const pattern of BREAKS) {
    let best = 0;
    for (const match of head.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (end <= limit) best = end;
    }
    if (best > limit / 2) return best;
  }
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(head)) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return end > 0 ? end : limit;
}
