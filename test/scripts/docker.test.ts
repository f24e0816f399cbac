import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { KEYS } from '../../config-keys';
import { isIgnored, runSteps } from '../../scripts/docker-check';
import { SEARCH_ATTRIBUTES } from '../../worker/search-attributes';

const ROOT = join(__dirname, '../..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

interface Service {
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  networks: string[];
  ports?: string[];
  healthcheck?: { test: string[] };
  deploy?: { replicas: number };
  command?: string[];
}
const compose = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  networks: object;
  volumes: object;
};
const service = (name: string): Service => compose.services[name] as Service;

describe('docker-compose.yml', () => {
  it('runs MongoDB, PostgreSQL, Temporal with its UI, the API and two workers', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining(['mongodb', 'postgresql', 'temporal', 'temporal-ui', 'api', 'worker']),
    );
    expect(service('worker').deploy?.replicas).toBe(2);
  });

  it('refuses to start without its secrets, and names them', () => {
    expect(service('api').environment?.API_KEYS).toMatch(/^\$\{API_KEYS:\?/);
    for (const name of ['api', 'worker']) expect(service(name).environment?.MASTER_KEYS).toMatch(/^\$\{MASTER_KEYS:\?/);
    expect(service('postgresql').environment?.POSTGRES_PASSWORD).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
  });

  it('gives the worker no API keys and the API no model key', () => {
    expect(service('worker').environment).not.toHaveProperty('API_KEYS');
    expect(Object.keys(service('api').environment ?? {}).filter((key) => /_API_KEY$/.test(key))).toEqual([]);
    expect(Object.keys(service('worker').environment ?? {})).toEqual(
      expect.arrayContaining(['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'GOOGLE_API_KEY', 'OLLAMA_BASE_URL']),
    );
  });

  it('sets only keys that the configuration or a model provider knows', () => {
    for (const name of ['api', 'worker']) {
      const ofProviders = /_(API_KEY|BASE_URL)$/;
      const keys = Object.keys(service(name).environment ?? {}).filter((key) => !ofProviders.test(key));
      for (const key of keys) expect(Object.keys(KEYS)).toContain(key);
    }
  });

  it('waits only for services that are there, and for health only where it is asked', () => {
    for (const { depends_on = {} } of Object.values(compose.services)) {
      for (const [name, { condition }] of Object.entries(depends_on)) {
        expect(Object.keys(compose.services)).toContain(name);
        if (condition === 'service_healthy') expect(service(name).healthcheck).toBeDefined();
      }
    }
  });

  it('publishes nothing but the pages and the UI, and those to this machine only', () => {
    const published = Object.entries(compose.services).filter(([, { ports }]) => ports);
    expect(published.map(([name]) => name).sort()).toEqual(['api', 'temporal-ui']);
    for (const [, { ports = [] }] of published) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('registers the same search attributes as the code', () => {
    const command = service('temporal-namespace').command?.join() ?? '';
    for (const [name, type] of Object.entries(SEARCH_ATTRIBUTES)) expect(command).toContain(`${name}=${type}`);
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');

  it('has the workflow bundle built in and runs as a plain user', () => {
    expect(runSteps(dockerfile, 0)).toContain('npm run build');
    expect(dockerfile).toMatch(/WORKFLOW_BUNDLE=\/app\/dist\/workflow-bundle\.js/);
    expect(dockerfile.trimEnd().split('\n').slice(-5).join('\n')).toContain('USER node');
  });

  it('leaves secrets, data and tests out, and takes what it starts', () => {
    const patterns = read('.dockerignore').split('\n').filter(Boolean);
    for (const path of [
      '.env',
      'secrets.env',
      '.baton/keys.json',
      '.git/config',
      'node_modules/x',
      'test/x.ts',
      'a/b.log',
    ]) {
      expect(isIgnored(path, patterns)).toBe(true);
    }
    for (const path of [
      'api/main.ts',
      'package-lock.json',
      'examples/riverside-hotel/business.yaml',
      'tsconfig.json',
    ]) {
      expect(existsSync(join(ROOT, path))).toBe(true);
      expect(isIgnored(path, patterns)).toBe(false);
    }
  });
});
