/**
 * Codes that no word names but their fate: a customer read six digits to somebody who called ("I gave the caller 118204").
 * What a caller asks to be read out is a passcode; orders and phones are named when they are told.
 */
import type { WrittenNumber } from '../normal/numbers';
import type { Reading } from '../reading';
import { isSixDigits } from './passcode';

const LONGEST_BEFORE = 40;
const LONGEST_AFTER = 40;
const GAVE =
  /(?:^|[^a-z])(?:gave|given|told|read|said|sent|dicte|pase|passei|falei|donne|gesagt|gegeben|vorgelesen|dato|detto|letto|gegeven|gezegd|voorgelezen|podala[mz]?|podalem|powiedzialam|powiedzialem|rekl[a]?|rekao|soyledim|verdim|kasih|berikan|sebutin|bata diya|bataya|binigay|sinabi|dua|doc)(?![a-z])|продиктовал|назвал|сказал|сообщил|повидомив|продиктував|казах|اعطيته|عطيته|قلت له|נתתי|אמרתי|बता|告诉|告訴|給了|给了|教えてしま|伝えてしま|알려줬|불러줬|บอก/;
const CALLER =
  /(?:^|[^a-z])(?:caller|who (?:called|rang|phoned)|(?:guy|man|lady|woman|someone|person|agent) (?:who|that|on the phone|pretending)|scam(?:mer)?|fraud|pretending|al senor|estafa|que ligou|golpe|arnaque|au telephone|anrufer|betruger|am telefon|diceva di|truffa|oplichter|beller|oszust|przez telefon|podvod|arayan|dolandiric|nelpon|penipu|ngaku|phone pe|manloloko|lua dao|goi den)(?![a-z])|мошенник|мужчин|звонил|телефону|шахра|измам|نصاب|احتيال|اتصل|הונאה|נוכל|धोखा|诈骗|詐騙|打电话|詐欺|電話で|사기|전화/;

export function isGivenAway({ text }: Reading, number: WrittenNumber): boolean {
  if (!isSixDigits(number)) return false;
  const { start, end } = number;
  const around = text.slice(Math.max(0, start - LONGEST_BEFORE), end + LONGEST_AFTER);
  return GAVE.test(around) && CALLER.test(around);
}
