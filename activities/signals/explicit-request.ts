/**
 * Detector: the customer asks for a person. Works on one message, needs no model, and reads the wish in context:
 * "I don't need an agent" and "how do I contact you" are no requests, "not a bot again" is one.
 */
import type { Business } from '../../domain/business';
import type { Signal } from '../../domain/handoff';
import { CALLBACK_REQUESTS } from './callback-request';
import { CALLBACK_ROWS } from './callback-rows';
import { findRow } from './concepts/concept';
import { anyOf, type Group, type Line, lineOf, where } from './concepts/word-groups';
import { ENGLISH_DENIALS, ENGLISH_REQUESTS, namesOnlyAPerson, readEnglish } from './english-request';
import { fold, sentences } from './folding';
import { ownWords } from './own-words';
import { ENGLISH_ROWS, MACHINE, NOT_NEEDED, OTHER_ROWS, PASSED_ON, REPORTED, WISHED } from './request-rows';
import { REQUEST_LANGUAGES } from './request-words';
import { asksAboutStaffing } from './staffing-question';

const THRESHOLD = 0.7;
/** Letters read at either end of a flood. */
const LONGEST = 1_200;
const NONE = { score: 0, evidence: '' };

interface Reading {
  score: number;
  evidence: string;
}

/** The request's measurement; `business.departments` are people too ("put me through to the boat house"). */
export function detectExplicitRequest(text: string, business: Pick<Business, 'departments'>): Signal {
  let best: Reading = NONE;
  const whole = fold(text.slice(0, 2000));
  for (const sentence of sentences(text)) {
    const folded = bounded(fold(sentence));
    for (const reading of [
      readInEnglish(folded, business.departments),
      isDenied(sentence) ? NONE : readInOthers(folded),
      readInRows(sentence, folded, business.departments),
    ])
      if (
        reading.score > best.score &&
        !asksAboutStaffing(reading.evidence, folded, whole) &&
        !asksHowToReach(reading.evidence, folded)
      )
        best = { score: reading.score, evidence: ownWords(sentence, reading.evidence) };
  }
  return {
    reason: 'explicit_request',
    score: best.score,
    threshold: THRESHOLD,
    evidence: best.evidence,
    detector: 'request-patterns',
  };
}

/** Of a sentence without an end, its beginning and its end. */
const bounded = (text: string) =>
  text.length > 2 * LONGEST ? `${text.slice(0, LONGEST)} ${text.slice(-LONGEST)}` : text;

/** "How do I talk to customer support?" asks for an address; "how do I talk to a human?" asks for one. */
function asksHowToReach(evidence: string, folded: string): boolean {
  return (
    /\b(?:customer (?:service|services|support|care)|support|help ?desk|service desk)\b/.test(evidence) &&
    !/\b(?:human|person|agent|someone|somebody|representative|operator|manager|real)\b/.test(evidence) &&
    /\b(?:how|where|when|hours?|number|numbers|email|phone|what (?:do|should|must) i|free of charge|toll|don't know)\b/.test(
      folded,
    )
  );
}

function readInEnglish(folded: string, departments: readonly string[]): Reading {
  const line = readEnglish(folded);
  if (namesOnlyAPerson(line)) return { score: 0.9, evidence: line.trim() };
  let best: Reading = NONE;
  for (const { pattern, score } of [...ENGLISH_REQUESTS, ...CALLBACK_REQUESTS, ...departmentPatterns(departments)]) {
    if (score <= best.score || !pattern.test(line)) continue;
    const match = new RegExp(pattern, 'gu');
    for (const found of line.matchAll(match)) {
      const before = line.slice(line.lastIndexOf(',', found.index) + 1, found.index + 1);
      if (ENGLISH_DENIALS.some((denial) => denial.test(before))) continue;
      best = { score, evidence: found[0].trim() };
      break;
    }
  }
  return best;
}

const compiled = new Map<string, { pattern: RegExp; score: number }[]>();
function departmentPatterns(departments: readonly string[]): { pattern: RegExp; score: number }[] {
  const names = departments
    .map((name) =>
      fold(name)
        .replace(/[^\p{L}\p{N}\p{M} ]/gu, ' ')
        .trim(),
    )
    .filter(Boolean);
  if (names.length === 0) return [];
  const key = names.join('|');
  const known = compiled.get(key);
  if (known) return known;
  const made = [
    {
      pattern: new RegExp(
        ` (?:talk|speak|chat|talking|speaking|chatting|noi chuyen|gap|transfer|connect|put|pass|ket noi|chuyen)(?: me| us| may| toi)?(?: through| over| directly)?(?: to| with| voi| sang| den)? (?:\\S+ )?(?:${key})(?= |$)`,
        'u',
      ),
      score: 0.95,
    },
    { pattern: new RegExp(`^ (?:the |your )?(?:${key}) (?:please|pls|now)(?= |$)`, 'u'), score: 0.85 },
  ];
  compiled.set(key, made);
  return made;
}

function readInOthers(folded: string): Reading {
  const plain = folded
    .replace(/[^\p{L}\p{N}\p{M}'\- ]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const { asks, denies } of REQUEST_LANGUAGES) {
    for (const pattern of asks) {
      const found = pattern.exec(plain);
      if (found && !denies.some((denial) => denial.test(plain.slice(0, found.index))))
        return { score: 0.92, evidence: found[0].trim() };
    }
  }
  return NONE;
}

function readInRows(sentence: string, folded: string, departments: readonly string[]): Reading {
  const english = lineOf(readEnglish(folded.slice(0, LONGEST)));
  const inEnglish = findRow(ENGLISH_ROWS, english);
  if (inEnglish) return { score: 0.85, evidence: english.folded.slice(inEnglish.start, inEnglish.end) };
  const line = lineOf(sentence);
  const other =
    (isDenied(sentence) ? null : (findRow(OTHER_ROWS, line) ?? findRow(CALLBACK_ROWS, line))) ??
    toDepartment(line, departments);
  return other ? { score: 0.85, evidence: line.folded.slice(other.start, other.end) } : NONE;
}

/** Nobody is needed, or a talk is only told of. */
function isDenied(sentence: string): boolean {
  const line = lineOf(sentence);
  if (where(NOT_NEEDED, line) && !where(MACHINE, line)) return true;
  return where(REPORTED, line) !== null && where(WISHED, line) === null;
}

const named = new Map<string, Group>();
/** "Chuyển mình qua nhà hàng": a department and, before it, being passed on or talking to it. */
function toDepartment(line: Line, departments: readonly string[]): { start: number; end: number } | null {
  if (departments.length === 0) return null;
  const key = departments.join(',');
  const group = named.get(key) ?? anyOf(key);
  named.set(key, group);
  const department = where(group, line);
  const passed = department && findRow(PASSED_ON, line);
  return passed && department.start - passed.end < 30 && passed.start < department.end
    ? { start: Math.min(passed.start, department.start), end: Math.max(passed.end, department.end) }
    : null;
}
