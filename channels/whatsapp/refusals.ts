/** Meta's error codes of a message that WhatsApp did not deliver, as reasons that a shop owner understands. */
const REFUSALS: Readonly<Record<number, string>> = {
  0: 'WhatsApp does not accept the access token: make a new one',
  3: 'The access token may not send messages: give it whatsapp_business_messaging',
  10: 'The access token may not send messages: give it whatsapp_business_messaging',
  100: 'WhatsApp does not accept the request: check phoneNumberId',
  190: 'The WhatsApp access token has expired: make a new one',
  368: 'Meta has blocked the WhatsApp account for a policy violation',
  130472: 'WhatsApp does not deliver this message to this customer',
  131005: 'The access token may not send messages: give it whatsapp_business_messaging',
  131026: 'The customer can not be reached on WhatsApp',
  131031: 'Meta has locked the WhatsApp account',
  131042: 'WhatsApp has no valid payment method for this account',
  131045: 'The phone number is not registered with the Cloud API',
  131047: 'The customer wrote more than 24 hours ago: WhatsApp allows free text only within 24 hours of his message',
  131048: 'WhatsApp limits this number: too many messages were reported as spam',
  131049: 'WhatsApp does not deliver this message, to keep its own quality',
  131050: 'The customer does not want these messages',
  133010: 'The phone number is not registered with the Cloud API',
};

/** Undefined where the code tells a shop owner nothing. */
export function reasonOnWhatsApp(code: number): string | undefined {
  const permission = code >= 200 && code <= 299;
  return REFUSALS[permission ? 10 : code];
}
