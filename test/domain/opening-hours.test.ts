import type { Business } from '../../domain/business';
import { parseBusiness } from '../../domain/business';
import { openAt } from '../../domain/opening-hours';
import { refusals } from './business-text';

function hours(timezone: string, written: string, holidays: string[] = []): Business {
  const days = JSON.stringify(holidays);
  return parseBusiness(
    `name: A\nlanguages: [en]\ntimezone: ${timezone}\nhours: ${written}\nholidays: ${days}\n`,
    'b.yaml',
  );
}

const at = (business: Business, time: string) => {
  const { open, opensAt } = openAt(business, new Date(time));
  return open ? 'open' : (opensAt?.toISOString() ?? 'never');
};

describe('opening hours', () => {
  const hotel = hours('Asia/Ho_Chi_Minh', '{ mon-fri: "08:00-20:00", sat: "09:00-17:00", sun: closed }', [
    '2026-11-24',
  ]);

  it.each([
    ['a minute before opening', '2026-11-23T00:59:00Z', '2026-11-23T01:00:00.000Z'],
    ['at the moment of opening', '2026-11-23T01:00:00Z', 'open'],
    ['a second before closing', '2026-11-23T12:59:59Z', 'open'],
    ['at closing, before a holiday', '2026-11-23T13:00:00Z', '2026-11-25T01:00:00.000Z'],
    ['on a holiday', '2026-11-24T05:00:00Z', '2026-11-25T01:00:00.000Z'],
    ['on Saturday evening', '2026-11-28T11:00:00Z', '2026-11-30T01:00:00.000Z'],
    ['while it is Monday here and Sunday elsewhere', '2026-11-22T18:00:00Z', '2026-11-23T01:00:00.000Z'],
  ])('follow the time zone and holidays %s', (_, time, expected) => {
    expect(at(hotel, time)).toBe(expected);
  });

  const shop = '{ daily: "09:00-17:00" }';
  it.each([
    ['New York springs forward', 'America/New_York', '2026-03-07T23:00:00Z', '2026-03-08T13:00:00.000Z'],
    ['New York the day before', 'America/New_York', '2026-03-06T23:00:00Z', '2026-03-07T14:00:00.000Z'],
    ['New York falls back', 'America/New_York', '2026-10-31T22:00:00Z', '2026-11-01T14:00:00.000Z'],
    ['Berlin springs forward', 'Europe/Berlin', '2026-03-28T18:00:00Z', '2026-03-29T07:00:00.000Z'],
    ['Berlin falls back', 'Europe/Berlin', '2026-10-24T18:00:00Z', '2026-10-25T08:00:00.000Z'],
  ])('keep the clock on the wall when %s', (_, timezone, time, expected) => {
    expect(at(hours(timezone, shop), time)).toBe(expected);
  });

  it('open an hour that a clock change skips when the hour after it begins', () => {
    expect(at(hours('America/New_York', '{ sun: "02:30-06:00" }'), '2026-03-08T06:00:00Z')).toBe(
      '2026-03-08T07:30:00.000Z',
    );
  });

  const bar = hours('Europe/Berlin', '{ fri-sat: "18:00-02:00" }', ['2026-10-31']);
  it.each([
    ['before midnight', '2026-10-23T20:00:00Z', 'open'],
    ['after midnight', '2026-10-23T23:30:00Z', 'open'],
    ['in the night that the clock goes back', '2026-10-25T00:30:00Z', '2026-10-30T17:00:00.000Z'],
    ['into a holiday that begins at midnight', '2026-10-31T00:30:00Z', 'open'],
    ['on the evening of the holiday', '2026-10-31T18:00:00Z', '2026-11-06T17:00:00.000Z'],
  ])('run over midnight %s', (_, time, expected) => {
    expect(at(bar, time)).toBe(expected);
  });

  it('may have a break, and may be all day', () => {
    const clinic = hours('UTC', '{ mon: "08:00-12:00, 13:00-17:00", tue: open }');
    expect(at(clinic, '2026-11-23T12:30:00Z')).toBe('2026-11-23T13:00:00.000Z');
    expect(at(clinic, '2026-11-23T17:30:00Z')).toBe('2026-11-24T00:00:00.000Z');
    expect(at(clinic, '2026-11-24T23:59:59Z')).toBe('open');
    expect(at(clinic, '2026-11-25T00:00:00Z')).toBe('2026-11-30T08:00:00.000Z');
  });

  it('never open where every day is closed', () => {
    expect(at(hours('UTC', '{ daily: closed }'), '2026-11-23T12:00:00Z')).toBe('never');
  });

  it('wrap around the week', () => {
    const weekend = hours('UTC', '{ sat-mon: "10:00-24:00" }');
    expect(at(weekend, '2026-11-23T23:59:00Z')).toBe('open');
    expect(at(weekend, '2026-11-24T00:00:00Z')).toBe('2026-11-28T10:00:00.000Z');
    expect(refusals('name: A\nlanguages: [en]\ntimezone: UTC\nhours: { mon: "24:00-25:00" }\n')).toHaveLength(1);
  });
});
