/**
 * The names of secrets and of the commonest harmless numbers in a language that the other lexicons only brush: verification
 * code and one-time password; card number; identity card, passport, driving licence; order, parcel, postal code, discount
 * code, phone, account. All are `names` in the sense of those lexicons.
 */
export interface FurtherWords {
  passcode: string;
  card?: string;
  government: string;
  harmless: string;
}
