/**
 * The last look at a draft before the verdict, whoever wrote it. It assumes that the model is in the hands of whoever
 * wrote the message, a passage or a tool's answer: what such a draft must not do is checked by rules it can not read.
 * A draft that fails is never sent, not even as a question, and its words are kept nowhere; a person is called.
 */
import { withoutPlaceholders } from '../../redaction';
import { fold } from '../signals/folding';
import type { DraftRequest, DraftStep } from './answerer';
import { foreignHosts } from './outbound-links';
import { promises } from './promises';
import { isEncoded, leaks, type Open } from './prompt-leak';
import { systemPrompt } from './prompts';

type Proposal = Extract<DraftStep, { kind: 'reply' }>;
type Talk = Pick<DraftRequest, 'business' | 'toolResults'>;

/** Caps of the grounding that a question back may have. */
const HARMLESS_IN_A_QUESTION = new Set(['a tool failed', 'no citation']);

export function guarded(proposal: Proposal, talk: Talk): Proposal {
  const text = visible(proposal.text);
  const found = problems({ ...proposal, text }, talk);
  if (found.length === 0) return { ...proposal, text };
  const { confirms, ...rest } = proposal;
  return {
    ...rest,
    text: '',
    citations: [],
    confidence: 0,
    intent: 'cannot',
    caps: [...new Set([...proposal.caps, ...found])],
  };
}

/** Marks that hide or reorder text are no part of what is said. */
const visible = (text: string) =>
  text.replace(/[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu, '');

function problems(proposal: Proposal, talk: Talk): string[] {
  const { text, intent, caps, by } = proposal;
  const { business, toolResults } = talk;
  // Joined only for a draft that looks wrong: a business may know thousands of answers.
  const open = () =>
    [...business.knowledge.map((answer) => answer.text), ...toolResults.map((result) => result.text)].join('\n');
  const found: string[] = [];
  const rule = (broken: boolean, name: string) => {
    if (broken) found.push(name);
  };
  rule(foreignHosts(text, business).length > 0, 'a link that is not allowed');
  // Whatever else the offline answerer says is the business's own text.
  if (by?.promptVersion === undefined) return found;
  rule(speaksAsAnother(text, open), 'speaks as somebody else');
  rule(leaks(text, systemPrompt(business), open), 'gives its instructions away');
  rule(isEncoded(text, open), 'text in code');
  rule(asksForSecrets(text), 'asks for what must not be sent in a chat');
  rule(promises(proposal, talk), 'promises what no source holds');
  rule(intent === 'clarify' && caps.some((cap) => !HARMLESS_IN_A_QUESTION.has(cap)), 'a question with a claim in it');
  return found;
}

const SPEAKS_AS_ANOTHER =
  /^\s*(?:[-#*>[<|_]+\s*)*(?:system|operator|admin(?:istrator)?|staff|developer|hệ thống|nhân viên|quản trị(?: viên)?)\s*(?:message)?\s*[:\]>|]|^\s*\/[a-z]+/iu;

/** Unless the business writes so itself. */
function speaksAsAnother(text: string, open: Open): boolean {
  return text.split('\n').some((line) => SPEAKS_AS_ANOTHER.test(line) && !open().includes(line.trim()));
}

const SECRET =
  '(?:(?:credit |debit |bank |full |the )*card (?:number|details|data)|cvv|cvc|security code|one time (?:pass)?code|otp|passcode|password|pin(?: code)?|passport number|id number|so the(?: tin dung| ngan hang)?|ma (?:otp|pin|cvv|xac thuc|bao mat)|mat khau|so (?:cccd|cmnd|can cuoc|ho chieu))';
const ASKING = new RegExp(
  `(?:send|give|tell|provide|type|enter|share|need|confirm|verify|reply with|what is|gui|cung cap|cho (?:toi|minh|em|chung toi|biet)|nhap|xac nhan|doc)(?: \\S+){0,6}? ${SECRET}(?![a-z])`,
);
const NOT = /(?:not|never|don't|dont|no need|khong|dung|chang|chua)(?: \S+){0,5}$/;

function asksForSecrets(text: string): boolean {
  const plain = fold(withoutPlaceholders(text)).replace(/[^\p{L}\p{N}']+/gu, ' ');
  const asked = ASKING.exec(plain);
  return asked !== null && !NOT.test(plain.slice(0, asked.index).trimEnd()) && !NOT.test(asked[0]);
}
