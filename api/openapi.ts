/** The OpenAPI document, written from the same operations and schemas that requests are checked against. */
import { z } from 'zod';
import { problem } from './answers';
import type { Operation } from './operation';

type Json = Record<string, unknown>;

/** Named schemas stand once under components; everything else stands where it is used. */
function jsonSchema(schema: z.ZodType, components: Json, io: 'input' | 'output'): Json {
  const { $schema: _, $defs, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  for (const [name, definition] of Object.entries(($defs as Json) ?? {})) components[name] = withReferences(definition);
  return withReferences(rest) as Json;
}

function withReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withReferences);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'id' || typeof (value as Json).id !== 'string')
      .map(([key, member]) =>
        key === '$ref' && typeof member === 'string'
          ? [key, member.replace('#/$defs/', '#/components/schemas/')]
          : [key, withReferences(member)],
      ),
  );
}

const openApiPath = (path: string) => path.replace(/:(\w+)/g, '{$1}');

function parametersOf(op: Operation, components: Json): Json[] {
  const inPath = [...op.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', pattern: '^[A-Za-z0-9._:@-]{1,200}$' },
  }));
  if (!op.query) return inPath;
  const { properties = {}, required = [] } = jsonSchema(op.query, components, 'input') as {
    properties?: Json;
    required?: string[];
  };
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  return [...inPath, ...inQuery];
}

function repliesOf(op: Operation, components: Json): Json {
  const replies = Object.entries(op.replies).map(([status, { description, schema, type }]) => {
    const content = schema
      ? { [type ?? 'application/json']: { schema: jsonSchema(schema, components, 'output') } }
      : type && { [type]: {} };
    return [status, { description, ...(content && { content }) }];
  });
  const otherwise = {
    description: 'What went wrong (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return { ...Object.fromEntries(replies), default: otherwise };
}

function describe(op: Operation, components: Json): Json {
  const parameters = parametersOf(op, components);
  return {
    summary: op.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(op.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(op.body, components, 'input') } },
      },
    }),
    responses: repliesOf(op, components),
    security: op.access === 'open' ? [] : [{ key: [] }],
    ...(op.access !== 'open' && { 'x-roles': op.access.roles }),
  };
}

export function openApiDocument(operations: readonly Operation[]): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const op of operations) {
    const path = openApiPath(op.path);
    paths[path] = { ...paths[path], [op.method]: describe(op, schemas) };
  }
  schemas.Problem = jsonSchema(problem, schemas, 'output');
  return {
    openapi: '3.1.0',
    info: { title: 'Baton', version: '1', description: 'Conversations between customers, an AI and operators.' },
    paths,
    components: { schemas, securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  };
}
