/**
 * Which language the customer writes, sticky: a short or doubtful message keeps the language the talk is in.
 * Vietnamese without diacritics is recognised by its words, because letter statistics take it for something else.
 */
import { detectAll } from 'tinyld';
import { withoutPlaceholders } from '../../redaction';
import { words } from './folding';
import { remembered } from './remembered';

const VIETNAMESE_LETTERS = /[ăơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;
/** Folded words that are frequent in Vietnamese and rare in the languages that share the alphabet. */
const VIETNAMESE_WORDS = new Set(
  'khong ko toi minh em anh chi ban duoc dc cua cho nhan vien phong gia bao nhieu mot ngay dem khach muon can gap hoi gio may nao sao nhe nha voi vs oi roi chua con nguoi nguoi dat tra thanh toan giup lam the nay kia day co xin chao cam huy don hang giao hoan tien bang tai khoan ben shop trong ngoai sang toi chieu trua luc khi thi ma va hay hoac vay dau xem hom qua mai tuan thang nam bi tru lan'.split(
    ' ',
  ),
);
/** Of those, words that other languages have too: they prove nothing alone. */
const SHARED = new Set(
  'may can sang con don anh chi em nha hay sao the va ma khi nam mai bang shop ban co xin oi gia dem day tai tra cho chua giup mot bi lan'.split(
    ' ',
  ),
);
const ENGLISH_WORDS = new Set(
  'the is are was do does can could would will what when where how why who much many i you your my me we it of to in on at for with and or not please thanks thank hello hi hey there have has need want room price open close order help yes no this that from'.split(
    ' ',
  ),
);

/** A language code such as `en`. `known` is the business's languages, the first is the fallback. */
export function detectLanguage(whole: string, known: readonly string[], previous?: string): string {
  const text = withoutPlaceholders(whole).slice(0, 1000);
  const fallback = previous ?? known[0] ?? 'en';
  const tokens = words(text);
  if (tokens.length === 0) return fallback;
  if (VIETNAMESE_LETTERS.test(text.normalize('NFC'))) return 'vi';
  const script = languageOfScript(text);
  if (script) return script;

  const vietnamese = tokens.filter((token) => VIETNAMESE_WORDS.has(token));
  const own = vietnamese.filter((token) => !SHARED.has(token));
  const english = tokens.filter((token) => ENGLISH_WORDS.has(token)).length;
  if (own.length >= 1 && vietnamese.length / tokens.length >= 0.5 && vietnamese.length > english) return 'vi';
  if (english / tokens.length >= 0.4 && english >= Math.min(2, tokens.length)) return 'en';
  if (tokens.length <= 2 && previous) return previous;

  const guesses = guessed(text);
  const [first] = guesses;
  if (!first) return fallback;
  const favoured = guesses.find(({ lang }) => lang === previous) ?? guesses.find(({ lang }) => known.includes(lang));
  const doubtful = tokens.length < 4 || first.accuracy < 0.3;
  if (favoured && (doubtful || favoured.accuracy >= first.accuracy * 0.5)) return favoured.lang;
  return doubtful ? fallback : first.lang;
}

/** A talk's earlier messages are read again with every new one. */
const guessed = remembered((text) => detectAll(text));

function languageOfScript(text: string): string | null {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Thai}/u.test(text)) return 'th';
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return null;
}
