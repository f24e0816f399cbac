/** A webhook as providers deliver it: what was not taken in comes again, the same bytes, until it is. */
import { setTimeout as pause } from 'node:timers/promises';

const ATTEMPTS = 20;
const BETWEEN_MS = 500;

/** Resolves with the last status. */
export async function deliverWebhook(
  url: string,
  body: string | Buffer,
  headers: Record<string, string>,
): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(Buffer.from(body)) });
    await response.text();
    if (response.status !== 503 || attempt === ATTEMPTS) return response.status;
    await pause(BETWEEN_MS);
  }
}
