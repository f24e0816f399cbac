/** Which ways of grouping digits are a card's, by the sizes of the groups alone. */
import { isUsualGrouping } from '../../redaction/recognisers/card-grouping';

const sizes = (written: string) => written.split(' ').map(Number);

describe('how a card is grouped', () => {
  test.each([
    '16',
    '4 4 4 4',
    '4 4 4 4 3',
    '4 4 4 1',
    '5 5 5 1',
    '2 2 2 2 2 2 2 2',
    '8 8',
    '7 7 2',
    '3 3 3 3 4',
    '1 4',
  ])('is in groups of one size, the last shorter or four: %s', (written) => {
    expect(isUsualGrouping(sizes(written))).toBe(true);
  });

  test.each([
    '4 6 5', // American Express
    '4 6 4', // Diners Club
    '6 13', // UnionPay and Maestro of nineteen digits
    '6 10',
    '4 12',
    '12 4',
    '4 4 4 7',
    '8 8 3',
  ])('is as the schemes print them: %s', (written) => {
    expect(isUsualGrouping(sizes(written))).toBe(true);
  });

  test.each([
    '4 4 4 5',
    '3 3 3 3 5',
    '2 2 2 2 2 6',
    '5 5 6',
    '4 3 4 5',
    '3 4 4 4',
    '4 4 3 4',
    '2 4 4 4 2',
    '10 6 4',
    '6 11',
    '4 5 5',
    '1 5',
  ])('is no other: %s', (written) => {
    expect(isUsualGrouping(sizes(written))).toBe(false);
  });
});
