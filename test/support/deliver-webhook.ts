/** A webhook as providers deliver it: what was not taken in comes again, the same bytes, until it is. */
import { askedAgain } from './asked-again';

/** Resolves with the last status. */
export async function deliverWebhook(
  url: string,
  body: string | Buffer,
  headers: Record<string, string>,
): Promise<number> {
  const { status } = await askedAgain(async () => {
    const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(Buffer.from(body)) });
    await response.text();
    return response;
  });
  return status;
}
