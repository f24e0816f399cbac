/**
 * The time a question about opening hours names: now, a day, a part of a day, a clock time, a holiday; in English and
 * Vietnamese, with or without accents. What it does not understand stays in the text, so that the caller can tell.
 */
import type { DateTime } from 'luxon';
import { fold } from '../../signals/folding';

export interface AskedTime {
  /** Local day; null where none was named. */
  day: DateTime | null;
  now: boolean;
  /** Minutes after midnight, from and to; equal for a clock time. */
  span: readonly [from: number, to: number] | null;
  /** A holiday by its name, the nearest to come: its date, and the local days it may mean. */
  holiday: { date: DateTime; days: DateTime[] } | null;
  /** Several days were named ("on Saturdays and Sundays", "the weekend"). */
  weekdays: number[];
  /** The folded text without what was understood. */
  rest: string;
}

const DAYS: readonly [pattern: string, weekday: number][] = [
  ['mondays?|mon|thu (?:hai|2)|t2', 1],
  ['tuesdays?|tues?|thu (?:ba|3)|t3', 2],
  ['wednesdays?|wed|thu (?:tu|4)|t4', 3],
  ['thursdays?|thurs?|thu (?:nam|5)|t5', 4],
  ['fridays?|fri|thu (?:sau|6)|t6', 5],
  ['saturdays?|sat|thu (?:bay|7)|t7', 6],
  ['sundays?|sun|chu nhat|cn', 7],
];
const PARTS: readonly [pattern: string, span: readonly [number, number]][] = [
  ['(?:in the |early )?mornings?|(?:buoi )?sang', [360, 720]],
  ['(?:at )?noon|midday|lunch ?time|(?:buoi )?trua', [660, 840]],
  ['(?:in the |late )?afternoons?|(?:buoi )?chieu', [720, 1080]],
  ['(?:in the |late )?evenings?|tonight', [1080, 1320]],
  ['(?:at |late )?nights?|(?:ban )?dem', [1200, 1440]],
];
const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december';

export function askedTime(question: string, now: DateTime): AskedTime {
  const reader = new Reader(plain(question));
  const holiday = readHoliday(reader, now);
  const day = holiday ? null : readDay(reader, now);
  const weekdays = readWeekdays(reader);
  const clock = readClock(reader);
  const part = PARTS.find(([pattern]) => reader.take(`(?:this |the )?(?:${pattern})`));
  const isNow = reader.take(
    'right now|now|currently|at the moment|atm|still|yet|bay gio|hien (?:tai|gio|nay)|luc nay|gio nay',
  );
  return {
    day,
    now: isNow,
    span: clock === null ? (part?.[1] ?? null) : [clock, clock],
    holiday,
    weekdays,
    rest: reader.rest(),
  };
}

/** Folded; "tối" (evening) is told from "tôi" (I) by its accent, without accents by what follows. */
function plain(question: string): string {
  const text = fold(question.normalize('NFC').replace(/(?:buổi )?tối/giu, ' evening '))
    .replace(/[?!,;]+|\.(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return ` ${text.replace(/\b(?:buoi toi|toi)(?= (?:nay|mai|thu|chu nhat|cn|cuoi tuan|hom nay)\b)/g, 'evening')} `;
}

/** Takes what it recognises out of the text. */
class Reader {
  constructor(private text: string) {}

  take(pattern: string): boolean {
    return this.match(pattern) !== null;
  }

  match(pattern: string): RegExpExecArray | null {
    const found = new RegExp(` (?:(?:on|for|vao|at) )?(?:${pattern})(?= )`).exec(this.text);
    if (found) this.text = this.text.replace(found[0], '');
    return found;
  }

  has(word: string): boolean {
    return this.text.includes(` ${word} `);
  }

  rest(): string {
    return this.text.trim();
  }
}

function readHoliday(reader: Reader, now: DateTime): AskedTime['holiday'] {
  if (
    reader.take(
      '(?:the )?(?:lunar new year|chinese new year|tet(?: nguyen dan| am lich| holidays?| nam nay| nam toi| nay)*|(?:ngay )?tet(?: nguyen dan| am)?)',
    )
  ) {
    const first = lunarNewYear(now);
    return { date: first, days: Array.from({ length: 10 }, (_, index) => first.plus({ days: index - 3 })) };
  }
  for (const [pattern, month, number] of FIXED) {
    if (!reader.take(pattern)) continue;
    const day = now.startOf('day').set({ month, day: number });
    const date = day < now.startOf('day') ? day.plus({ years: 1 }) : day;
    return { date, days: [date] };
  }
  return null;
}

const FIXED: readonly [pattern: string, month: number, day: number][] = [
  ["new year'?s eve|giao thua duong lich", 12, 31],
  ["(?:new year(?:'?s)?(?: day)?|tet (?:tay|duong lich?)|tet duong)", 1, 1],
  ['christmas eve|dem giang sinh', 12, 24],
  ['(?:christmas(?: day)?|xmas|giang sinh|noel)', 12, 25],
  ['(?:labou?r day|may day|quoc te lao dong|ngay lao dong)', 5, 1],
  ['(?:vietnam(?:ese)? )?national day|quoc khanh', 9, 2],
  ['reunification day|giai phong(?: mien nam)?', 4, 30],
];

/** The first day of the first lunar month, today or later. */
function lunarNewYear(now: DateTime): DateTime {
  const format = new Intl.DateTimeFormat('en-u-ca-chinese', {
    month: 'numeric',
    day: 'numeric',
    timeZone: now.zoneName ?? 'UTC',
  });
  // Its last days still count as this year's.
  for (let offset = -4; offset < 400; offset += 1) {
    const day = now.startOf('day').plus({ days: offset, hours: 12 });
    const parts = format.formatToParts(day.toJSDate());
    const value = (type: string) => parts.find((part) => part.type === type)?.value;
    if (value('month') === '1' && value('day') === '1') return day.startOf('day');
  }
  return now;
}

function readDay(reader: Reader, now: DateTime): DateTime | null {
  const today = now.startOf('day');
  const relative: readonly [string, number][] = [
    ['(?:the )?day after tomorrow|ngay kia|ngay mot', 2],
    ['tomorrow|tmrw|tmr|(?:ngay )?mai', 1],
    ['today|(?:ngay )?hom nay', 0],
  ];
  if (reader.take('nay')) return today;
  if (reader.has('tonight')) return today;
  for (const [pattern, days] of relative) if (reader.take(pattern)) return today.plus({ days });
  return readDate(reader, today);
}

function readDate(reader: Reader, today: DateTime): DateTime | null {
  const written = reader.match(`(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS})`) ?? undefined;
  const american = written ?? reader.match(`(${MONTHS}) (\\d{1,2})(?:st|nd|rd|th)?`);
  if (american) {
    const [first = '', second = ''] = american.slice(1);
    const [name, number] = /\d/.test(first) ? [second, first] : [first, second];
    return comingDate(today, MONTHS.split('|').indexOf(name) + 1, Number(number));
  }
  const vietnamese =
    reader.match('(?:ngay )?(\\d{1,2}) thang (\\d{1,2})') ?? reader.match('(?:ngay )?(\\d{1,2})[/-](\\d{1,2})');
  return vietnamese ? comingDate(today, Number(vietnamese[2]), Number(vietnamese[1])) : null;
}

function comingDate(today: DateTime, month: number, day: number): DateTime | null {
  const found = today.set({ month, day: 1 }).set({ day });
  if (!found.isValid || found.month !== month || found.day !== day) return null;
  return found < today ? found.plus({ years: 1 }) : found;
}

function readWeekdays(reader: Reader): number[] {
  const found: number[] = [];
  if (reader.take('(?:this |the |on )?weekends?|cuoi tuan(?: nay)?')) found.push(6, 7);
  if (reader.take('(?:this |the )?weekdays?|ngay thuong|trong tuan')) found.push(1, 2, 3, 4, 5);
  for (const [pattern, weekday] of DAYS)
    if (reader.take(`(?:this |next |the |every |ngay )?(?:${pattern})`)) found.push(weekday);
  return found;
}

/** Minutes after midnight. A bare small hour is of the afternoon: nobody asks about two at night. */
function readClock(reader: Reader): number | null {
  const vietnamese = reader.match(
    '(?:luc |sau |truoc )?(\\d{1,2}) ?(?:gio|h) ?(\\d{2}|ruoi)?(?: (sang|trua|chieu|toi|dem))?',
  );
  if (vietnamese) {
    const [, hour = '0', minute, part] = vietnamese;
    const later = part !== undefined && part !== 'sang' && Number(hour) < 12 && !(part === 'dem' && Number(hour) < 5);
    return clock(Number(hour) + (later ? 12 : 0), minute === 'ruoi' ? 30 : Number(minute ?? 0));
  }
  const english = reader.match(
    "(?:at |after |before |past |until |till |by )?(\\d{1,2})(?:[:.h](\\d{2}))? ?(am|pm|a m|p m|o'clock)?(?: in the (morning|afternoon|evening))?",
  );
  if (!english) return null;
  const [, hour = '0', minute, half = '', part = ''] = english;
  const value = Number(hour);
  const later =
    /^p/.test(half) ||
    /afternoon|evening/.test(part) ||
    (!/^a/.test(half) && part !== 'morning' && minute === undefined && value < 7);
  return clock(value === 12 && /^a/.test(half) ? 0 : value + (later && value < 12 ? 12 : 0), Number(minute ?? 0));
}

function clock(hour: number, minute: number): number | null {
  return hour <= 24 && minute < 60 ? hour * 60 + minute : null;
}
