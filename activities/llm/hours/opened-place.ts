/**
 * Whose opening hours a question is about: a place that `openingHours` names, or the business itself. A kind of place
 * ("the bar") means the business only while the business has written nothing about the hours of such a place.
 */
import type { Business, OpeningHours, OpenRange, Weekday } from '../../../domain/business';
import type { Answer } from '../../../domain/knowledge';
import { fold } from '../../signals/folding';

export type Opened = Pick<
  Business,
  'name' | 'languages' | 'timezone' | 'hours' | 'holidays' | 'openingHours' | 'departments'
> & { knowledge: readonly Answer[] };

/** Hours of one place, in the shape of a business's own. */
export interface Place {
  /** What it is called in each language; null for the business itself. */
  names: Readonly<Record<string, string[]>> | null;
  timezone: string;
  hours: Readonly<Record<Weekday, OpenRange[]>>;
  /** Dates on which it stays closed. */
  holidays: readonly string[];
  /** On holidays its hours are the usual ones. */
  keepsHolidays: boolean;
}

/** Words for a business as a whole; each may also be a part of one. */
const KINDS =
  'shop|store|clinic|office|restaurant|cafe|hotel|bar|salon|branch|quan|tiem|cua hang|phong kham|nha hang|khach san|van phong|vp'.split(
    '|',
  );
const TELLS_HOURS = /\b(?:hours|open|opening|opens|times?|gio|mo cua)\b/;

/** The place and the question without its name; null where several are named or the business tells it in its own words. */
export function openedPlace(question: string, business: Opened): { place: Place; rest: string } | null {
  const named = business.openingHours.flatMap((entry) =>
    Object.values(entry.names ?? {})
      .flat()
      .map((name) => ({ entry, name: ` ${fold(name)} ` })),
  );
  named.sort((a, b) => b.name.length - a.name.length);
  let rest = ` ${question} `;
  const found = new Set<OpeningHours>();
  for (const { entry, name } of named) {
    if (!rest.includes(name)) continue;
    rest = rest.replaceAll(name, ' ');
    found.add(entry);
  }
  if (found.size > 1) return null;
  const [entry = business.openingHours.find(({ names }) => names === null)] = found;
  if (found.size === 0 && KINDS.some((kind) => rest.includes(` ${kind} `) && isPart(kind, business))) return null;
  return { place: placeOf(entry, business), rest: rest.trim() };
}

/** Every place that has hours, the business itself first. */
export function openedPlaces(business: Opened): Place[] {
  const whole = business.openingHours.find(({ names }) => names === null);
  const parts = business.openingHours.filter(({ names }) => names !== null);
  return [placeOf(whole, business), ...parts.map((entry) => placeOf(entry, business))];
}

/** A department, or something whose hours the knowledge tells. */
function isPart(kind: string, { departments, knowledge, name }: Opened): boolean {
  const has = (text: string) => ` ${fold(text)} `.includes(` ${kind} `);
  if (has(name)) return false;
  return departments.some(has) || knowledge.some(({ title }) => has(title) && TELLS_HOURS.test(fold(title)));
}

function placeOf(entry: OpeningHours | undefined, { timezone, hours, holidays }: Opened): Place {
  if (!entry) return { names: null, timezone, hours, holidays, keepsHolidays: false };
  const keepsHolidays = entry.holidays === 'open';
  return { names: entry.names, timezone, hours: entry.hours, holidays: keepsHolidays ? [] : holidays, keepsHolidays };
}
