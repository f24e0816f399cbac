/**
 * What a model's word is worth: its own bucket, capped by checks that need no second model. A reply that cites
 * nothing, cites what was not given, misquotes, or names a figure no source has, can not reach the threshold.
 */
import type { Answer } from '../../domain/knowledge';
import { fold, words } from '../signals/folding';
import type { DraftRequest } from './answerer';
import { visibleText } from './hidden-values';
import { smallTalkIn } from './small-talk';
import type { SubmittedReply } from './submit-reply';

const BUCKETS = { high: 0.92, medium: 0.68, low: 0.3 } as const;

export interface Grounded {
  confidence: number;
  caps: string[];
}

interface Source {
  title: string;
  text: string;
}

/** The confidence after every cap. `rules` is the prompt's fixed part, of which no run of words may come back. */
export function grounded(
  submitted: SubmittedReply,
  { message, toolResults }: Pick<DraftRequest, 'message' | 'toolResults'>,
  passages: readonly Pick<Answer, 'title' | 'text'>[],
  rules = '',
): Grounded {
  const sources: Source[] = [...passages, ...toolResults.map(({ name, text }) => ({ title: name, text }))];
  const cited = submitted.citations.map(({ title, quote }) => ({ quote, source: findSource(sources, title) }));
  const caps: [string, number][] = [];
  const { text: asked, hidden } = visibleText(message);
  const courtesy = submitted.intent === 'courtesy' && (smallTalkIn(asked) !== null || (hidden && asked === ''));

  if (repeats(submitted.reply, rules, passages)) caps.push(['repeats its instructions', 0]);
  if (submitted.intent === 'cannot') caps.push(['the model says it can not answer', 0]);
  if (submitted.intent !== 'clarify' && !courtesy && cited.length === 0) caps.push(['no citation', 0.3]);
  if (cited.some(({ source }) => !source)) caps.push(['cites what was not given', 0.1]);
  if (cited.some(({ source, quote }) => source && !quotes(source.text, quote))) caps.push(['misquotes', 0.2]);
  const allowed = [
    message,
    ...sources.filter(({ title }) => isCited(cited, title)).map(({ title, text }) => `${title} ${text}`),
  ];
  if (inventsFigures(submitted.reply, allowed)) caps.push(['a number no source has', 0.2]);
  if (inventsAddresses(submitted.reply, allowed)) caps.push(['an address no source has', 0.2]);
  if (toolResults.some(({ status }) => status === 'failed')) caps.push(['a tool failed', 0.3]);

  const confidence = Math.min(BUCKETS[submitted.confidence], ...caps.map(([, most]) => most));
  return { confidence, caps: caps.map(([name]) => name) };
}

const RUN = 6;

/** Six words in a row from the instructions, unless a passage says the same. */
function repeats(reply: string, rules: string, passages: readonly { text: string }[]): boolean {
  const said = words(reply);
  if (rules === '' || said.length < RUN) return false;
  const told = ` ${words(rules).join(' ')} `;
  const open = ` ${words(passages.map(({ text }) => text).join(' ')).join(' ')} `;
  return said.some((_, start) => {
    if (start + RUN > said.length) return false;
    const run = ` ${said.slice(start, start + RUN).join(' ')} `;
    return told.includes(run) && !open.includes(run);
  });
}

function findSource(sources: readonly Source[], title: string): Source | undefined {
  return sources.find((source) => fold(source.title) === fold(title));
}

function isCited(cited: readonly { source: Source | undefined }[], title: string): boolean {
  return cited.some(({ source }) => source?.title === title);
}

/** Verbatim but for case, accents, spaces and Markdown marks. */
function quotes(text: string, quote: string): boolean {
  const plain = (value: string) => fold(value.replace(/[*_`#>|]/g, ' ')).replace(/^[\s"“”'.…]+|[\s"“”'.…]+$/g, '');
  const wanted = plain(quote);
  return wanted.length >= 2 && plain(text).includes(wanted);
}

function inventsFigures(reply: string, allowed: readonly string[]): boolean {
  const known = new Set(allowed.flatMap(figures));
  return figures(reply.replace(/^\s*\d{1,2}[.)] /gm, '')).some((figure) => !known.has(figure));
}

/** Numbers in one spelling: `1,200,000` and `1.200.000`, `08:00` and `8:00`, full-width digits, digits of any script. */
export function figures(text: string): string[] {
  const found = text.normalize('NFKC').match(/\p{Nd}+(?:[.,:/ ]?\p{Nd}+)*/gu) ?? [];
  return found.flatMap((raw) => {
    const ascii = raw.replace(/\p{Nd}/gu, digitOf).replace(/(?<=\d)[., ](?=\d{3}(?!\d))/g, '');
    return ascii.split(/[:/ ]/).map((part) => part.replace(/^0+(?=\d)/, ''));
  });
}

/** Digits of a script stand in blocks of ten that begin at a multiple of ten or of sixteen, plus six. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return character;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(Math.min(9, code - zero));
}

function inventsAddresses(reply: string, allowed: readonly string[]): boolean {
  const sources = fold(allowed.join(' '));
  const found = fold(reply).match(
    /(?:https?:\/\/|www\.)[^\s)>\]]+|[^\s@<(]+@[^\s@]+\.[a-z]{2,}|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|io|vn|co|app|info|shop|biz|me|eu|de|fr|uk)(?:\/[^\s)]*)?\b/g,
  );
  return (found ?? []).some((address) => !sources.includes(address.replace(/[.,;:!?]+$/, '')));
}

const CLAIMS =
  /\b(?:(?:i am|i'm|i will|i'll|let me|i have|i've|we will|we'll|we are) (?:now |just |going to |also )?(?:pass(?:ing|ed)?|transfer(?:ring|red)?|connect(?:ing|ed)?|hand(?:ing|ed)?|forward(?:ing|ed)?|escalat(?:e|ing|ed)|refer(?:ring|red)?|put(?:ting)?|rout(?:e|ing|ed)|redirect(?:ing|ed)?) (?:\w+ ){0,6}(?:colleague|human|person|agent|team|staff|manager|operator|representative|someone|specialist|department|through|over|this|you|reception|support)|(?:a|an|one of our|our|someone from our|another) (?:\w+ )?(?:colleagues?|human|person|agents?|team|staff|managers?|operators?|representatives?|specialists?)(?: members?)? (?:\w+ )?(?:will|is going to|are going to|shall) (?:\w+ )?(?:contact|call|reach|get back|be with|assist|help|take|reply|write|respond|follow)|you (?:are|will be) (?:now |being )?(?:transferred|connected|passed|forwarded|handed)|(?:toi|minh|em|chung toi) (?:se |dang |xin |da )?(?:phep )?(?:chuyen|ket noi|noi may|bao) (?:\S+ ){0,6}(?:nhan vien|dong nghiep|tu van vien|quan ly|nguoi|bo phan|le tan)|(?:nhan vien|dong nghiep|tu van vien|quan ly|bo phan \S+)(?: \S+){0,4} se (?:\S+ )?(?:lien he|goi|ho tro|tra loi|phan hoi)|(?:le|te|lo|la) (?:paso|transfiero|comunico|conecto|derivo|pondre)\b|je vous (?:transfere|passe|mets en relation|mets en contact)|ich (?:verbinde|leite) (?:sie|dich)|vou (?:te |lhe )?(?:transferir|passar|encaminhar)|la (?:passo|trasferisco|metto in contatto))\b/;
const CLAIMS_UNSPACED =
  /(?:转接|转给|为您转|轉接|轉給)(?:人工|客服|同事|工作人员|真人)|(?:担当者|スタッフ|オペレーター)(?:に|へ)(?:おつなぎ|お繋ぎ|代わり|引き継)|(?:상담원|담당자)(?:에게|께|로|으로)? ?(?:연결|전달)|(?:โอนสาย|ส่งต่อ|แจ้ง)(?:ให้|ไปยัง)?(?:เจ้าหน้าที่|พนักงาน)|(?:перевожу|соединяю|передаю|передам|соединю) (?:\S+ ){0,4}(?:оператор|сотрудник|менеджер|коллег|специалист)/;

/** "I am passing you to a colleague": true only if somebody then does it, so such a draft becomes the handoff. */
export function claimsHandoff(reply: string): boolean {
  const folded = fold(reply);
  return CLAIMS.test(folded) || CLAIMS_UNSPACED.test(folded);
}

/** Links of Markdown and images lose their address, tags go: a chat shows plain words. */
export function plainReply(reply: string): string {
  return reply
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .trim();
}
