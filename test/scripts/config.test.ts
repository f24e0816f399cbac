import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ConfigError, loadConfig } from '../../config';
import { KEYS } from '../../config-keys';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();
const MASTER = `main:${Buffer.alloc(32, 7).toString('base64')}`;
const API = 'channel:0123456789abcdef,viewer:fedcba9876543210';

function problems(env: NodeJS.ProcessEnv): string {
  try {
    loadConfig({ DATA_DIR: folder(), ...env });
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
}

describe('config', () => {
  it('has a default for every key', () => {
    const config = loadConfig({ DATA_DIR: folder() });
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', loopback: true, logLevel: 'info' });
    expect(config.model).toMatchObject({ name: 'offline', timeoutMs: 20_000, structured: 'auto', openai: {} });
    expect(config.model).toMatchObject({ maxOutputTokens: 2000, prices: [], budget: {} });
    expect(config.model).not.toHaveProperty('fallback');
    expect(config.rateLimit).toEqual({ key: 50, conversation: 5 });
    expect(config.given).toEqual({ mongodb: false, temporal: false, apiKeys: false });
  });

  it('names every wrong key at once', () => {
    const text = problems({
      PORT: 'eighty',
      MODEL: 'gpt',
      LOG_LEVEL: 'loud',
      TEMPORAL_ADDRESS: 'nowhere',
      MONGODB_URI: 'pg://x',
    });
    for (const key of ['PORT', 'MODEL', 'LOG_LEVEL', 'TEMPORAL_ADDRESS', 'MONGODB_URI'])
      expect(text).toContain(`${key}:`);
  });

  it('never quotes a secret that is wrong', () => {
    const text = problems({ API_KEYS: 'boss:s3cr3t-s3cr3t-s3cr3t', MASTER_KEYS: 'main:dG9vLXNob3J0' });
    expect(text).toMatch(/API_KEYS: .*roles/);
    expect(text).toContain('MASTER_KEYS: ');
    expect(text).not.toMatch(/s3cr3t|dG9v/);
  });

  it('reads keys in their pairs, the first master key being the current one', () => {
    const config = loadConfig({
      DATA_DIR: folder(),
      API_KEYS: API,
      MASTER_KEYS: `${MASTER}, old:${Buffer.alloc(32, 1).toString('base64')}`,
    });
    expect(config.apiKeys).toContainEqual({ role: 'viewer', key: 'fedcba9876543210' });
    expect(config.masterKeys.map(({ id, key }) => [id, key.length])).toEqual([
      ['main', 32],
      ['old', 32],
    ]);
  });

  it('refuses a key given twice', () => {
    expect(problems({ API_KEYS: 'channel:0123456789abcdef,viewer:0123456789abcdef' })).toContain(
      'API_KEYS: gives one key twice',
    );
    expect(problems({ MASTER_KEYS: `${MASTER},${MASTER}` })).toContain('MASTER_KEYS: gives one id twice');
  });

  it('demands keys when others can connect, and names those that are missing', () => {
    expect(problems({ HOST: '0.0.0.0' })).toMatch(/API_KEYS: must be set[\s\S]*MASTER_KEYS: must be set/);
    expect(problems({ HOST: '0.0.0.0', API_KEYS: API })).not.toContain('API_KEYS:');
    expect(problems({ HOST: '0.0.0.0', API_KEYS: API, MASTER_KEYS: MASTER })).toBe('');
    expect(loadConfig({ HOST: '0.0.0.0', MASTER_KEYS: MASTER }, { apiKeys: false }).masterKeys).toHaveLength(1);
  });

  it('takes an empty value as not set', () => {
    expect(loadConfig({ DATA_DIR: folder(), PORT: '', API_KEYS: ' ', OPENAI_BASE_URL: '' }).port).toBe(3000);
  });

  it('turns on TLS for an API key or certificates, and wants both halves of a certificate', () => {
    const pem = join(folder(), 'client.pem');
    writeFileSync(pem, 'PEM');
    const connection = (env: NodeJS.ProcessEnv) => loadConfig({ DATA_DIR: folder(), ...env }).temporal.connection;
    expect(connection({})).toEqual({ address: '127.0.0.1:7233' });
    expect(connection({ TEMPORAL_API_KEY: 'k' })).toMatchObject({ apiKey: 'k', tls: true });
    const both = connection({ TEMPORAL_TLS_CERT: pem, TEMPORAL_TLS_KEY: pem, TEMPORAL_TLS_CA: pem });
    expect(both.tls).toMatchObject({
      clientCertPair: { crt: Buffer.from('PEM') },
      serverRootCACertificate: Buffer.from('PEM'),
    });
    expect(problems({ TEMPORAL_TLS_CERT: pem })).toContain('give both or neither');
    expect(problems({ TEMPORAL_TLS_CA: '/nowhere.pem' })).toContain('TEMPORAL_TLS_CA: names a file that is not there');
  });
});

describe('local keys', () => {
  it('are made once, one for each role, readable by the owner only', () => {
    const dataDir = join(folder(), 'once');
    const first = loadConfig({ DATA_DIR: dataDir });
    expect(first.apiKeys.map(({ role }) => role)).toEqual(['channel', 'operator', 'viewer', 'privacy', 'admin']);
    expect(statSync(join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
    expect(loadConfig({ DATA_DIR: dataDir })).toMatchObject({ apiKeys: first.apiKeys, masterKeys: first.masterKeys });
  });

  it('are not made where the environment gives both kinds, or nothing needs them', () => {
    const dataDir = join(folder(), 'given');
    loadConfig({ DATA_DIR: dataDir, API_KEYS: API, MASTER_KEYS: MASTER });
    loadConfig({ DATA_DIR: dataDir }, { apiKeys: false, masterKeys: false });
    expect(() => statSync(join(dataDir, 'keys.json'))).toThrow('ENOENT');
  });

  it('are the same for processes that start at once', async () => {
    const dataDir = join(folder(), 'race');
    const script = `process.stdout.write(require('./config').loadConfig().masterKeys[0].key.toString('hex'))`;
    const start = () =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', '-e', script], {
        env: { ...process.env, DATA_DIR: dataDir },
      });
    const keys = await Promise.all([start(), start(), start()]);
    expect(new Set(keys.map(({ stdout }) => stdout)).size).toBe(1);
    expect(keys[0]?.stdout).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['', '{"apiKeys"', '{"apiKeys":{},"masterKeys":[]}'])(
    'are never replaced when their file is damaged: %j',
    (text) => {
      const dataDir = join(folder(), 'damaged');
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(join(dataDir, 'keys.json'), text);
      expect(() => loadConfig({ DATA_DIR: dataDir })).toThrow(/keys\.json is damaged.*Restore it from a backup/);
      expect(readFileSync(join(dataDir, 'keys.json'), 'utf8')).toBe(text);
    },
  );
});

describe('.env.example', () => {
  it('lists every key with its doc and its default', () => {
    const written = readFileSync(join(__dirname, '../../.env.example'), 'utf8');
    for (const [name, { doc, fallback }] of Object.entries(KEYS)) {
      expect(written).toContain(`# ${doc}\n#${name}=${fallback}\n`);
    }
    const names = [...written.matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect(names).toEqual(Object.keys(KEYS));
  });
});
