/**
 * Codes known by what is done with them, where no word names them: a sender says to enter one ("use 5519 to sign in"),
 * a customer says that he did ("I typed 250917, it says expired").
 */
import type { WrittenNumber } from '../normal/numbers';
import type { Reading } from '../reading';
import { isGivenAway } from './given-away';
import { isSixDigits } from './passcode';

const LONGEST_LEAD = 30;
const LONGEST_PURPOSE = 60;
const TO_ENTER =
  /(?:^|[^\p{L}])(?:use|enter|type|input|nhap|usa|utilice|introduzca|ingrese|digite|insira|saisissez|entrez|tapez|inserisci|gebruik|voer|wpisz|podaj|zadejte|введите|gunakan|masukkan) $/u;
/** "Password 38104 to confirm the payment": a word that alone could be the Wi-Fi's. */
const NAMED =
  /(?:^|[^\p{L}])(?:code|kode?|cod|codigo|codice|koodi|kood|sifre|password|passwort|kennwort|wachtwoord|losenord|passord|parola?|heslo|haslo|jelszo|senha|clave|пароль|код|кодът|kata sandi)[ :]{1,2}$/u;
const IN_ORDER_TO =
  /^ (?:to|as|for|de|para|pour|per|om|in|aby|pro|чтобы|для|за|untuk|um|ein|zur|zum|za|do|pentru)(?: [\p{L}-]{1,16}){0,4} (?:confirm|verif|finish|complet|continue|proceed|register|approve|autori|sign|log ?in|collect|activate|auth|xac nhan|xac thuc|dang nhap|kich hoat|conferm|iniciar|acced|entrar|connecter|bevestig|inlog|potwierdz|zalogowa|potvrd|подтверд|пидтверд|потвърд|потврд|bestatig|anmeld|воити|увиити|вход|konfirmasi|masuk)/u;
/** "To confirm your payment of 48,90 EUR enter 339012". */
const PURPOSE_BEFORE =
  /(?:^|[^\p{L}])(?:to|para|pour|per|om|zum|zur|um|aby|pro|для|чтобы|untuk|de|pentru|za|til|for|för) (?:[\p{L}-]{1,14} ){0,3}(?:confirm|verif|valid|autori|authori|approve|sign|log|bestatig|freigabe|potvrd|potwierdz|подтверд|bevestig|bekraft|konfirmasi)/u;
const TYPED =
  /(?:^|[^\p{L}])(?:nhap|typed|typing|entered|put in|tried|tape|saisi|rentre|eingegeben|eingetippt|ingrese|introduje|puse|meti|digitei|inserito|digitato|wpisal[ae]m|ввел[аи]?|ввожу|girdim|yazdim|masukkan|masukin|ketik)(?: (?:ma|so|the|code|it|le|el|il|o))? $/u;
const REFUSED =
  /het han|het hieu luc|khong dung|khong duoc|ko duoc|ko dc|bao sai|bi sai|expired|invalid|wrong|incorrect|(?:neither|not|never) accepted|locked (?:me )?out|refus|rejected|(?:not|n[’']t) (?:work|accept)|no (?:funciona|sirve)|incorrecto|caducad|nao funciona|expirad|abgelaufen|ungultig|falsch|non (?:valid|funziona|va)|scadut|nie dziala|niepoprawn|неверн|не подходит|gecersiz|hatali|salah|gagal|kadaluarsa/;
const CODE = /^(?!(?:19|20)\d\d$)\d{4,8}$/;

/** In words why the number is a code, or undefined. */
export function typedAsCode(reading: Reading, number: WrittenNumber): string | undefined {
  if (isGivenAway(reading, number)) return 'it was told to a caller';
  if (number.letters > 0 || number.digits !== reading.text.slice(number.start, number.end)) return undefined;
  const before = reading.text.slice(Math.max(0, number.start - LONGEST_LEAD), number.start);
  const after = reading.text.slice(number.end, number.end + LONGEST_PURPOSE);
  if (CODE.test(number.digits) && (TO_ENTER.test(before) || NAMED.test(before)) && IN_ORDER_TO.test(after)) {
    return 'it is to be entered';
  }
  const purpose = reading.text.slice(Math.max(0, number.start - LONGEST_PURPOSE), number.start);
  if (CODE.test(number.digits) && TO_ENTER.test(before) && PURPOSE_BEFORE.test(purpose)) return 'it is to be entered';
  const isTyped = isSixDigits(number) && TYPED.test(before);
  return isTyped && (reading.says(REFUSED) || reading.speaksOfArrival()) ? 'it was entered' : undefined;
}
