/** Ids that a word names: which numbers it may name, and which letters and groups beside the digits belong to the id. */
import { redact } from '../../redaction';

/** Brackets mark what is taken: "passport [AB 123456]"; a text without them stays as it is. */
function expectTaken(marked: string): void {
  const text = marked.replace(/[[\]]/g, '');
  expect(redact(text).text).toBe(marked.replace(/\[[^\]]*\]/g, '[GOVERNMENT_ID]'));
}

describe('a number that a word names', () => {
  test.each([
    ['the last four of a social security number', 'my ssn [2809]'],
    ['the last four, though the word is some way before', 'my social security number was issued, [2809]'],
    ['the last four, where a word of two meanings stands near', 'social was [2809]'],
    ['the last four, by the nearer of two words', 'passport, not the ssn: [2809]'],
    ['a Russian passport’s series', 'серия [45 08]'],
    ['a passport of seven characters', 'pass [C123456]'],
    ['a passport of ten', 'pass [AB12345678]'],
    ['twenty digits', 'my national id is [12345678901234567890]'],
    ['eight characters with three digits, all in capitals', 'national id [ABCDE123]'],
    ['the same where the word may mean a document', 'document [ABCDE123]'],
    ['letters with four digits', 'document [AB1234] is mine'],
    ['six digits where the word may mean a document', 'identity [123456]'],
    ['ten digits for a tax payer’s reference', 'utr [1234567890]'],
    ['a letter and seven digits for a passport', 'pp [C1234567]'],
  ])('is taken: %s', (_, marked) => {
    expectTaken(marked);
  });

  test.each([
    ['three digits are no social security number', 'ssn 280'],
    ['four digits are no other id', 'my national id 2809'],
    ['the last four, once a comma parts them from a word of two meanings', 'social is, 2809'],
    ['a passport needs letters', 'pass 1234567'],
    ['a passport has seven characters at least', 'pass C12345'],
    ['a passport has ten at most', 'pass AB123456789'],
    ['twenty-one digits', 'my social 123456789012345678901'],
    ['twenty-one characters', 'national id ABCDEFGHIJKLMNOPQR123'],
    ['three digits are no series', 'серия 123'],
    ['six characters with three digits', 'identity abc123'],
    ['seven characters with three digits', 'document ABCD123'],
    ['three digits behind small letters', 'document abcde123'],
    ['three digits behind mixed letters', 'national id AbcdE123'],
    ['an acronym names nothing of another length', 'sin 12345678'],
    ['an acronym with "number" neither', 'utr number 12345'],
    ['social club', 'social club 123456789'],
  ])('is not taken: %s', (_, text) => {
    expectTaken(text);
  });

  test.each(['passport number 079203012345, and my cccd is at home', 'my passport number is 079203012345; cccd later'])(
    'is called by its own word, not by another of the message: %s',
    (text) => {
      expect(redact(text).findings).toMatchObject([{ recogniser: 'government-cue' }]);
    },
  );
});

describe('the letters before an id', () => {
  test.each([
    '[AB 123456] is my passport',
    'passport [ABC 123456]',
    'passport [AB -123456]',
    'passport [AB/123456]',
    'passport [AB.123456]',
    'passport [12 AB 12345]',
    '[12 AB 12345] passport',
    'passport [κ123456]',
    'ταυτότητα [αβ123456]',
    'driving licence [KA01 20110012345]',
    'driving licence [KA01 AB 123456]',
    '[A1 12345678] driving licence',
    '[ABC123 12345678] driving licence',
  ])('are taken with it: %s', expectTaken);

  test.each([
    ['three separators away', 'passport AB - [123456]'],
    ['three spaces away', 'passport AB   [123456]'],
    ['behind a colon', 'passport AB:[123456]'],
    ['four of them', 'passport ABCD [123456]'],
    ['four glued to it', 'passport αβγδ[123456]'],
    ['behind a digit', 'passport 7AB [123456]'],
    ['glued, behind a digit', 'passport 7κ[123456]'],
    ['small', 'passport ab [123456]'],
    ['a word that names the id', 'my passport ID [123456]'],
    ['groups of three digits before them', 'passport 112 [AB 12345]'],
    ['a price before them', 'passport 1.12 [AB 12345]'],
    ['an office in small letters', 'passport x12 [AB 12345]'],
    ['an office typed as a word', 'driving licence No4 [12345678]'],
    ['an office of four letters', 'driving licence ABCD12 [12345678]'],
  ])('stay: %s', (_, marked) => {
    expectTaken(marked);
  });
});

describe('the letters and groups behind an id', () => {
  test.each([
    'passport [123456 A]',
    'passport [123456 AB], ok',
    'passport [123456.A]',
    'passport [123456/A]',
    'passport [123456κ]',
    '[123456 A]身分證',
    'national id [12345678 9 ZZ4]',
    'national id [12345678 A 9 ZZ4]',
    'national id [12345678A 9ZZ4]',
    'passport [AB1234 CD56]',
    'xy driving licence [AB1234 CD56]',
    'driving licence [B0721 R2E 2I55 3T4] 5X6',
  ])('are taken with it: %s', expectTaken);

  test.each([
    ['three of them', 'passport [123456] ABC'],
    ['three glued to it', 'passport [123456]κλμ'],
    ['small', 'passport [123456] a'],
    ['two spaces away', 'passport [123456]  A'],
    ['behind a colon', 'passport [123456]:A'],
    ['in the next sentence', 'passport [123456]. A'],
    ['before a digit', 'passport [123456] Κ7'],
    ['a version with one digit too many', 'national id [12345678] 9 ZZ45'],
    ['a version with one letter too few', 'national id [12345678] 9 Z4'],
    ['further groups without digits', 'driving licence [B0721] RRE 2I55'],
    ['further groups in small letters', 'driving licence [B0721] R2e 2I55'],
    ['further groups where the first is typed as a word', 'driving licence [Ab1234] CD56'],
    ['further groups where the first is long', 'driving licence [AB12345] CD56'],
  ])('stay: %s', (_, marked) => {
    expectTaken(marked);
  });
});
