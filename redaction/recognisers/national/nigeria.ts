/** Nigeria. NIN: eleven digits without meaning (NIMC Act 2007). BVN: eleven digits that begin with 22 (Central Bank). */
import { type NationalId, named } from './national-id';

export const NIGERIA: readonly NationalId[] = [
  named('ng-bvn', /bvn|bank verification/, (id) => /^22\d{9}$/.test(id)),
  named('ng-nin', /nin|national identification/, (id) => /^[1-9]\d{10}$/.test(id)),
];
