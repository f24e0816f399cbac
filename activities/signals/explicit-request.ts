/**
 * Detector: the customer asks for a person. Works on one message, needs no model, and reads the wish in context:
 * "I don't need an agent" and "how do I contact you" are no requests, "not a bot again" is one.
 */
import type { Business } from '../../domain/business';
import type { Signal } from '../../domain/handoff';
import { ENGLISH_DENIALS, ENGLISH_REQUESTS, namesOnlyAPerson, readEnglish } from './english-request';
import { fold, sentences } from './folding';
import { ownWords } from './own-words';
import { REQUEST_LANGUAGES } from './request-words';
import { asksAboutStaffing } from './staffing-question';

const THRESHOLD = 0.7;
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
    const folded = fold(sentence);
    for (const reading of [readInEnglish(folded, business.departments), readInOthers(folded)])
      if (reading.score > best.score && !asksAboutStaffing(reading.evidence, folded, whole))
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

function readInEnglish(folded: string, departments: readonly string[]): Reading {
  const line = readEnglish(folded);
  if (namesOnlyAPerson(line)) return { score: 0.9, evidence: line.trim() };
  let best: Reading = NONE;
  for (const { pattern, score } of [...ENGLISH_REQUESTS, ...departmentPatterns(departments)]) {
    if (score <= best.score) continue;
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
