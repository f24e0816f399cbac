/** What `channels:check` asks WhatsApp about the number, and what `channels:setup` can set. */
import type { Finding } from '../channel';
import { type Graph, graphErrorOf, succeeded } from '../meta-graph';
import { recordOf, textOf } from '../meta-webhook';

const FIELDS = 'display_phone_number,verified_name,quality_rating,status,platform_type,webhook_configuration';
const SUBSCRIBE =
  'In the app dashboard under WhatsApp > Configuration subscribe to "messages", and to "smb_message_echoes" where people also answer from the WhatsApp Business app: the API can not read this back';

export interface Number {
  graph: Graph;
  phoneNumberId: string;
  verifyToken: string;
}

export async function checkWhatsApp(
  { graph, phoneNumberId }: Number,
  webhookUrl: string | null,
  signal: AbortSignal,
): Promise<Finding[]> {
  const answer = await graph.get(`${phoneNumberId}?fields=${FIELDS}`, signal);
  const number = succeeded(answer);
  if (!number) {
    const code = graphErrorOf(answer)?.code ?? answer.status;
    const advice = code === 190 ? 'Make a new access token of a system user' : 'Check phoneNumberId and the token';
    return [{ what: `WhatsApp does not show the phone number (code ${code})`, state: 'error', advice }];
  }
  return [
    { what: `WhatsApp number ${textOf(number.display_phone_number) ?? phoneNumberId}`, state: 'ok' },
    ...quality(textOf(number.quality_rating)),
    ...webhook(number.webhook_configuration, webhookUrl),
    { what: 'Webhook fields', state: 'warning', advice: SUBSCRIBE },
  ];
}

function quality(rating: string | undefined): Finding[] {
  if (rating !== 'RED' && rating !== 'YELLOW') return [];
  const advice = 'Customers block or report this number: WhatsApp will lower its limits';
  return [{ what: `Quality rating ${rating}`, state: 'warning', advice }];
}

/** The number's own address wins over the account's, and that over the app's. */
function webhook(configuration: unknown, wanted: string | null): Finding[] {
  const { phone_number, whatsapp_business_account, application } = recordOf(configuration);
  const set = textOf(phone_number) ?? textOf(whatsapp_business_account) ?? textOf(application);
  if (wanted === null) return [];
  if (set === wanted) return [{ what: 'Webhook address', state: 'ok' }];
  const what = set === undefined ? 'No webhook address is set' : 'The webhook leads elsewhere';
  return [{ what, state: 'error', advice: 'Run channels:setup, or set it in the app dashboard' }];
}

export async function setUpWhatsApp(
  { graph, phoneNumberId, verifyToken }: Number,
  webhookUrl: string,
  signal: AbortSignal,
): Promise<Finding[]> {
  const override = { override_callback_uri: webhookUrl, verify_token: verifyToken };
  const answer = await graph.post(phoneNumberId, { webhook_configuration: override }, signal);
  if (succeeded(answer)) return [{ what: 'Webhook address set for this number', state: 'ok' }];
  const code = graphErrorOf(answer)?.code ?? answer.status;
  const advice = 'Meta calls the address while it is set: it has to be reachable over https, with this verify token';
  return [{ what: `The webhook address was not accepted (code ${code})`, state: 'error', advice }];
}
