/** What spares a number that passes for a card: the business knows this very value, or it is a device's. */
import { nearestCue } from '../cues/nearest-cue';
import type { Reading } from '../reading';
import { isOfTheBusiness } from './harmless-shapes';

const SHORT_CARD = 13;
const DEVICE_CUE = /^(?:so )?(?:imei|iccid|imsi|meid|sim serial|eid)/;

export function isSpared(reading: Reading, start: number, end: number): boolean {
  if (isOfTheBusiness(reading, start, end) === 'known') return true;
  // Thirteen digits were once a card; today they are mostly a barcode or a timestamp.
  const isShort = reading.text.slice(start, end).replace(/[^0-9]/g, '').length <= SHORT_CARD;
  const nearest = nearestCue(
    reading.text,
    reading.cues,
    { start, end },
    (cue) => cue.kind === 'card' || isDevice(reading, cue) || (isShort && cue.kind === 'harmless'),
  );
  return nearest !== undefined && nearest.cue.kind !== 'card';
}

function isDevice(reading: Reading, cue: { start: number; end: number; kind: string }): boolean {
  return cue.kind === 'harmless' && DEVICE_CUE.test(reading.text.slice(cue.start, cue.end));
}
