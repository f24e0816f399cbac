/**
 * Temporal's remote codec: its UI and CLI send encrypted payloads here and show what comes back. On this machine the
 * embedded UI needs no key; everywhere else a viewer's key does.
 */
import type { Payload } from '@temporalio/common';
import type { RouteDeps } from '../deps';
import { type Operation, operation } from '../operation';
import { Problem } from '../problem';
import { payloads } from '../schemas';

/** A workflow's history comes in one request, as base64. */
const CODEC_BODY_LIMIT = 8 * 1024 * 1024;

interface JsonPayload {
  metadata?: Record<string, string> | undefined;
  data?: string | undefined;
}

function fromJson({ metadata = {}, data }: JsonPayload): Payload {
  return {
    metadata: Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, Buffer.from(value, 'base64')])),
    ...(data !== undefined && { data: Buffer.from(data, 'base64') }),
  };
}

function toJson({ metadata, data }: Payload): JsonPayload {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([key, value]) => [key, base64(value)])),
    ...(data && { data: base64(data) }),
  };
}

export function codecOperations({ payloadCodec, origins }: RouteDeps): Operation[] {
  return (['decode', 'encode'] as const).map((direction) =>
    operation({
      method: 'post',
      path: `/codec/${direction}`,
      summary: `Temporal's codec server: ${direction}`,
      access: { roles: ['viewer'] },
      cors: 'codec',
      identify: async ({ headers }) =>
        origins.isLocalTemporalUi(headers.origin, headers.host) ? { kind: 'anyone', id: 'temporal ui' } : null,
      body: payloads,
      bodyLimit: CODEC_BODY_LIMIT,
      replies: { 200: { description: 'The same payloads, in order', schema: payloads } },
      async handle({ body, response }) {
        const converted = await payloadCodec[direction](body.payloads.map(fromJson)).catch(() => {
          throw new Problem(422, 'A payload is damaged or sealed with a key that is not here');
        });
        response.json({ payloads: converted.map(toJson) });
      },
    }),
  );
}
