/** Door of the general vocabulary: the matters many businesses treat as sensitive, each in many languages. */
import { BODY_HARM } from './body';
import type { Concept } from './concept';
import { DISTRESS } from './distress';
import { BEREAVEMENT, LEGAL_THREAT, MINOR, MISCONDUCT, PRESS, PRIVACY } from './law';
import { COMPENSATION, CONTRACT_END, MEDICAL_NEEDS } from './life';
import { CHARGE_DISPUTE, COUNTERFEIT, FRAUD } from './money';
import { HAZARD, INJURY, STRANDED, THEFT } from './safety';

export const CONCEPTS: readonly Concept[] = [
  DISTRESS,
  CHARGE_DISPUTE,
  FRAUD,
  COUNTERFEIT,
  INJURY,
  BODY_HARM,
  HAZARD,
  THEFT,
  STRANDED,
  LEGAL_THREAT,
  PRESS,
  PRIVACY,
  MISCONDUCT,
  BEREAVEMENT,
  MINOR,
  MEDICAL_NEEDS,
  COMPENSATION,
  CONTRACT_END,
];
