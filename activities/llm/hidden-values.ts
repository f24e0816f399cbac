/**
 * Messages in which redaction hid a number. The placeholder is no part of a question, and a clause that only hands the
 * number over ("my card is ...") asks nothing: it is left out, and where nothing else remains there is nothing to look up.
 */
import { withoutPlaceholders } from '../../redaction';
import { fold, words } from '../signals/folding';
import { smallTalkIn } from './small-talk';

/** Words that hand a number over or name it, folded. Anything else in the clause is a matter of its own. */
const LISTS: Readonly<Record<string, string>> = {
  en: `my mine the a an is are it its it's this that these here here's heres and or with of for on to from i i'm me you your we our have got sent send sending gave give giving has was so ok okay yes yeah sure please pls hi hello hey also then again name card cards credit debit bank visa mastercard amex number numbers no nr num id ids identity passport licence license driver drivers driving ssn social security code codes otp one time passcode password pin cvv cvc cv2 expiry exp verification sms text just received`,
  vi: `so the ma the tin dung ghi no ngan hang cua toi minh em anh chi ban la day nay va voi gui cho roi da nhe nha a ah oi vang ho chieu can cuoc cong dan cccd cmnd chung minh thu nhan bao mat xac thuc thuc`,
  es: `mi tarjeta numero de credito debito es el la los un una este esta y con codigo clave pasaporte dni documento identidad seguridad aqui tiene le envio su por favor hola si`,
  fr: `ma mon carte bancaire numero est c'est voici le les et avec passeport identite securite je vous envoie mot passe s'il vous plait svp bonjour oui d'identite`,
  de: `meine mein karte kreditkarte kartennummer nummer ist lautet hier und mit der die das code ausweis ausweisnummer reisepass personalausweis bitte hallo ja`,
  pt: `meu minha cartao numero e o os as aqui esta com senha passaporte cpf rg documento seguranca envio`,
  it: `mia mio carta credito numero il lo gli ecco con codice passaporto documento sicurezza`,
  id: `kartu kredit nomor saya adalah ini dan dengan kode paspor ktp nik`,
  ru: `моя мой карта карты номер это вот и код паспорт паспорта паспорта мои моего мне вам здравствуйте пароль`,
};
const WRAPPING = Object.entries(LISTS).map(([language, list]) => ({
  language,
  words: new Set(list.split(/\s+/).map(fold)),
}));
/** The same for scripts written without spaces, and Korean with its endings. */
const WRAPPING_UNSPACED =
  /我的|我|信用卡|银行卡|卡号|卡|号码|号|是|为|和|密码|验证码|身份证|护照|这是|请|您|你好|の|私|カード|番号|は|です|と|クレジット|暗証|認証|コード|パスポート|こちら|これ|が|を|บัตรเครดิต|บัตร|เลขที่|หมายเลข|เลข|ของ|ฉัน|ผม|ดิฉัน|คือ|รหัส|และ|นี่|ครับ|ค่ะ|คะ|พาสปอร์ต|ประชาชน|제|내|저의|신용|카드|번호|는|은|이|입니다|이에요|예요|여권|인증|코드|비밀|그리고|여기|요/gu;

const CLAUSE = /(?<=[.!?;,\n。！？；，、])|(?=\s(?:and|but|và|va|y|et|und|e|dan|и)\s)/iu;

export interface VisibleText {
  /** What is asked once everything hidden and its wrapping are gone; may be empty. */
  text: string;
  /** The message held a hidden number. */
  hidden: boolean;
  /** The language the wrapping is in, where it tells: three words are too few for statistics. */
  language?: string;
}

export function visibleText(message: string): VisibleText {
  if (withoutPlaceholders(message) === message) return { text: message, hidden: false };
  const kept = message
    .split(CLAUSE)
    .map(withoutPlaceholders)
    .filter((clause) => !isWrapping(clause));
  const text = kept
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:]+|[\s,;:]+$/g, '')
    .replace(/^(?:and|but|và|va|et|und) /i, '');
  if (text !== '' && !smallTalkIn(text)) return { text, hidden: true };
  const language = languageOfWrapping(withoutPlaceholders(message));
  return { text: '', hidden: true, ...(language !== undefined && { language }) };
}

function isWrapping(clause: string): boolean {
  const rest = words(fold(clause).replace(WRAPPING_UNSPACED, ' '));
  return rest.every((word) => WRAPPING.some((list) => list.words.has(word)));
}

/** The one list that has more of the words than any other. */
function languageOfWrapping(text: string): string | undefined {
  const said = words(text);
  const counts = WRAPPING.map(({ language, words: list }) => ({
    language,
    count: said.filter((word) => list.has(word)).length,
  })).sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && first.count >= 2 && first.count > (second?.count ?? 0) ? first.language : undefined;
}
