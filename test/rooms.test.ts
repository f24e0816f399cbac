import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const ROOT = join(__dirname, '..');

/** What a room may run code of, beside its own. Types are free where a room may know the shapes (second list). */
const MAY_IMPORT: Record<string, { values: string[]; types: string[] }> = {
  redaction: { values: [], types: [] },
  domain: { values: [], types: ['redaction'] },
  workflows: { values: ['domain'], types: ['activities', 'store'] },
  channels: { values: ['domain'], types: [] },
  store: { values: ['domain'], types: ['channels', 'redaction', 'config', 'log'] },
  activities: { values: ['domain', 'redaction', 'channels', 'store'], types: ['config', 'log', 'load-business'] },
  worker: {
    values: ['activities', 'channels', 'store', 'redaction', 'config', 'log', 'load-business'],
    types: ['domain'],
  },
  api: {
    values: ['domain', 'channels', 'store', 'redaction', 'config', 'log', 'load-business', 'workflows/signals'],
    types: [],
  },
};

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

function importsOf(room: string): Import[] {
  const files = readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.flatMap((name) => {
    const from = join(room, name);
    const text = readFileSync(join(ROOT, from), 'utf8');
    const statements = text.matchAll(/^(?:import|export)\s+(type\s+)?[^;'"]*?from\s+'(\.[^']+)'/gm);
    return [...statements].map(([, type, path = '']) => ({
      from,
      to: relative(ROOT, join(ROOT, dirname(from), path))
        .split(sep)
        .join('/'),
      typeOnly: Boolean(type),
    }));
  });
}

describe('the rooms', () => {
  it.each(Object.entries(MAY_IMPORT))('%s imports only what it may', (room, { values, types }) => {
    const allowed = (to: string, list: string[]) => list.some((name) => to === name || to.startsWith(`${name}/`));
    const strangers = importsOf(room).filter(
      ({ to, typeOnly }) => !allowed(to, [room, ...values]) && !(typeOnly && allowed(to, types)),
    );
    expect(strangers).toEqual([]);
  });

  it('workflow code takes nothing but types from activities and store', () => {
    const values = importsOf('workflows').filter(({ to, typeOnly }) => !typeOnly && /^(activities|store)\b/.test(to));
    expect(values).toEqual([]);
  });
});
