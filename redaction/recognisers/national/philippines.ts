/**
 * Philippines. PhilSys card number, 16 digits, and PSN, 12 (Philippine Statistics Authority, RA 11055); TIN, 9 digits and
 * a branch of three (Bureau of Internal Revenue); SSS 2-7-1 and CRN 4-7-1 (Social Security System); PhilHealth 2-9-1.
 */
import { likely, type NationalId, named } from './national-id';

export const PHILIPPINES: readonly NationalId[] = [
  named('ph-philsys', /philsys|philid|national id|psn|pcn/, (id) => /^\d{12}(?:\d{4})?$/.test(id)),
  named('ph-tin', /tin/, (id) => /^\d{9}(?:\d{3})?$/.test(id)),
  likely('ph-crn', '9999-9999999-9', (id) => id.startsWith('0'), /umid|crn/),
  likely('ph-sss', '99-9999999-9', (id) => /^(?:0[1-9]|[1-3]\d)/.test(id), /sss/),
  likely('ph-philhealth', '99-999999999-9', (id) => /^(?:0[1-9]|1[0-9])/.test(id), /philhealth/),
];
