/**
 * Codes known by what is done with them, where no word names them: a sender says to enter one ("use 5519 to sign in"),
 * a customer says that he did ("I typed 250917, it says expired").
 */
import type { WrittenNumber } from '../normal/numbers';
import type { Reading } from '../reading';

const LONGEST_LEAD = 30;
const LONGEST_PURPOSE = 60;
const TO_ENTER =
  /(?:^|[^\p{L}])(?:use|enter|type|input|nhap|usa|utilice|introduzca|ingrese|digite|insira|saisissez|entrez|tapez|inserisci|gebruik|voer|wpisz|podaj|zadejte|введите|gunakan|masukkan) $/u;
const IN_ORDER_TO =
  /^ (?:to|as|for|de|para|pour|per|om|in|aby|pro|чтобы|для|untuk|um|ein)(?: [\p{L}-]+)* (?:confirm|verify|sign|log ?in|collect|activate|authenti|authoris|authoriz|xac nhan|xac thuc|dang nhap|kich hoat|confirmar|verificar|iniciar|acceder|entrar|confirmer|verifier|connecter|confermare|accedere|bevestig|inlog|potwierdz|zalogowa|potvrd|подтверд|войти|konfirmasi|verifikasi|masuk)/u;
const TYPED =
  /(?:^|[^\p{L}])(?:nhap|typed|typing|entered|put in|tried|tape|saisi|rentre|eingegeben|eingetippt|ingrese|introduje|puse|meti|digitei|inserito|digitato|wpisal[ae]m|ввел[аи]?|ввожу|girdim|yazdim|masukkan|masukin|ketik)(?: (?:ma|so|the|code|it|le|el|il|o))? $/u;
const REFUSED =
  /het han|het hieu luc|khong dung|khong duoc|ko duoc|ko dc|bao sai|bi sai|expired|invalid|wrong|incorrect|refus|rejected|(?:not|n[’']t) (?:work|accept)|no (?:funciona|sirve)|incorrecto|caducad|nao funciona|expirad|abgelaufen|ungultig|falsch|non (?:valid|funziona|va)|scadut|nie dziala|niepoprawn|неверн|не подходит|gecersiz|hatali|salah|gagal|kadaluarsa/;
const SIX = /^\d{6}$/;
const CODE = /^(?!(?:19|20)\d\d$)\d{4,8}$/;

/** In words why the number is a code, or undefined. */
export function typedAsCode(reading: Reading, number: WrittenNumber): string | undefined {
  if (number.letters > 0 || number.digits !== reading.text.slice(number.start, number.end)) return undefined;
  const before = reading.text.slice(Math.max(0, number.start - LONGEST_LEAD), number.start);
  const after = reading.text.slice(number.end, number.end + LONGEST_PURPOSE);
  if (CODE.test(number.digits) && TO_ENTER.test(before) && IN_ORDER_TO.test(after)) return 'it is to be entered';
  const isTyped = SIX.test(number.digits) && TYPED.test(before);
  return isTyped && (reading.says(REFUSED) || reading.speaksOfArrival()) ? 'it was entered' : undefined;
}
