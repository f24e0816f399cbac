/**
 * Ids whose check digit stdnum knows (each of its validators cites the authority's description), and the writings by
 * which they are found without a word. The rest of the world's are in the files beside this one.
 */
import { checkedBy } from './checked-by-stdnum';
import { certain, hasBirthDate, likely, type NationalId, named } from './national-id';

const swissAhv = checkedBy('CH', 'ssn');
const frenchNir = checkedBy('FR', 'nir');
const argentineCuit = checkedBy('AR', 'cuit');
const aadhaar = checkedBy('IN', 'aadhaar');
const taiwaneseId = checkedBy('TW', 'natid');
const southAfricanId = checkedBy('ZA', 'idnr');
const romanianCnp = checkedBy('RO', 'cnp');
const estonianId = checkedBy('EE', 'ik');

const ASIA: readonly NationalId[] = [
  certain(
    'cn-resident-id',
    '999999999999999999|99999999999999999a|999999 99999999 9999|999999 99999999 999a|999999-99999999-9999',
    checkedBy('CN', 'ric'),
  ),
  likely('kr-resident-id', '999999-9999999', (id) => hasBirthDate(id.slice(0, 6))),
  likely('pk-cnic', '99999-9999999-9', (id) => /^[1-7]/.test(id)),
  certain('th-citizen-id', '9-9999-99999-99-9|9 9999 99999 99 9', checkedBy('TH', 'idnr')),
  certain('hk-id', 'a999999(9)|a999999(a)|aa999999(9)|aa999999(a)', checkedBy('HK', 'hkid')),
  likely('my-nric', '999999-99-9999', (id) => hasBirthDate(id.slice(0, 6))),
  likely('in-pan', 'aaaaa9999a|aaaaa 9999 a|aaaaa-9999-a', (id) => /^[a-z]{3}[abcfghjlptk]/.test(id)),
  likely('in-aadhaar', '9999 9999 9999|9999-9999-9999', (id) => /^[2-9]/.test(id) && aadhaar(id)),
  likely('tw-id', 'a999999999', (id) => /^[a-z][1289]/.test(id) && taiwaneseId(id)),
  named('tr-identity-number', /kimlik|tc|turk/, checkedBy('TR', 'tckimlik')),
  named('il-identity-number', /israel|teudat|זהות/, checkedBy('IL', 'idnr')),
];

const AMERICAS_AND_AFRICA: readonly NationalId[] = [
  certain('mx-curp', 'aaaa999999aaaaaa99|aaaa999999aaaaaaa9', checkedBy('MX', 'curp')),
  certain(
    'br-cpf',
    '999.999.999-99|999.999.999.99|999 999 999-99|999.999.999/99|999.999.999 99|999999999-99',
    checkedBy('BR', 'cpf'),
    /cpf/,
  ),
  likely('uy-cedula', '9.999.999-9', checkedBy('UY', 'cedula')),
  certain('do-cedula', '999-9999999-9', checkedBy('DO', 'cedula')),
  certain('ar-cuil', '99-99999999-9', (id) => /^2[0347]/.test(id) && argentineCuit(id)),
  named('ca-sin', /sin|social insurance/, checkedBy('CA', 'sin')),
  likely(
    'za-id',
    '9999999999999|999999 9999 999|9999999999 999|999999 9999999|999999 9999 99 9|9999999999 99 9',
    (id) => hasBirthDate(id.slice(0, 6)) && /^\d{10}[01]/.test(id) && southAfricanId(id),
  ),
];

const WESTERN_EUROPE: readonly NationalId[] = [
  certain('it-codice-fiscale', 'aaaaaa99a99a999a|aaa aaa 99a99 a999a', checkedBy('IT', 'codicefiscale')),
  certain('ch-ahv', '999.9999.9999.99|999 9999 9999 99|9999999999999', (id) => id.startsWith('756') && swissAhv(id)),
  certain('be-national-number', '99.99.99-999.99|99.99.99-999-99', checkedBy('BE', 'nn')),
  likely(
    'fr-nir',
    '9 99 99 99 999 999 99|9 99 99 99 999 999|9.99.99.99.999.999.99|9-99-99-99-999-999-99|9 99 99 9a 999 999 99|999999999999999|9 99 99 99999999 99',
    (id) => /^[1-478]\d\d(0[1-9]|1[0-2]|[2-9]\d)/.test(id) && frenchNir(id),
  ),
  likely('es-nie', 'a9999999a|a-9999999-a|a-9999999a|a9999999-a', checkedBy('ES', 'nie')),
  likely('es-dni', '99999999a|99999999-a|99.999.999-a|99.999.999a|99999999 a', checkedBy('ES', 'dni')),
  likely('gb-nino', 'aa999999a|aa 99 99 99 a|aa-99-99-99-a|aa 999999 a|aa999999 a', checkedBy('GB', 'nino')),
  named('de-tax-id', /steuer|identifikation|german tax/, checkedBy('DE', 'idnr')),
  named('nl-bsn', /bsn|burgerservice/, checkedBy('NL', 'bsn')),
];

const NORTH_AND_EAST: readonly NationalId[] = [
  likely('dk-cpr', '999999-9999', checkedBy('DK', 'cpr')),
  likely('no-birth-number', '999999 99999', checkedBy('NO', 'fodselsnummer')),
  certain('cz-birth-number', '999999/9999', checkedBy('CZ', 'rc')),
  likely('pl-pesel', '99999999999', checkedBy('PL', 'pesel')),
  likely('ro-cnp', '9999999999999', (id) => /^[1-8]/.test(id) && hasBirthDate(id.slice(1, 7)) && romanianCnp(id)),
  likely('ee-lt-id', '99999999999', (id) => /^[3-6]/.test(id) && hasBirthDate(id.slice(1, 7)) && estonianId(id)),
  likely('ee-lv-lt-id', '999999-99999', (id) => /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[012]\d{4}$/.test(id)),
];

export const BY_STDNUM: readonly NationalId[] = [...ASIA, ...AMERICAS_AND_AFRICA, ...WESTERN_EUROPE, ...NORTH_AND_EAST];
