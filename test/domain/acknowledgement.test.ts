/** What a customer is told at closing time, in his language, on the days when the clocks change. */
import { acknowledgement } from '../../domain/acknowledgement';
import { parseBusiness } from '../../domain/business';

const shop = (timezone: string, more = '') =>
  parseBusiness(
    `name: Shop\nlanguages: [en, vi]\ntimezone: ${timezone}\nhours: { mon-fri: "08:00-18:00", sat: closed, sun: "08:00-18:00" }\n${more}`,
    'business.yaml',
  );

describe('acknowledgement', () => {
  it('names no time while somebody is there', () => {
    const text = acknowledgement(shop('Europe/Berlin'), 'en', new Date('2026-11-23T09:00:00Z'));
    expect(text).toMatch(/asked a colleague/);
    expect(text).not.toMatch(/\d/);
  });

  it('names the right opening across the night when summer time ends', () => {
    const saturdayNight = new Date('2026-11-01T03:00:00Z');
    const text = acknowledgement(shop('America/New_York'), 'en', saturdayNight);
    expect(text).toContain('Sunday, November 1 at 08:00 EST');
  });

  it('names the right opening across the night when summer time begins', () => {
    const text = acknowledgement(shop('Europe/Berlin'), 'de', new Date('2027-03-27T20:00:00Z'));
    expect(text).toContain('28. März');
    expect(text).toContain('08:00');
  });

  it("speaks the customer's language and falls back to the business's", () => {
    const now = new Date('2026-11-23T03:00:00Z');
    expect(acknowledgement(shop('Asia/Ho_Chi_Minh'), 'vi', now)).toMatch(/đồng nghiệp/);
    expect(acknowledgement(shop('Asia/Ho_Chi_Minh'), 'sw', now)).toMatch(/colleague/);
  });

  it('says nothing where the business wants nothing, and its own words where it has some', () => {
    const now = new Date('2026-11-23T03:00:00Z');
    expect(acknowledgement(shop('Asia/Ho_Chi_Minh', 'handoff: { ack: null }'), 'en', now)).toBeNull();
    const own = shop('Asia/Ho_Chi_Minh', 'handoff: { ack: { en: "Ana is coming." } }');
    expect(acknowledgement(own, 'en', now)).toBe('Ana is coming.');
  });
});
