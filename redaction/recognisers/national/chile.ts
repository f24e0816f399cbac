/** Chile RUN and RUT: seven or eight digits and a verifier modulo 11, 0-9 or K (Registro Civil e Identificacion). */
import { checkedBy } from './checked-by-stdnum';
import { certain, type NationalId } from './national-id';

const run = checkedBy('CL', 'run');

export const CHILE: readonly NationalId[] = [
  certain('cl-run', '9.999.999-9|9.999.999-a|99.999.999-9|99.999.999-a', run, /rut|run/),
];
