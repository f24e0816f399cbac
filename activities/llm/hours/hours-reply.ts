/**
 * Answers a question about opening hours from the business's hours, holidays and time zone. It says the day with its
 * date and its hours, so that whoever misread the question is still told the truth. A holiday by name is only answered
 * where the business listed it: that it forgot one is likelier than that it works on New Year's Day.
 */
import { DateTime } from 'luxon';
import type { OpenRange, Weekday } from '../../../domain/business';
import { openAt } from '../../../domain/opening-hours';
import type { AskedTime } from './asked-time';
import { hoursQuestion } from './hours-question';
import { HOURS_SENTENCES, type HoursSentences, hoursLanguage, type SpokenLanguage } from './hours-sentences';
import type { Opened, Place } from './opened-place';

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
  business: Opened,
  at: Date,
): HoursReply | typeof UNLISTED_HOLIDAY | null {
  const now = DateTime.fromJSDate(at, { zone: business.timezone });
  const asked = hoursQuestion(message, now, business);
  if (!asked) return null;
  const used = hoursLanguage(language, business.languages);
  const said = new Speaker(asked.place, used, now).answer(asked);
  if (said === null) return UNLISTED_HOLIDAY;
  const text = named(asked.place, used, said);
  const general = !asked.holiday && !asked.day && !asked.now && !asked.span && asked.weekdays.length === 0;
  return { text, language: used, source: HOURS_SENTENCES[used].business.source, general };
}

/** The hours of the whole week. */
export function weekOf(place: Place, language: SpokenLanguage, now: DateTime): string {
  return named(place, language, new Speaker(place, language, now).week());
}

/** With the name customers of this language use, else the first there is. */
function named({ names }: Place, language: string, said: string): string {
  if (names === null) return said;
  const [name = ''] = names[language] ?? Object.values(names)[0] ?? [];
  return `${sentenceCase(name)}: ${said.trim()}`;
}

class Speaker {
  private readonly sentences: HoursSentences;

  constructor(
    private readonly place: Place,
    private readonly language: SpokenLanguage,
    private readonly now: DateTime,
  ) {
    this.sentences = HOURS_SENTENCES[language][place.names ? 'place' : 'business'];
  }

  answer(asked: AskedTime): string | null {
    if (asked.holiday) return this.holiday(asked.holiday, asked.span);
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
    const { open } = openAt(this.place, this.now.toJSDate());
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
    const hours = this.sentences.openOn.replace('{day}', name).replace('{hours}', this.listed(ranges));
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

  private holiday({ date, days }: NonNullable<AskedTime['holiday']>, span: AskedTime['span']): string | null {
    if (this.place.keepsHolidays) return this.day(date, span);
    const closed = days.filter((day) => this.place.holidays.includes(day.toISODate() ?? ''));
    if (closed.length === 0) return null;
    const names = closed.map((day) => this.nameOf(day));
    const last = closed.at(-1) ?? this.now;
    return `${this.sentences.closedOn.replace('{day}', names.join(', '))}${this.next(last.endOf('day'))}`;
  }

  week(): string {
    const lines: string[] = [];
    const hoursOf = (weekday: number) => this.place.hours[weekday as Weekday];
    for (let first = 1; first <= 7; ) {
      let last = first;
      while (last < 7 && this.listed(hoursOf(last + 1)) === this.listed(hoursOf(first))) last += 1;
      const days = first === last ? this.weekday(first) : `${this.weekday(first)} – ${this.weekday(last)}`;
      lines.push(`${days}: ${this.listed(hoursOf(first)) || this.sentences.closed}`);
      first = last + 1;
    }
    const today = this.place.holidays.includes(this.now.toISODate() ?? '')
      ? ` ${this.day(this.now.startOf('day'), null)}`
      : '';
    return `${this.sentences.week} ${lines.join('; ')}.${today}`;
  }

  private listed(ranges: readonly OpenRange[]): string {
    const [first] = ranges;
    if (first && first.opens === 0 && first.closes === 1440) return this.sentences.allDay;
    return ranges.map(({ opens, closes }) => `${clock(opens)}–${clock(closes)}`).join(', ');
  }

  /** When it opens again after this moment. */
  private next(after: DateTime): string {
    const { opensAt } = openAt(this.place, after.toJSDate());
    if (!opensAt) return '';
    const opens = DateTime.fromJSDate(opensAt, { zone: this.place.timezone });
    return ` ${this.sentences.opensAgain.replace('{day}', this.nameOf(opens)).replace('{time}', clock(opens.hour * 60 + opens.minute))}`;
  }

  private ranges(day: DateTime): readonly OpenRange[] {
    return this.place.holidays.includes(day.toISODate() ?? '') ? [] : this.place.hours[day.weekday as Weekday];
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

/** Past midnight it is the next day's clock. */
function clock(minutes: number): string {
  const time = minutes > 1440 ? minutes - 1440 : minutes;
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
