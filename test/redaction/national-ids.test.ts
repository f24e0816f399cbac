import { redact } from '../../redaction';
import { knownId } from '../../redaction/recognisers/national';
import { isEgyptianId } from '../../redaction/recognisers/national/egypt';
import { isGermanDocument } from '../../redaction/recognisers/national/germany';
import { isEmiratesId, isSaudiId } from '../../redaction/recognisers/national/gulf';
import { isIndonesianNik } from '../../redaction/recognisers/national/indonesia';
import { isJapaneseMyNumber } from '../../redaction/recognisers/national/japan';
import { hasBirthDate } from '../../redaction/recognisers/national/national-id';
import { isHetu, isPersonnummer } from '../../redaction/recognisers/national/nordic';
import { isSnils } from '../../redaction/recognisers/national/russia';
import { isSingaporeNric } from '../../redaction/recognisers/national/singapore';
import { isUkDriverNumber } from '../../redaction/recognisers/national/united-kingdom';
import { isUsSocialSecurity, isUsTaxpayer } from '../../redaction/recognisers/national/united-states';
import { isVietnameseCitizenId } from '../../redaction/recognisers/national/vietnam';

const VALID: [string, (id: string) => boolean, string[], string[]][] = [
  [
    'Vietnamese citizen ids',
    isVietnameseCitizenId,
    ['079203012345', '001399000001'],
    ['003203012345', '079403012345', '07920301234', '0792030123456'],
  ],
  [
    'NRIC and FIN',
    isSingaporeNric,
    ['s0000001i', 't0000001e', 'g8080806u', 'f0735370r'],
    ['s0000001a', 't0000001i', 'a0000001i', 's000001i'],
  ],
  [
    'NIK',
    isIndonesianNik,
    ['3273016707620028', '3273013112620028'],
    ['3273010007620028', '3273013213620028', '3273013207620028', '0273016707620028', '327301670762002'],
  ],
  ['My Number', isJapaneseMyNumber, ['495010123932'], ['495010123931', '49501012393']],
  [
    'social security numbers',
    isUsSocialSecurity,
    ['536228765', '001010001'],
    ['000228765', '666228765', '900228765', '536008765', '536220000', '53622876'],
  ],
  [
    'taxpayer numbers',
    isUsTaxpayer,
    ['984883739', '900500000', '900650000', '999990000', '912920000'],
    ['984663739', '900890000', '900930000', '884883739'],
  ],
  ['SNILS', isSnils, ['29985070954'], ['29985070955', '2998507095']],
  [
    'Egyptian ids',
    isEgyptianId,
    ['26410070239812', '30001011234567'],
    ['16410070239812', '26413070239812', '26410070539812', '2641007023981'],
  ],
  ['Emirates ids', isEmiratesId, ['784197620333431'], ['784197620333432', '785197620333431', '784217620333431']],
  ['Saudi ids', isSaudiId, ['1780795686'], ['1780795687', '3780795686', '178079568']],
  [
    'German documents',
    isGermanDocument,
    ['l01x00t47', 't220001293', 'c01x0006h'],
    ['t220001294', 'l01x00t4', 'l01x00ta7', 'lxxxxxxtx'],
  ],
  [
    'UK driver numbers',
    isUkDriverNumber,
    ['morga753116sm9ij', 'fox99753116sm9ij', 'patel961025ycjxp'],
    ['morga773116sm9ij', 'morga753336sm9ij', 'm9rga753116sm9ij'],
  ],
  // The agencies' own examples, without their separators.
  ['henkilötunnukset', isHetu, ['131052308t', '131052a308t'], ['131052308s', '321052308t', '131352308t', '13105230t']],
  ['personnummer', isPersonnummer, ['8112189876', '198112189876'], ['8112189875', '8113189876', '218112189876']],
  ['birth dates', hasBirthDate, ['990131', '991201'], ['991301', '990001', '990132', '990100']],
];

describe('national ids', () => {
  test.each(VALID)('%s are told by their inner rules', (_, isValid, right, wrong) => {
    for (const id of right) expect([id, isValid(id)]).toEqual([id, true]);
    for (const id of wrong) expect([id, isValid(id)]).toEqual([id, false]);
  });

  test.each([
    ['cccd', '079203012345', 'vn-citizen-id'],
    ['cmnd', '331471430', 'vn-cmnd'],
    ['so ho chieu', 'c1234567', 'vn-passport'],
    ['nomor ktp', '3273016707620028', 'id-nik'],
    ['iqama', '1780795686', 'sa-national-id'],
    ['bvn', '22212345678', 'ng-bvn'],
    ['паспорт', '4510 123456', 'ru-passport'],
    ['steuer id', '35648015575', 'de-tax-id'],
  ])('a number named by "%s" is called what it checks as', (spokenAs, written, name) => {
    expect(knownId(spokenAs, written)?.name).toBe(name);
    expect(knownId(spokenAs, `${written}99999`)).toBeUndefined();
  });

  test.each([
    ['hetuni on 131052-308T', 'hetuni on [GOVERNMENT_ID]'],
    ['131052-308T', '[GOVERNMENT_ID]'],
    ['pnr 811218-9876 för fakturan', 'pnr [GOVERNMENT_ID] för fakturan'],
    ['my kra pin for the receipt A001204471K', 'my kra pin for the receipt [GOVERNMENT_ID]'],
    ['паспорт 45 08 № 118204', 'паспорт [GOVERNMENT_ID]'],
    ['my SA ID is 8001015009 087', 'my SA ID is [GOVERNMENT_ID]'],
    ['company pin P001204471K', 'company pin P001204471K'],
    ['part A001204471K', 'part A001204471K'],
  ])('are found as people write them: %s', (text, expected) => {
    expect(redact(text).text).toBe(expected);
  });

  test('says which id it took a named number for, and takes a mistyped one all the same', () => {
    expect(redact('cccd 079203012345').findings[0]).toMatchObject({ recogniser: 'vn-citizen-id' });
    expect(redact('cccd 999203012345').findings[0]).toMatchObject({ recogniser: 'government-cue' });
  });

  test("takes my number for Japan's only when it checks, and a tax code for a person's only when it is an id", () => {
    expect(redact('my number is 4950 1012 3932').text).toBe('my number is [GOVERNMENT_ID]');
    expect(redact('my number is 4950 1012 3931').findings).toEqual([]);
    expect(redact('mst 079203012345').text).toBe('mst [GOVERNMENT_ID]');
    expect(redact('mst 0312345678').findings).toEqual([]);
  });
});
