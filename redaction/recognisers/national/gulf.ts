/**
 * Emirates ID: 784 (the country's ISO number), birth year, seven digits, Luhn check (Federal Authority for Identity,
 * Citizenship, Customs and Port Security). Saudi id: ten digits, 1 for citizens, 2 for residents (iqama), Luhn check
 * (Ministry of Interior, National Information Center).
 */
import { passesLuhn } from '../card-schemes';
import { certain, type NationalId, named } from './national-id';

export const isEmiratesId = (id: string) => /^784(?:19|20)\d{10}$/.test(id) && passesLuhn(id);
export const isSaudiId = (id: string) => /^[12]\d{9}$/.test(id) && passesLuhn(id);

export const GULF: readonly NationalId[] = [
  certain('ae-emirates-id', '999-9999-9999999-9|999 9999 9999999 9|999999999999999', isEmiratesId),
  named('sa-national-id', /saudi|iqama|هويه|اقامه|هويتي|اقامتي/, isSaudiId),
];
