/**
 * Evidence as an operator reads it: the customer's own words, in his casing and spacing, though what was matched is
 * folded. Where the matched words can not be found again (typing mistakes were put right) it is the text itself.
 */
import { fold } from './folding';

const LONGEST = 160;

export function ownWords(text: string, matched: string): string {
  const wanted = bare(matched);
  const tokens = [...text.matchAll(/\S+/g)].map(({ 0: token, index }) => ({
    start: index,
    end: index + token.length,
    folded: bare(token),
  }));
  let shortest: { start: number; end: number } | undefined;
  tokens.forEach(({ start }, first) => {
    let line = '';
    for (const { end, folded } of tokens.slice(first)) {
      line = `${line} ${folded}`.trim();
      if (line.length > wanted.length + LONGEST) return;
      if (!` ${line} `.includes(wanted)) continue;
      if (!shortest || end - start <= shortest.end - shortest.start) shortest = { start, end };
      return;
    }
  });
  const found = wanted === '' || !shortest ? text : text.slice(shortest.start, shortest.end);
  return clipped(found.replace(/^[\s"“'(]+|[\s"”'),.;:!?…]+$/gu, '') || text.trim());
}

/** The text as it stands, cut at a word where it is long. */
export function clipped(text: string): string {
  const plain = text.trim();
  if (plain.length <= LONGEST) return plain;
  return `${plain.slice(0, LONGEST).replace(/(?<=.{80})\s\S*$/u, '')}…`;
}

function bare(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}\p{M}'\- ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
