import { redact } from '../../redaction';
import { isIdOfSomethingElse } from '../../redaction/recognisers/whose-id';

/** The word "id" of the text, or the one after `behind`. */
function isOfAThing(text: string): boolean {
  const start = text.search(/(?<![a-z])ids?(?![a-z])/);
  return isIdOfSomethingElse(text, { start, end: start + (text.charAt(start + 2) === 's' ? 3 : 2) });
}

describe('the word "id"', () => {
  test.each([
    'id 079203012345',
    'my id 079203012345',
    'a id',
    'me id',
    'kenyan id',
    'korean id',
    'polish id',
    'japanese id',
    'american id',
    'filipino id',
    'nepali id',
    'romani id',
    'israeli id',
    'hong kong id',
    'state-id',
    'photo_id',
    'mein id',
    "my wife's id",
    'my wife’s id',
    'x5 id',
    'id of my mother',
    'id for the guest',
    'id of the passenger',
    'id for kyc',
    'id for check-in',
    'id for verification',
    'id of mr lee',
    'id for my husband',
    'id.of the item',
  ])('is a person’s in "%s"', (text) => {
    expect(isOfAThing(text)).toBe(false);
  });

  test.each([
    'steam id 99120345',
    'the app id',
    'fb id',
    'tt id',
    'netflix id',
    'zoom-id 912 555',
    'zoom_id 912 555',
    'bigbasket id',
    'id of the item',
    'id for this parcel',
    'id of order 4455',
    'id for my device',
    'the id of that booking',
    'playstationnetworkaccount id',
  ])('is a thing’s or a service’s in "%s"', (text) => {
    expect(isOfAThing(text)).toBe(true);
  });

  test('decides what the number behind it is', () => {
    expect(redact('kenyan id 34567890').text).toBe('kenyan id [GOVERNMENT_ID]');
    expect(redact('steam id 34567890').text).toBe('steam id 34567890');
    expect(redact('id of the parcel 34567890').text).toBe('id of the parcel 34567890');
  });
});
