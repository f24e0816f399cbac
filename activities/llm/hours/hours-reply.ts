/**
 * Answers a question about opening hours from the business's hours, holidays and time zone. It says the day with its
 * date and its hours, so that whoever misread the question is still told the truth. A holiday by name is only answered
 * where the business listed it: that it forgot one is likelier than that it works on New Year's Day.
 */
import { DateTime } from 'luxon';
import type { Business, OpenRange, Weekday } from '../../../domain/business';
import { openAt } from '../../../domain/opening-hours';
import type { AskedTime } from './asked-time';
import { hoursQuestion } from './hours-question';
import { HOURS_SENTENCES, type HoursSentences, hoursLanguage } from './hours-sentences';

type Hours = Pick<Business, 'name' | 'languages' | 'timezone' | 'hours' | 'holidays'>;

export interface HoursReply {
  text: string;
  language: string;
  /** What the customer sees as the source. */
  source: string;
  /** All the week was asked about: an answer that the business wrote itself says it better. */
  general: boolean;
}

/** A holiday was named that the business does not list: its usual hours would mislead. */
export const UNLISTED_HOLIDAY = 'unlisted holiday';

/** Null where the message asks something else. */
export function hoursReply(
  message: string,
  language: string,
  business: Hours,
  at: Date,
): HoursReply | typeof UNLISTED_HOLIDAY | null {
  const now = DateTime.fromJSDate(at, { zone: business.timezone });
  const asked = hoursQuestion(message, now, business.name);
  if (!asked) return null;
  const used = hoursLanguage(language, business.languages);
  const say = new Speaker(business, HOURS_SENTENCES[used], used, now);
  const text = say.answer(asked);
  if (text === null) return UNLISTED_HOLIDAY;
  const general = !asked.holiday && !asked.day && !asked.now && !asked.span && asked.weekdays.length === 0;
  return { text, language: used, source: HOURS_SENTENCES[used].source, general };
}

class Speaker {
  constructor(
    private readonly business: Hours,
    private readonly sentences: HoursSentences,
    private readonly language: string,
    private readonly now: DateTime,
  ) {}

  answer(asked: AskedTime): string | null {
    if (asked.holiday) return this.holiday(asked.holiday.days);
    const days = this.daysAsked(asked);
    if (days.length > 0) return days.map((day) => this.day(day, asked.span)).join(' ');
    if (asked.now) return this.rightNow();
    if (asked.span) return this.day(this.now.startOf('day'), asked.span);
    return this.week();
  }

  private daysAsked({ day, weekdays }: AskedTime): DateTime[] {
    if (day) return [day];
    const today = this.now.startOf('day');
    return weekdays
      .map((weekday) => today.plus({ days: (weekday - today.weekday + 7) % 7 }))
      .sort((a, b) => a.toMillis() - b.toMillis());
  }

  private rightNow(): string {
    const { open } = openAt(this.business, this.now.toJSDate());
    if (!open) return `${this.sentences.closedNow}${this.next(this.now)}`;
    const today = this.ranges(this.now.startOf('day'));
    const minute = this.now.hour * 60 + this.now.minute;
    const current = today.find(({ opens, closes }) => opens <= minute && minute < closes);
    if (!current || current.closes - current.opens >= 1440) return this.sentences.openNow;
    return this.sentences.openNowUntil.replace('{time}', clock(current.closes));
  }

  private day(day: DateTime, span: AskedTime['span']): string {
    const ranges = this.ranges(day);
    const name = this.nameOf(day);
    if (ranges.length === 0) return `${this.sentences.closedOn.replace('{day}', name)}${this.next(day.endOf('day'))}`;
    const hours = this.sentences.openOn.replace('{day}', name).replace('{hours}', listed(ranges));
    if (!span) return sentenceCase(hours);
    const [from, to] = span;
    const meets = ranges.some(({ opens, closes }) =>
      from === to ? opens <= from && from < closes : opens < to && from < closes,
    );
    // Open for a part of the asked time only: the hours say it, a yes would not.
    const whole = ranges.some(({ opens, closes }) => opens <= from && to <= closes);
    if (meets && !whole) return sentenceCase(hours);
    return `${meets ? this.sentences.yes : this.sentences.notThen} ${meets ? hours : sentenceCase(hours)}`;
  }

  private holiday(days: readonly DateTime[]): string | null {
    const closed = days.filter((day) => this.business.holidays.includes(day.toISODate() ?? ''));
    if (closed.length === 0) return null;
    const names = closed.map((day) => this.nameOf(day));
    const last = closed.at(-1) ?? this.now;
    return `${this.sentences.closedOn.replace('{day}', names.join(', '))}${this.next(last.endOf('day'))}`;
  }

  private week(): string {
    const lines: string[] = [];
    const hoursOf = (weekday: number) => this.business.hours[weekday as Weekday];
    for (let first = 1; first <= 7; ) {
      let last = first;
      while (last < 7 && listed(hoursOf(last + 1)) === listed(hoursOf(first))) last += 1;
      const days = first === last ? this.weekday(first) : `${this.weekday(first)} – ${this.weekday(last)}`;
      lines.push(`${days}: ${listed(hoursOf(first)) || this.sentences.closed}`);
      first = last + 1;
    }
    const today = this.business.holidays.includes(this.now.toISODate() ?? '')
      ? ` ${this.day(this.now.startOf('day'), null)}`
      : '';
    return `${this.sentences.week} ${lines.join('; ')}.${today}`;
  }

  /** When it opens again after this moment. */
  private next(after: DateTime): string {
    const { opensAt } = openAt(this.business, after.toJSDate());
    if (!opensAt) return '';
    const opens = DateTime.fromJSDate(opensAt, { zone: this.business.timezone });
    return ` ${this.sentences.opensAgain.replace('{day}', this.nameOf(opens)).replace('{time}', clock(opens.hour * 60 + opens.minute))}`;
  }

  private ranges(day: DateTime): readonly OpenRange[] {
    return this.business.holidays.includes(day.toISODate() ?? '') ? [] : this.business.hours[day.weekday as Weekday];
  }

  private nameOf(day: DateTime): string {
    const name = day.setLocale(this.language).toLocaleString({ weekday: 'long', day: 'numeric', month: 'long' });
    const days = Math.round(day.startOf('day').diff(this.now.startOf('day'), 'days').days);
    const near = days === 0 ? this.sentences.today : days === 1 ? this.sentences.tomorrow : null;
    return near ? `${near} (${name})` : `${this.sentences.on}${name}`;
  }

  private weekday(weekday: number): string {
    const day = this.now.plus({ days: (weekday - this.now.weekday + 7) % 7 });
    return sentenceCase(day.setLocale(this.language).toLocaleString({ weekday: 'long' }));
  }
}

const listed = (ranges: readonly OpenRange[]) =>
  ranges.map(({ opens, closes }) => `${clock(opens)}–${closes - opens === 1440 ? '24:00' : clock(closes)}`).join(', ');

/** Past midnight it is the next day's clock. */
function clock(minutes: number): string {
  const time = minutes > 1440 ? minutes - 1440 : minutes;
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
