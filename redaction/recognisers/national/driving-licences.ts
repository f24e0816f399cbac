/**
 * Driving licences with a writing of their own. United States: formats by state as the AAMVA's members publish them
 * (Florida, Illinois, Wisconsin and Minnesota: a Soundex letter and grouped digits; others are told by words). India:
 * state, office, year, seven digits (Ministry of Road Transport and Highways, Sarathi). France: twelve digits; Germany:
 * eleven characters of the issuing office (Directive 2006/126/EC leaves the number to each state).
 */
import { likely, type NationalId, named } from './national-id';

const INDIAN_STATES =
  /^(?:ap|ar|as|br|cg|ch|dd|dl|ga|gj|hp|hr|jh|jk|ka|kl|la|ld|mh|ml|mn|mp|mz|nl|od|or|pb|py|rj|sk|tn|tr|ts|uk|up|wb)/;
const isIndianLicence = (id: string) => INDIAN_STATES.test(id) && /^..\d\d(?:19|20)\d{9}$/.test(id);

export const DRIVING_LICENCES: readonly NationalId[] = [
  likely('us-driving-licence', 'a999-999-99-999-9|a999-999-99-999|a999-9999-9999|a999-9999-9999-99', (id) =>
    /^[a-z]/.test(id),
  ),
  likely('in-driving-licence', 'aa99 99999999999|aa9999999999999|aa-9999999999999|aa99-99999999999', isIndianLicence),
  named('us-driving-licence', /licen|dl|driver/, (id) => /^[a-z]{0,2}\d{6,14}$/.test(id)),
  named('de-driving-licence', /fuhrerschein/, (id) => /^[a-z0-9]{11}$/.test(id)),
  named('fr-driving-licence', /permis/, (id) => /^\d{12}$/.test(id)),
];
