/** An HTTP request as channels want it: the bytes as they came, plain header and query values. */
import type { Request } from 'express';
import type { WebhookRequest } from '../channels/channel';

export function webhookRequestOf(request: Request, body: Buffer): WebhookRequest {
  return {
    method: request.method === 'GET' || request.method === 'HEAD' ? 'GET' : 'POST',
    headers: firstValues(request.headers),
    query: firstValues(request.query),
    body,
    receivedAt: new Date(),
  };
}

function firstValues(values: Record<string, unknown>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return [name, typeof first === 'string' ? first : undefined];
    }),
  );
}
