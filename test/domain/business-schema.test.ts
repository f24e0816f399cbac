import { z } from 'zod';
import { businessSchema } from '../../domain/business-schema';

interface Described {
  description?: string;
  properties?: Record<string, Described>;
  items?: Described;
  additionalProperties?: Described | boolean;
  anyOf?: Described[];
}

/** Paths of keys without a doc line, anywhere below. */
function undocumented(schema: Described, path = ''): string[] {
  const below = [schema.items, schema.additionalProperties, ...(schema.anyOf ?? [])].filter(
    (part) => typeof part === 'object',
  );
  const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => [
    ...(value.description ? [] : [`${path}${key}`]),
    ...undocumented(value, `${path}${key}.`),
  ]);
  return [...own, ...below.flatMap((part) => undocumented(part, path))];
}

describe('the schema of business.yaml', () => {
  it('has a doc line for every key', () => {
    const schema = z.toJSONSchema(businessSchema, { io: 'input', unrepresentable: 'any' }) as Described;
    expect(Object.keys(schema.properties ?? {}).length).toBeGreaterThan(15);
    expect(undocumented(schema)).toEqual([]);
  });
});
