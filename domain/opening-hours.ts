/**
 * Whether people are there, and when they are next. Hours are wall-clock times in the business's time zone, so a day
 * with a clock change keeps its opening time; hours over midnight belong to the day they begin on, holiday or not.
 */
import { DateTime } from 'luxon';
import type { Business, OpenRange, Weekday } from './business';

export interface Opening {
  open: boolean;
  /** The next opening after `date` while closed; null while open, or where the business opens on no day ahead. */
  opensAt: Date | null;
}

type Hours = Pick<Business, 'timezone' | 'hours'> & { holidays: readonly string[] };

/** A closed year means never. */
const DAYS_AHEAD = 366;

export function openAt(business: Hours, date: Date): Opening {
  const now = DateTime.fromJSDate(date, { zone: business.timezone });
  for (let offset = -1; offset <= DAYS_AHEAD; offset++) {
    const day = now.startOf('day').plus({ days: offset });
    for (const range of rangesOn(business, day)) {
      const opens = wallClock(day, range.opens);
      if (opens > now) return { open: false, opensAt: opens.toJSDate() };
      if (wallClock(day, range.closes) > now) return { open: true, opensAt: null };
    }
  }
  return { open: false, opensAt: null };
}

function rangesOn({ hours, holidays }: Hours, day: DateTime): OpenRange[] {
  return holidays.includes(day.toISODate() ?? '') ? [] : hours[day.weekday as Weekday];
}

/** `minutes` after the midnight that begins `day`, as a clock on the wall shows it. */
function wallClock(day: DateTime, minutes: number): DateTime {
  const clock = { hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 };
  return day.plus({ days: Math.floor(minutes / 1440) }).set(clock);
}
