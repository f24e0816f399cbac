/**
 * Whose "id" it is: a person's ("my id", "Kenyan id", "id number") or a service's and a thing's ("Steam id", "id of the
 * item"), told by the word before it and the words after. Short words and possessives are a person's.
 */
const OF_A_PERSON = new Set(
  (
    'the our his her and for usa uae ksa rsa old new gov nat its mon con seu thx pls plz hey aus nid two any own ' +
    'per yes get one say add see put use not but was are der die das den een mit min din moj ean can ish ese aan ' +
    'pino ali french dutch czech greek thai swiss saudi iraqi israeli kuwaiti qatari emirati yemeni german ' +
    'korean roman national natl state federal photo valid legal citizen citizenship resident residence personal ' +
    'identity identification official government govt birth school work foreign foreigner passport voter voters ' +
    'tribal military army police civil smart physical original their your that with this here same first second ' +
    'guest traveler traveller father mother mothers fathers husband husbands wife wifes sons daughters real need ' +
    'have give send number mein meine nummer mijn minha meu saya anda from show card also told dear primary ' +
    'secondary islamic republic country china india japan kenya ghana nigeria malaysia singapore indonesia ' +
    'philippine philippines kong taiwan vietnam pakistan bangladesh lanka dubai qatar kuwait oman bahrain jordan ' +
    'egypt turkey brazil mexico chile peru argentina colombia spain italy france germany portugal poland romania ' +
    'hungary bulgaria croatia serbia ukraine russia estonia latvia lithuania finland sweden norway denmark ' +
    'iceland ireland england scotland wales britain america california texas florida york jersey ohio nevada ' +
    'illinois africa arabia arabian emirates israel'
  ).split(' '),
);
const OF_A_PEOPLE = /(?:ian|ean|can|yan|ndan|ghan|ban|ish|ese|aan|pino|ali|ani)$/;
const OF_A_SERVICE = new Set(
  'app web net psn bot ads ad job sim vpn car bus pet dog cat fb ig tt pc atm pos tid mid'.split(' '),
);
const ID_OF_A_THING =
  /^ (?:of|for) (?:(?:the|this|my|that|your) )?(?!(?:the|this|my|that|your) |guest|customer|passenger|holder|person|owner|m[ou]|father|wife|husb|son|daugh|travel|tenant|appl|check|ident|verif|kyc|hotel|room)[a-z]{3}/;
const WORD_BEFORE = /(?:^|[^a-z'’])([a-z'’]{1,24})[ \-_/]$/;
const LONGEST_WORD = 24;

export function isIdOfSomethingElse(text: string, id: { start: number; end: number }): boolean {
  return isIdOfThing(text, id) || isOfAService(wordBefore(text, id.start));
}

/** "My id for the forum". */
export function isIdOfThing(text: string, id: { end: number }): boolean {
  return ID_OF_A_THING.test(text.slice(id.end, id.end + LONGEST_WORD));
}

function isOfAService(word: string): boolean {
  if (/['’]/.test(word)) return false;
  if (OF_A_SERVICE.has(word)) return true;
  return word.length > 2 && !OF_A_PERSON.has(word) && !OF_A_PEOPLE.test(word);
}

/** The Latin word right before, a space or a hyphen between; empty where there is none. */
function wordBefore(text: string, start: number): string {
  return WORD_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))?.[1] ?? '';
}
