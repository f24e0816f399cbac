/** Opening hours as a business writes them: `{ mon-fri: "08:00-20:00", sat: "09:00-17:00", sun: closed }`. */
import { z } from 'zod';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY_MINUTES = 1440;
const HOURS = '"08:00-20:00", "08:00-12:00, 13:00-17:00", "18:00-02:00", open or closed';

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Minutes after local midnight; `closes` is above 1440 where the hours run over midnight. */
export interface OpenRange {
  opens: number;
  closes: number;
}

export type WeekHours = Record<Weekday, OpenRange[]>;

/** Days that are not named are closed. */
export const hoursSchema = z
  .record(z.string(), z.string({ error: `expected ${HOURS}` }), {
    error: 'expected hours for days, such as { mon-fri: "08:00-20:00" }',
  })
  .transform((written, ctx) => {
    const week: WeekHours = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
    const seen = new Set<Weekday>();
    for (const [key, value] of Object.entries(written)) {
      const refuse = (message: string) => ctx.addIssue({ code: 'custom', path: [key], message });
      const days = parseDays(key);
      const ranges = parseRanges(value);
      if (!days) refuse('expected days such as mon, mon-fri, "sat,sun" or daily');
      else if (days.some((day) => seen.has(day))) refuse('expected every day once: this one was named before');
      if (!ranges) refuse(`expected ${HOURS}, in order and not overlapping`);
      for (const day of days ?? []) {
        seen.add(day);
        week[day] = ranges ?? [];
      }
    }
    return week;
  });

function parseDays(key: string): Weekday[] | null {
  const days: Weekday[] = [];
  const word = key.trim().toLowerCase();
  if (word === 'daily') return [1, 2, 3, 4, 5, 6, 7];
  for (const part of word.split(',')) {
    const [from = '', to = from, ...more] = part.trim().split(/\s*-\s*/);
    const first = DAYS.indexOf(from);
    const last = DAYS.indexOf(to);
    if (first < 0 || last < 0 || more.length > 0) return null;
    const length = ((last - first + 7) % 7) + 1;
    for (let step = 0; step < length; step++) days.push((((first + step) % 7) + 1) as Weekday);
  }
  return days;
}

function parseRanges(value: string): OpenRange[] | null {
  const word = value.trim().toLowerCase();
  if (word === 'closed') return [];
  if (word === 'open') return [{ opens: 0, closes: DAY_MINUTES }];
  const ranges: OpenRange[] = [];
  for (const part of word.split(',')) {
    const match = /^\s*(\d{1,2}:\d{2})\s*[-–]\s*(\d{1,2}:\d{2})\s*$/.exec(part);
    const opens = minutes(match?.[1]);
    const closes = minutes(match?.[2]);
    if (opens === null || closes === null || opens === closes || opens === DAY_MINUTES) return null;
    const previous = ranges.at(-1);
    if (previous && opens < previous.closes) return null;
    ranges.push({ opens, closes: closes > opens ? closes : closes + DAY_MINUTES });
  }
  return ranges;
}

/** 24:00 is the end of a day. */
function minutes(clock: string | undefined): number | null {
  const [hour = NaN, minute = NaN] = (clock ?? '').split(':').map(Number);
  const total = hour * 60 + minute;
  return minute < 60 && total <= DAY_MINUTES ? total : null;
}
