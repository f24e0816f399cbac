/**
 * Scores a redactor on labelled rows. A span counts as covered only when every letter and digit of it lies inside
 * findings; a harmless row is damaged by any finding outside its `ignore` spans; a finding is right when it touches a
 * span of its own type.
 */
import { redactConversation } from '../../redaction';

export interface Span {
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

/** What a redactor found; `why` for the list of misses. */
export type Found = Span & { type: string; why?: string };
export type Find = (messages: Row['messages']) => readonly Found[];

/** Hits of how many. */
export type Count = [number, number];

export interface Evaluation {
  all: Count;
  byType: Map<string, Count>;
  /** Of the findings of a type, those that touch a span of that type. */
  precision: Map<string, Count>;
  byCategory: Map<string, Count>;
  byLanguage: Map<string, Count>;
  harmless: Count;
  decoys: Count;
  leaked: Count;
  misses: string[];
}

const ours: Find = (messages) => redactConversation(messages).findings;
/** Redacted and destroyed by policy, labelled by nobody. */
const UNLABELLED = 'SECURITY_CODE';

export function evaluate(rows: readonly Row[], find: Find = ours): Evaluation {
  const result: Evaluation = {
    all: [0, 0],
    byType: new Map(),
    precision: new Map(),
    byCategory: new Map(),
    byLanguage: new Map(),
    harmless: [0, 0],
    decoys: [0, 0],
    leaked: [0, 0],
    misses: [],
  };
  for (const row of rows) score(row, find(row.messages), result);
  return result;
}

function score(row: Row, findings: readonly Found[], result: Evaluation): void {
  const textOf = (span: Span) => row.messages[span.message]?.text.slice(span.start, span.end) ?? '';
  const shown = row.messages.map(({ from, text }) => `${from}: ${text}`).join(' | ');
  for (const span of row.spans) {
    const { open, of: size } = leakOf(span, textOf(span), findings);
    for (const count of [
      result.all,
      countOf(result.byType, span.type),
      countOf(result.byCategory, row.cat),
      countOf(result.byLanguage, row.lang),
    ]) {
      add(count, open === 0);
    }
    result.leaked[0] += open;
    result.leaked[1] += size;
    if (open > 0) result.misses.push(`missed  ${row.id} ${span.type} "${textOf(span)}" in ${shown}`);
  }
  scorePrecision(row, findings, result);
  if (row.spans.length === 0) {
    const bad = findings.filter((finding) => !row.ignore.some((span) => touches(span, finding)));
    add(result.harmless, bad.length > 0);
    for (const finding of bad) {
      result.misses.push(`damaged ${row.id} "${textOf(finding)}" ${finding.type} (${finding.why ?? ''}) in ${shown}`);
    }
  }
  for (const decoy of row.decoys) {
    const hit = findings.some((finding) => touches(decoy, finding));
    add(result.decoys, hit);
    if (hit && row.spans.length > 0) result.misses.push(`decoy   ${row.id} "${textOf(decoy)}" in ${shown}`);
  }
}

function scorePrecision(row: Row, findings: readonly Found[], result: Evaluation): void {
  for (const finding of findings) {
    if (finding.type === UNLABELLED || row.ignore.some((span) => touches(span, finding))) continue;
    const right = row.spans.some((span) => span.type === finding.type && touches(span, finding));
    add(countOf(result.precision, finding.type), right);
  }
}

/** Letters and digits of a span that no finding covers. */
function leakOf(span: Span, text: string, findings: readonly Found[]): { open: number; of: number } {
  const secret = [...text.matchAll(/[\p{L}\p{N}]/gu)].map((match) => match.index + span.start);
  const covers = (at: number) =>
    findings.some(({ message, start, end }) => message === span.message && start <= at && at < end);
  return { open: secret.filter((at) => !covers(at)).length, of: secret.length };
}

function add(count: Count, hit: boolean): void {
  count[0] += hit ? 1 : 0;
  count[1] += 1;
}

function touches(a: Span, b: Span): boolean {
  return a.message === b.message && a.start < b.end && b.start < a.end;
}

function countOf(counts: Map<string, Count>, name: string): Count {
  const count = counts.get(name) ?? [0, 0];
  counts.set(name, count);
  return count;
}
