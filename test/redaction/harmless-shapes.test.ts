/** Numbers whose own writing says what they are keep it, even right behind the word for a passcode; their near misses do not. */
import { redact } from '../../redaction';

const CODE = '[ONE_TIME_PASSCODE]';
const read = (text: string, options = {}) => redact(text, { options }).text;

describe('a number whose writing says what it is', () => {
  test.each([
    'otp: 20261122',
    'otp: 51.5007',
    'otp: 1.234.567,50',
    'otp: 12,345,678',
    'otp: 192.168.1.204',
    'otp: 5000k',
    'otp: xx6903',
    'otp: xxx690312',
    'otp: rp150.000',
    'otp: ngn45,000.00',
    'otp: 1z999aa10123456784',
    'otp: rr123456789vn',
    'otp: 27aapfu0939f1zv',
    'otp: 22/11/2026',
    'otp: 1970-12-03',
    'otp: 11/2026',
    'otp: $ 4821',
    'otp: $4821',
    'otp: 4821 €',
    'otp: 4821 eur',
    'otp: eur 4821',
    'otp: 4821 dollars',
    'otp: 4821 k',
    'otp: ...4821',
    'otp: **4821',
    'otp 12:48',
  ])('stays, though a passcode is spoken of: %s', (text) => {
    expect(read(text)).toBe(text);
  });

  test.each([
    ['otp: 20461322', `otp: ${CODE}`],
    ['otp: 4821 abc', `otp: ${CODE} abc`],
    ['otp: abc 4821', `otp: abc ${CODE}`],
    ['otp: 48210 k platbe', `otp: ${CODE} k platbe`],
    ['otp: 4821.505', `otp: ${CODE}`],
    ['otp: wait... 482100', `otp: wait... ${CODE}`],
    ['otp 12:482913', `otp 12:${CODE}`],
    ['otp (482913)', `otp (${CODE})`],
  ])('is a code where it only looks a little like one: %s', (text, clean) => {
    expect(read(text)).toBe(clean);
  });
});

describe('a number that is part of an address', () => {
  test.each([
    'code +482913',
    'code (+482913)',
    'code (11) 92884-2640',
    'code @482913',
    'code 482913@example.com',
    'code #08-123',
    'code https://example.com/482913',
    'code www.example.com/otp=482913',
    'code https://example.com/a-482913',
    'code https://example.com/a_482913',
  ])('stays: %s', (text) => {
    expect(read(text)).toBe(text);
  });

  test.each([
    ['code /482913', `code /${CODE}`],
    ['code-482913', `code-${CODE}`],
    ['otp_482913', `otp_${CODE}`],
    ['https://example.com code -482913', `https://example.com code -${CODE}`],
    ['code is 482913 https://example.com', `code is ${CODE} https://example.com`],
  ])('is a code beside one: %s', (text, clean) => {
    expect(read(text)).toBe(clean);
  });
});

describe('a number of the business', () => {
  const patterns = [/DH\d{6}/, /\d{6}-X/g];
  const isKnownId = (value: string) => value === '773311';

  test.each(['otp DH482913', 'otp DH482913.', 'otp (DH482913)', 'otp "DH482913"', 'otp 482913-X', 'DH482913 otp'])(
    'stays by its pattern, whatever stands around it: %s',
    (text) => {
      expect(read(text, { patterns })).toBe(text);
    },
  );

  test.each([
    ['otp 482913', `otp ${CODE}`],
    ['otp 482913-Y', `otp ${CODE}-Y`],
  ])('is none that holds a pattern only in part: %s', (text, clean) => {
    expect(read(text, { patterns })).toBe(clean);
  });

  test('stays where the business knows this very value, in any spelling', () => {
    expect(read('otp 773311', { isKnownId })).toBe('otp 773311');
    expect(read('otp 77-33-11', { isKnownId })).toBe('otp 77-33-11');
    expect(read('otp 773312', { isKnownId })).toBe(`otp ${CODE}`);
  });

  test('is spared twice running by a pattern with the flag g', () => {
    expect(read('otp 482913-X and otp 482914-X', { patterns })).toBe('otp 482913-X and otp 482914-X');
  });
});
