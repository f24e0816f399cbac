/**
 * Greetings, thanks and goodbyes, and "are you a bot?": answered politely from templates, never handed off. Only a
 * message that is nothing else counts; a question with a greeting before it is a question.
 */
import { fold, words } from '../signals/folding';

export type SmallTalk = 'greeting' | 'thanks' | 'goodbye' | 'identity';

const KINDS: Readonly<Record<Exclude<SmallTalk, 'identity'>, RegExp>> = {
  thanks:
    /^(?:thank(?:s| you| u| ya)|tysm|thx|ty|cheers|many thanks|much appreciated|appreciate|great|perfect|awesome|cool|nice|wonderful|excellent|ok(?:ay)?|alright|got it|good|fine|that helps|that's all|no that's all|nothing else|cam on|camon|tks|thanks|ok roi|duoc roi|tot|tuyet|hieu roi|vang|da|gracias|perfecto|vale|merci|parfait|d'accord|danke|perfekt|alles klar|obrigad[oa]|perfeito|grazie|perfetto|bedankt|dziekuje|terima kasih|makasih|tesekkur\w*|спасибо|благодарю|хорошо|谢谢|多谢|好的|谢了|ありがとう|감사합니다|고마워요?|ขอบคุณ|شكرا|धन्यवाद)/u,
  greeting:
    /^(?:how(?: are|'re| r)? (?:you|u)(?: doing)?(?: today)?|how's it going|what's up|ban (?:co )?khoe (?:khong|ko)|hi+|hello+|hey+|hiya|(?:good )?(?:morning|afternoon|evening)|good day|greetings|howdy|yo|anyone|xin chao|chao|alo|hola|buen[oa]s(?: dias| tardes| noches)?|bonjour|bonsoir|salut|hallo|guten (?:tag|morgen|abend)|ola|bom dia|boa (?:tarde|noite)|ciao|buongiorno|buonasera|hoi|dzien dobry|czesc|halo|selamat (?:pagi|siang|sore|malam)|merhaba|selam|здравствуйте|привет|добрый (?:день|вечер)|доброе утро|你好|您好|嗨|こんにちは|こんばんは|おはよう|안녕하세요|안녕|สวัสดี|مرحبا|السلام عليكم|नमस्ते|namaste)/u,
  goodbye:
    /^(?:bye|goodbye|good night|see (?:you|ya|u)(?: (?:all|guys|then|there|soon|later|tomorrow|tonight|around|again|next week|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day))*|have a (?:nice|good|great) (?:day|evening|one|weekend)|take care|tam biet|hen gap lai|chuc ngu ngon|adios|hasta luego|au revoir|a bientot|tschuss|auf wiedersehen|tchau|ate logo|arrivederci|tot ziens|do widzenia|sampai jumpa|до свидания|пока|再见|拜拜|さようなら|안녕히|ลาก่อน|مع السلامة)/u,
};
/** The whole last word must be the greeting's: "hither" is none, "hiya" is one. Scripts without spaces have no such border. */
const WHOLE = {
  thanks: new RegExp(`${KINDS.thanks.source}(?![a-z])`, 'u'),
  greeting: new RegExp(`${KINDS.greeting.source}(?![a-z])`, 'u'),
  goodbye: new RegExp(`${KINDS.goodbye.source}(?![a-z])`, 'u'),
};
/** What may stand around without making it a question. */
const AROUND =
  /^(?:there|again|so|very|much|you|a|lot|all|team|everyone|sir|madam|dear|for|your|the|help|quick|answer|reply|info|information|and|have|good|nice|day|one|too|then|now|that|is|was|it|this|really|just|no|ok|okay|bye|thanks|thank|great|ban|anh|chi|em|shop|ad|admin|a|oi|nhe|nha|nhieu|lam|rat|qua|da|vang|minh|toi|cac|moi|nguoi|hotel|khach|san|mucho|muchas|mil|beaucoup|bien|schon|sehr|vielen|muito|molte|tanto|mille|por|pour|fur|para|la|le|ayuda|aide|hilfe|buen|dia|bonne|journee|ya|kak|ka|krub|khrap|วันดี|ครับ|ค่ะ|คะ|มาก|большое|вам|您|你们|啊|呀|ございます)$/u;
const IDENTITY =
  /^(?:(?:hi|hello|hey|so|wait)[ ,]+)?(?:are you (?:a |an )?(?:bot|robot|machine|ai|computer|human|real|person|real person|chatbot|human being)(?: or (?:a |an )?[\w ]+)?|is this (?:a |an )?(?:bot|robot|ai|real person|human|automated\w*)|who are you|am i (?:talking|speaking|chatting) (?:to|with) (?:a |an )?[\w ]+|ban la (?:ai|bot|robot|nguoi|may|nguoi that)[\w ]*|day la (?:bot|robot|may|nguoi)[\w ]*|eres (?:un )?(?:bot|robot|humano|persona)[\w ]*|es-tu (?:un )?(?:robot|humain)[\w ]*|bist du (?:ein )?(?:bot|roboter|mensch)[\w ]*)$/u;
/** What Telegram says for a customer who presses "Start", with what the link carried that brought him there. */
const STARTED = /^\s*\/start(?:@\w{1,64})?(?:\s+[\w-]{1,64})?\s*$/i;

export function smallTalkIn(text: string): SmallTalk | null {
  if (STARTED.test(text)) return 'greeting';
  const folded = fold(text)
    .replace(/[^\p{L}\p{M}\p{N}' -]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (folded === '')
    return /^(?:[👍👌🙏😊🙂😀😁😄🥰😍❤💕🎉👏🤝]|[\u{1f3fb}-\u{1f3ff}]|\ufe0f|\s)+$/u.test(text) ? 'thanks' : null;
  if (IDENTITY.test(folded)) return 'identity';
  if (folded.length > 80) return null;
  const found = kindsIn(folded);
  return (['goodbye', 'thanks', 'greeting'] as const).find((kind) => found.has(kind)) ?? null;
}

type Kind = Exclude<SmallTalk, 'identity'>;

/** How one speaks before thanking: "dạ em cảm ơn ạ". */
const BEFORE = /^(?:da|vang|oh|ah|oki|em|anh|chi|minh|toi|ban|shop|ad|no|oh ok)(?= )/;

/** The kinds a message is made of and nothing else; none where anything else stands in it. */
function kindsIn(folded: string): ReadonlySet<Kind> {
  const found = new Set<Kind>();
  let rest = folded;
  while (rest !== '') {
    const next = nextKind(rest);
    if (next) {
      found.add(next.kind);
      rest = next.rest;
      continue;
    }
    const filler = found.size > 0 ? /^\S+/.exec(rest)?.[0] : BEFORE.exec(rest)?.[0];
    if (filler === undefined || (found.size > 0 && !isAround(filler))) return new Set();
    rest = rest.slice(filler.length).trim();
  }
  return found;
}

/** The longest courtesy the text begins with: "good morning" is not "good". */
function nextKind(rest: string): { kind: Kind; rest: string } | null {
  let best: { kind: Kind; rest: string } | null = null;
  for (const kind of ['goodbye', 'thanks', 'greeting'] as const) {
    const match = WHOLE[kind].exec(rest);
    if (!match) continue;
    const after = rest.slice(match[0].length);
    if (!best || after.trim().length < best.rest.length) best = { kind, rest: after.trim() };
  }
  return best;
}

function isAround(rest: string): boolean {
  return words(rest).every((word) => AROUND.test(word));
}

/** The message without the greeting it opens with; the message itself where nothing else is left. */
export function withoutGreeting(text: string): string {
  const rest = text.replace(
    /^\s*(?:hi|hello|hey|good (?:morning|afternoon|evening)|dear \w+|xin chào|chào(?: (?:bạn|shop|anh|chị|em|ad))?|xin chao|chao(?: (?:ban|shop|anh|chi|em|ad))?|alo|hola|bonjour|hallo|guten tag|olá|ola|ciao|buongiorno)\b[\s,.!:-]*(?:there\b[\s,.!]*)?/iu,
    '',
  );
  return rest.trim() === '' ? text : rest;
}
