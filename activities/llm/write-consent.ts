/**
 * A tool that changes something runs only after the customer's plain yes to a question of ours that named it. The check
 * is deterministic and stands outside the model, so no message and no draft can talk its way around it.
 */
import { fold, words } from '../signals/folding';
import { stem } from '../signals/similarity';
import type { DraftRequest, DraftStep, ToolCall } from './answerer';
import { sentence } from './phrases-of-ours';

type Dialogue = DraftRequest['dialogue'];

/** The first change among the calls that the customer has not said yes to. */
export function withoutConsent(calls: readonly ToolCall[], dialogue: Dialogue): ToolCall | undefined {
  const asked = dialogue.findLastIndex(({ from }) => from === 'ai' || from === 'operator');
  const question = dialogue[asked];
  const answer = dialogue.slice(asked + 1).flatMap(({ from, text }) => (from === 'customer' ? [text] : []));
  const consents = question?.from === 'ai' && isYes(answer.join(' '));
  return calls.find((call) => call.effect === 'write' && !(consents && names(question.text, call)));
}

/** The question in the customer's language; `judge` hands off instead where one was asked already. */
export function confirmation(
  call: ToolCall,
  { language, business }: DraftRequest,
): Extract<DraftStep, { kind: 'reply' }> {
  const values = Object.values(call.args).filter(isShown).map(String);
  const what = [call.name.replaceAll('_', ' '), ...(values.length > 0 ? [`(${values.join(', ')})`] : [])].join(' ');
  const { text, language: used } = sentence('confirm', [language, ...business.languages], { what });
  return {
    kind: 'reply',
    text,
    language: used,
    confidence: 0.5,
    caps: [`the customer has not agreed to ${call.name}`],
    citations: [],
    intent: 'clarify',
    confirms: true,
  };
}

const isShown = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** A question with every value of the call and most words of the tool's name. */
function names(question: string, { name, args }: ToolCall): boolean {
  if (!/[?？]|ไหม|ですか/u.test(question)) return false;
  const said = ` ${words(question).join(' ')} `;
  if (Object.values(args).some((value) => !isShown(value) || !said.includes(` ${words(String(value)).join(' ')} `)))
    return false;
  const stems = new Set(words(question).map(stem));
  const own = words(name.replaceAll('_', ' ')).map(stem);
  return own.filter((word) => stems.has(word)).length > own.length / 2;
}

const YES =
  "(?:yes|yeah|yep|yup|sure|ok|okay|oke|confirm|confirmed|i confirm|agreed|i agree|go ahead|please do|do it|absolutely|definitely|correct|co|vang|u|uh|dong y|duoc|xac nhan|chac chan|dung roi|dung vay|si|claro|vale|confirmo|de acuerdo|adelante|oui|d'accord|je confirme|bien sur|ja|gerne|einverstanden|bestatige|sim|pode|certo|confermo|va bene|ya|iya|setuju|boleh|lanjutkan|ใช่|ตกลง|ยืนยัน|ได้|是|是的|好|好的|可以|确认|同意|对|はい|お願いします|確認しました|네|예|확인|좋아요|graag|akkoord|doe maar|evet|tamam|onayliyorum|olur|zgadzam sie|potwierdzam|okej|godkanner|bekrafter|opo|oo|sige|oo nga|так|згоден|згодна|підтверджую|добре|نعم|موافق|أوافق|تمام|हाँ|हां|जी हाँ|ठीक है|да|конечно|подтверждаю|хорошо|согласен|согласна)";
const BESIDE =
  "(?:please|thanks|thank you|that|that's|it|is|fine|great|perfect|you can|da|a|oi|nhe|nha|em|anh|chi|ban|minh|toi|cam on|giup|di|lam|por favor|gracias|merci|s'il vous plait|bitte|danke|por|obrigado|obrigada|grazie|per favore|terima kasih|silakan|ค่ะ|ครับ|เลย|谢谢|请|요|пожалуйста|спасибо)";
/** A space, or none after a script that is written without. */
const NEXT = '(?: |(?<=[\\p{Script=Thai}\\p{Script=Han}]))';
const ONLY_YES = new RegExp(`^(?:${BESIDE} )*${YES}(?:${NEXT}(?:${YES}|${BESIDE}))*$`, 'u');

/** Nothing but a yes and courtesies: "yes, but not today" is none. */
export function isYes(text: string): boolean {
  const plain = fold(text)
    .replace(/[^\p{L}\p{M}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return !/[?？]/u.test(text) && plain.length <= 80 && ONLY_YES.test(plain);
}
