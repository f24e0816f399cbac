/**
 * Ids whose writing alone gives them away: a shape with its own separators or letters, and a check digit or a birth
 * date inside. `9` in a shape is a digit, `a` a letter. Certain ones are taken even beside a harmless word.
 */
import { stdnum } from 'stdnum';
import { passesLuhn } from './card-schemes';
import { hasBirthDate, isSingaporeNric } from './checks/asia';

export interface StrongId {
  name: string;
  shapes: readonly string[];
  /** Given the id's digits and lower-case letters only. */
  isValid: (id: string) => boolean;
  certain: boolean;
}

const strong = (name: string, shapes: string, isValid: StrongId['isValid'], isCertain: boolean): StrongId => ({
  name,
  shapes: shapes.split('|'),
  isValid,
  certain: isCertain,
});
const certain = (name: string, shapes: string, isValid: StrongId['isValid']) => strong(name, shapes, isValid, true);
const likely = (name: string, shapes: string, isValid: StrongId['isValid']) => strong(name, shapes, isValid, false);

/** A validator of stdnum, looked up once; a missing one is found at load, not in a message. */
function checkedBy(country: string, number: string): StrongId['isValid'] {
  const validator = stdnum[country]?.[number];
  if (!validator) throw new Error(`stdnum has no validator ${country}.${number}`);
  return (id) => validator.validate(id.toUpperCase()).isValid;
}

const swissAhv = checkedBy('CH', 'ssn');
const frenchNir = checkedBy('FR', 'nir');
const argentineCuit = checkedBy('AR', 'cuit');
const aadhaar = checkedBy('IN', 'aadhaar');
const taiwaneseId = checkedBy('TW', 'natid');

export const STRONG_IDS: readonly StrongId[] = [
  certain(
    'cn-resident-id',
    '999999999999999999|99999999999999999a|999999 99999999 9999|999999 99999999 999a|999999-99999999-9999',
    checkedBy('CN', 'ric'),
  ),
  certain('it-codice-fiscale', 'aaaaaa99a99a999a|aaa aaa 99a99 a999a', checkedBy('IT', 'codicefiscale')),
  certain('mx-curp', 'aaaa999999aaaaaa99|aaaa999999aaaaaaa9', checkedBy('MX', 'curp')),
  certain(
    'br-cpf',
    '999.999.999-99|999.999.999.99|999 999 999-99|999.999.999/99|999.999.999 99',
    checkedBy('BR', 'cpf'),
  ),
  likely('kr-resident-id', '999999-9999999', (id) => hasBirthDate(id.slice(0, 6))),
  certain(
    'ae-emirates-id',
    '999-9999-9999999-9|999 9999 9999999 9|999999999999999',
    (id) => /^784(19|20)\d{10}$/.test(id) && passesLuhn(id),
  ),
  certain('ch-ahv', '999.9999.9999.99|999 9999 9999 99|9999999999999', (id) => id.startsWith('756') && swissAhv(id)),
  likely('pk-cnic', '99999-9999999-9', (id) => /^[1-7]/.test(id)),
  certain('th-citizen-id', '9-9999-99999-99-9|9 9999 99999 99 9', checkedBy('TH', 'idnr')),
  certain('be-national-number', '99.99.99-999.99|99.99.99-999-99', checkedBy('BE', 'nn')),
  likely(
    'fr-nir',
    '9 99 99 99 999 999 99|9 99 99 99 999 999|9.99.99.99.999.999.99|9-99-99-99-999-999-99|9 99 99 9a 999 999 99|999999999999999|9 99 99 99999999 99',
    (id) => /^[1-478]\d\d(0[1-9]|1[0-2]|[2-9]\d)/.test(id) && frenchNir(id),
  ),
  likely('us-ssn', '999-99-9999', isUsNumber),
  likely('sg-nric', 'a9999999a', (id) => isSingaporeNric(id)),
  likely('es-nie', 'a9999999a|a-9999999-a|a-9999999a|a9999999-a', checkedBy('ES', 'nie')),
  likely('es-dni', '99999999a|99999999-a|99.999.999-a|99.999.999a|99999999 a', checkedBy('ES', 'dni')),
  certain('hk-id', 'a999999(9)|a999999(a)|aa999999(9)|aa999999(a)', checkedBy('HK', 'hkid')),
  likely('gb-nino', 'aa999999a|aa 99 99 99 a|aa-99-99-99-a|aa 999999 a|aa999999 a', checkedBy('GB', 'nino')),
  likely('my-nric', '999999-99-9999', (id) => hasBirthDate(id.slice(0, 6))),
  likely('in-pan', 'aaaaa9999a', (id) => /^[a-z]{3}[abcfghjlptk]/.test(id)),
  likely('in-aadhaar', '9999 9999 9999|9999-9999-9999', (id) => /^[2-9]/.test(id) && aadhaar(id)),
  likely('fi-hetu', '999999-9999|999999-999a|999999a9999|999999a999a', checkedBy('FI', 'hetu')),
  likely(
    'se-personnummer',
    '999999-9999|99999999-9999',
    (id) => hasBirthDate(id.slice(-10, -4)) && passesLuhn(id.slice(-10)),
  ),
  likely('dk-cpr', '999999-9999', checkedBy('DK', 'cpr')),
  certain('cz-birth-number', '999999/9999', checkedBy('CZ', 'rc')),
  certain('ru-snils', '999-999-999 99|999-999-999-99', isSnils),
  certain('cl-run', '9.999.999-9|9.999.999-a|99.999.999-9|99.999.999-a', checkedBy('CL', 'run')),
  likely('uy-cedula', '9.999.999-9', checkedBy('UY', 'cedula')),
  certain('do-cedula', '999-9999999-9', checkedBy('DO', 'cedula')),
  certain('ar-cuil', '99-99999999-9', (id) => /^2[0347]/.test(id) && argentineCuit(id)),
  likely('tw-id', 'a999999999', (id) => /^[a-z][1289]/.test(id) && taiwaneseId(id)),
  likely(
    'gb-driving-licence',
    'aaaaa999999aa9aa|aaaaa999999aaaaa|aaaaa999999a99aa|aaaaa999999a9aaa|aaaaa999999aa999|aaaaa 999999 aa9aa|aaaaa 999999 a99aa|aaaaa 999999 a9aaa|aaaaa 999999 aaaaa',
    (id) => /^[a-z]{5}\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d/.test(id),
  ),
  likely('us-fl-licence', 'a999-999-99-999-9|a999-999-99-999', () => true),
  likely('ee-lv-lt-id', '999999-99999', (id) => /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[012]\d{4}$/.test(id)),
];

/** A social security or taxpayer number that could have been issued: 9xx areas are ITINs. */
function isUsNumber(id: string): boolean {
  return !/^(?:000|666)/.test(id) && id.slice(3, 5) !== '00' && id.slice(5) !== '0000';
}

/** Russian pension insurance number: weights 9..1, modulo 101. */
function isSnils(id: string): boolean {
  if (!/^\d{11}$/.test(id)) return false;
  let sum = 0;
  for (let i = 0; i < 9; i += 1) sum += Number(id.charAt(i)) * (9 - i);
  return (sum % 101) % 100 === Number(id.slice(9));
}
