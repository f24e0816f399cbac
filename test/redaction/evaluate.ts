/**
 * Scores `redactConversation` on labelled rows. A span counts as covered only when every letter and digit of it lies
 * inside findings; a harmless row is damaged by any finding outside its `ignore` spans.
 */
import { redactConversation } from '../../redaction';

interface Span {
  message: number;
  start: number;
  end: number;
}

export interface Row {
  id: string;
  lang: string;
  cat: string;
  messages: { from: 'customer' | 'ai' | 'operator' | 'system'; text: string }[];
  spans: (Span & { type: string })[];
  ignore: Span[];
  decoys: Span[];
}

/** Hits of how many. */
export type Count = [number, number];

export interface Evaluation {
  all: Count;
  byType: Map<string, Count>;
  byCategory: Map<string, Count>;
  byLanguage: Map<string, Count>;
  harmless: Count;
  decoys: Count;
  leaked: Count;
  misses: string[];
}

export function evaluate(rows: readonly Row[]): Evaluation {
  const result: Evaluation = {
    all: [0, 0],
    byType: new Map(),
    byCategory: new Map(),
    byLanguage: new Map(),
    harmless: [0, 0],
    decoys: [0, 0],
    leaked: [0, 0],
    misses: [],
  };
  for (const row of rows) score(row, result);
  return result;
}

function score(row: Row, result: Evaluation): void {
  const { findings } = redactConversation(row.messages);
  const textOf = (span: Span) => row.messages[span.message]?.text.slice(span.start, span.end) ?? '';
  const covers = (message: number, at: number) =>
    findings.some((finding) => finding.message === message && finding.start <= at && at < finding.end);
  const shown = row.messages.map(({ from, text }) => `${from}: ${text}`).join(' | ');
  for (const span of row.spans) {
    const secret = positionsOf(textOf(span)).map((at) => at + span.start);
    const open = secret.filter((at) => !covers(span.message, at)).length;
    for (const count of [
      result.all,
      of(result.byType, span.type),
      of(result.byCategory, row.cat),
      of(result.byLanguage, row.lang),
    ]) {
      count[0] += open === 0 ? 1 : 0;
      count[1] += 1;
    }
    result.leaked[0] += open;
    result.leaked[1] += secret.length;
    if (open > 0) result.misses.push(`missed  ${row.id} ${span.type} "${textOf(span)}" in ${shown}`);
  }
  if (row.spans.length === 0) {
    const bad = findings.filter((finding) => !row.ignore.some((span) => touches(span, finding)));
    result.harmless[0] += bad.length > 0 ? 1 : 0;
    result.harmless[1] += 1;
    for (const finding of bad)
      result.misses.push(`damaged ${row.id} "${textOf(finding)}" ${finding.type} (${finding.why}) in ${shown}`);
  }
  for (const decoy of row.decoys) {
    const hit = findings.some((finding) => touches(decoy, finding));
    result.decoys[0] += hit ? 1 : 0;
    result.decoys[1] += 1;
    if (hit && row.spans.length > 0) result.misses.push(`decoy   ${row.id} "${textOf(decoy)}" in ${shown}`);
  }
}

function touches(a: Span, b: Span): boolean {
  return a.message === b.message && a.start < b.end && b.start < a.end;
}

function of(counts: Map<string, Count>, name: string): Count {
  const count = counts.get(name) ?? [0, 0];
  counts.set(name, count);
  return count;
}

function positionsOf(text: string): number[] {
  return [...text.matchAll(/[\p{L}\p{N}]/gu)].map((match) => match.index);
}
