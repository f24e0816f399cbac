/** How opening hours are said. Days and months are named by the platform; only the frame stands here. */

export interface HoursSentences {
  source: string;
  today: string;
  tomorrow: string;
  on: string;
  closed: string;
  yes: string;
  notThen: string;
  openNow: string;
  openNowUntil: string;
  closedNow: string;
  openOn: string;
  closedOn: string;
  opensAgain: string;
  week: string;
  allDay: string;
}

const EN: HoursSentences = {
  source: 'Opening hours',
  today: 'today',
  tomorrow: 'tomorrow',
  on: 'on ',
  closed: 'closed',
  yes: 'Yes,',
  notThen: 'No, we are not open then.',
  openNow: 'Yes, we are open now.',
  openNowUntil: 'Yes, we are open now, until {time}.',
  closedNow: 'We are closed now.',
  openOn: '{day} we are open {hours}.',
  closedOn: 'We are closed {day}.',
  opensAgain: 'We open again {day} at {time}.',
  week: 'Our opening hours:',
  allDay: 'around the clock',
};

const VI: HoursSentences = {
  source: 'Giờ mở cửa',
  today: 'hôm nay',
  tomorrow: 'ngày mai',
  on: '',
  closed: 'nghỉ',
  yes: 'Dạ có,',
  notThen: 'Dạ không, lúc đó chúng tôi không mở cửa.',
  openNow: 'Dạ, hiện chúng tôi đang mở cửa.',
  openNowUntil: 'Dạ, hiện chúng tôi đang mở cửa, đến {time}.',
  closedNow: 'Dạ, hiện chúng tôi đã đóng cửa.',
  openOn: '{day} chúng tôi mở cửa {hours}.',
  closedOn: 'Chúng tôi nghỉ {day}.',
  opensAgain: 'Chúng tôi mở cửa lại {day} lúc {time}.',
  week: 'Giờ mở cửa của chúng tôi:',
  allDay: 'cả ngày lẫn đêm',
};

/** Of a place in the business, after its name and a colon. */
const EN_PLACE: HoursSentences = {
  ...EN,
  notThen: 'No, not open then.',
  openNow: 'Yes, open now.',
  openNowUntil: 'Yes, open now, until {time}.',
  closedNow: 'Closed now.',
  openOn: '{day} it is open {hours}.',
  closedOn: 'Closed {day}.',
  opensAgain: 'It opens again {day} at {time}.',
  week: '',
};

const VI_PLACE: HoursSentences = {
  ...VI,
  notThen: 'Dạ không, lúc đó không mở cửa.',
  openNow: 'Dạ, hiện đang mở cửa.',
  openNowUntil: 'Dạ, hiện đang mở cửa, đến {time}.',
  closedNow: 'Dạ, hiện đã đóng cửa.',
  openOn: '{day} mở cửa {hours}.',
  closedOn: 'Nghỉ {day}.',
  opensAgain: 'Mở cửa lại {day} lúc {time}.',
  week: '',
};

/** `business` speaks of all of it, `place` of a part. */
export const HOURS_SENTENCES = {
  en: { business: EN, place: EN_PLACE },
  vi: { business: VI, place: VI_PLACE },
} as const;

export type SpokenLanguage = keyof typeof HOURS_SENTENCES;

/** The customer's language where it is spoken here, else the first of the business's that is, else English. */
export function hoursLanguage(language: string, business: readonly string[]): SpokenLanguage {
  const found = [language, ...business]
    .map((code) => code.split('-')[0])
    .find((code) => code === 'en' || code === 'vi');
  return found ?? 'en';
}
