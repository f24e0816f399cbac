/**
 * What a language model is given to read about opening hours: what `business.yaml` says, and the local time, which no
 * model knows. It stands with the passages, so that the rules before them stay the same for every message.
 */
import { DateTime } from 'luxon';
import { weekOf } from './hours-reply';
import { HOURS_SENTENCES, hoursLanguage } from './hours-sentences';
import { type Opened, openedPlaces } from './opened-place';

interface Passage {
  title: string;
  text: string;
}

const MINUTE_MS = 60_000;
/** Dates are slow to write, and every message of a minute in a language reads the same. */
const lately = new WeakMap<Opened, Map<string, Passage & { minute: number }>>();

export function hoursPassage(business: Opened, language: string, at: Date): Passage {
  const minute = Math.floor(at.getTime() / MINUTE_MS);
  const inLanguages = lately.get(business) ?? new Map<string, Passage & { minute: number }>();
  lately.set(business, inLanguages);
  const known = inLanguages.get(language);
  const passage = known?.minute === minute ? known : { minute, ...writePassage(business, language, at) };
  inLanguages.set(language, passage);
  const { title, text } = passage;
  return { title, text };
}

function writePassage(business: Opened, language: string, at: Date): Passage {
  const now = DateTime.fromJSDate(at, { zone: business.timezone });
  const used = hoursLanguage(language, business.languages);
  const places = openedPlaces(business);
  const lines = places.map((place) => weekOf(place, used, now));
  const dates = places.some(({ keepsHolidays }) => !keepsHolidays) ? business.holidays : [];
  const closed = dates.filter((date) => date >= (now.toISODate() ?? ''));
  const parts = [
    now.setLocale(used).toLocaleString({ ...DateTime.DATETIME_FULL, weekday: 'long', timeZoneName: undefined }),
    ...lines,
    ...(closed.length > 0 ? [`${HOURS_SENTENCES[used].business.closed}: ${closed.join(', ')}`] : []),
  ];
  return { title: HOURS_SENTENCES[used].business.source, text: parts.join('\n') };
}
