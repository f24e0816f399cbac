/**
 * Everything Baton has written down or handed out, as text to search: each collection of its database, each Temporal
 * history (as stored, and as the payload codec opens it), log lines, model requests, deliveries, answers of the API.
 */
import { Client, Connection } from '@temporalio/client';
import type { Payload } from '@temporalio/common';
import mongoose from 'mongoose';
import { createPayloadCodec } from '../../store/payload-codec';
import type { TestStack } from './stack';

export interface Place {
  name: string;
  text: string;
}

/** BSON's binary values come in their bytes too: a secret may stand in them unsealed. */
export async function collections({ config }: TestStack): Promise<Place[]> {
  const client = new mongoose.mongo.MongoClient(config.mongodbUri);
  try {
    const names = await client.db().listCollections({}, { nameOnly: true }).toArray();
    return await Promise.all(
      names.map(async ({ name }) => {
        const rows = await client.db().collection(name).find({}).toArray();
        return { name: `collection ${name}`, text: rows.map(written).join('\n') };
      }),
    );
  } finally {
    await client.close();
  }
}

/** Histories of every run of these workflows, with memo and search attributes. */
export async function histories(stack: TestStack, workflowIds: readonly string[]): Promise<Place[]> {
  const { connection: options, namespace } = stack.config.temporal;
  const codec = createPayloadCodec(stack.store.payloadKeys);
  const connection = await Connection.connect(options);
  const client = new Client({ connection, namespace });
  const places: Place[] = [];
  try {
    for (const workflowId of workflowIds) {
      const description = await client.workflow.getHandle(workflowId).describe();
      places.push({ name: `description of ${workflowId}`, text: await opened(description.raw, codec) });
      for await (const { runId } of client.workflow.list({ query: `WorkflowId = "${workflowId}"` })) {
        const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
        places.push({ name: `history of ${workflowId}`, text: written(history) });
        places.push({ name: `opened history of ${workflowId}`, text: await opened(history, codec) });
      }
    }
  } finally {
    await connection.close();
  }
  return places;
}

/** Every value as text, bytes as what they spell. */
function written(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (value instanceof mongoose.mongo.Binary) return Buffer.from(value.buffer).toString('utf8');
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString();
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${written(inner)}`)
    .join('\n');
}

async function opened(value: unknown, codec: ReturnType<typeof createPayloadCodec>): Promise<string> {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return written(value);
  if ('metadata' in value && 'data' in value && (value as { data: unknown }).data instanceof Uint8Array) {
    return written((await codec.decode([value as Payload]))[0]);
  }
  const parts = await Promise.all(
    Object.entries(value).map(async ([key, inner]) => `${key}: ${await opened(inner, codec)}`),
  );
  return parts.join('\n');
}

/**
 * The digits where they stand as such, however they are separated; not inside a longer number, an id or a ciphertext,
 * where any digits turn up sooner or later.
 */
export function holds(text: string, digits: string): boolean {
  const spaced = [...digits].join('[\\s.,·•_/\\\\-]{0,3}');
  return new RegExp(`(?<![0-9A-Za-z+/])${spaced}(?![0-9A-Za-z+/])`).test(text.normalize('NFKC'));
}
