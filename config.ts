/**
 * The only reader of the environment. Keys, docs and defaults stand in `config-keys.ts`; a start with wrong values fails
 * once, naming every key that is wrong and never quoting a secret.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { type ApiKey, KEYS, type MasterKey } from './config-keys';
import { localKeys } from './local-keys';

export { type ApiKey, type MasterKey, ROLES, type Role } from './config-keys';

export interface Config {
  port: number;
  host: string;
  /** True where only this machine can connect. */
  loopback: boolean;
  mongodbUri: string;
  /** `connection` is what the Temporal SDK's connections take as they are. */
  temporal: {
    namespace: string;
    taskQueue: string;
    uiUrl: string;
    connection: { address: string; apiKey?: string; tls?: true | TemporalTls };
  };
  /** What was set rather than left to its default: `npm start` brings its own servers and keys for the rest. */
  given: { mongodb: boolean; temporal: boolean; apiKeys: boolean };
  businessDir: string;
  sampleServiceUrl: string | undefined;
  dataDir: string;
  workflowBundle: string | undefined;
  model: {
    name: string;
    timeoutMs: number;
    structured: 'auto' | 'tool' | 'json_schema' | 'json_mode';
    openai: { apiKey?: string; baseUrl?: string };
  };
  apiKeys: readonly ApiKey[];
  masterKeys: readonly MasterKey[];
  /** A running Baton that `npm run demo` is to use. */
  batonUrl: string | undefined;
  webOrigins: readonly string[];
  /** Requests a second. */
  rateLimit: { key: number; conversation: number };
  logLevel: string;
  /** A secret that `business.yaml` names by its variable. */
  secret(name: string): string | undefined;
}
export interface TemporalTls {
  serverRootCACertificate?: Buffer;
  clientCertPair?: { crt: Buffer; key: Buffer };
}

export class ConfigError extends Error {
  override name = 'ConfigError';
}

type Name = keyof typeof KEYS;
type Values = { [N in Name]: z.output<(typeof KEYS)[N]['schema']> };

function readValues(env: NodeJS.ProcessEnv): { values: Values; problems: string[] } {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { schema, fallback }] of Object.entries(KEYS)) {
    const given = env[name]?.trim() || fallback;
    const parsed = schema.safeParse(given === '' && schema.safeParse(undefined).success ? undefined : given);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(...new Set(parsed.error.issues.map((issue) => `${name}: ${issue.message}`)));
  }
  return { values: values as Values, problems };
}

function temporalConnection(values: Values): Config['temporal']['connection'] {
  const {
    TEMPORAL_TLS_CERT: crt,
    TEMPORAL_TLS_KEY: privateKey,
    TEMPORAL_TLS_CA: ca,
    TEMPORAL_API_KEY: cloudKey,
  } = values;
  const tls: TemporalTls = {
    ...(ca && { serverRootCACertificate: ca }),
    ...(crt && privateKey && { clientCertPair: { crt, key: privateKey } }),
  };
  return {
    address: values.TEMPORAL_ADDRESS,
    ...(cloudKey && { apiKey: cloudKey }),
    ...(Object.keys(tls).length > 0 ? { tls } : cloudKey ? { tls: true as const } : {}),
  };
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function crossChecks(values: Values, env: NodeJS.ProcessEnv, keys: readonly Name[]): string[] {
  const problems: string[] = [];
  const missing = (name: Name) => !env[name]?.trim();
  if (missing('TEMPORAL_TLS_CERT') !== missing('TEMPORAL_TLS_KEY')) {
    problems.push('TEMPORAL_TLS_CERT, TEMPORAL_TLS_KEY: give both or neither');
  }
  if (isLoopback(values.HOST)) return problems;
  for (const name of keys) {
    if (missing(name)) problems.push(`${name}: must be set when HOST is not a loopback address`);
  }
  return problems;
}

const NEED = { API_KEYS: 'apiKeys', MASTER_KEYS: 'masterKeys' } as const;

/**
 * Reads `.env` of the working folder too when no environment is passed. The worker authenticates nobody and asks for
 * no API keys; programs that open nothing ask for no keys at all, and none are made for them. Throws a ConfigError that
 * lists every problem.
 */
export function loadConfig(env?: NodeJS.ProcessEnv, needs: { apiKeys?: boolean; masterKeys?: boolean } = {}): Config {
  if (!env && existsSync('.env')) process.loadEnvFile('.env');
  const source = env ?? process.env;
  const needed = (['API_KEYS', 'MASTER_KEYS'] as const).filter((name) => needs[NEED[name]] ?? true);
  const { values, problems } = readValues(source);
  if (problems.length === 0) problems.push(...crossChecks(values, source, needed));
  if (problems.length > 0)
    throw new ConfigError(`The environment has ${problems.length} problem(s):\n  ${problems.join('\n  ')}`);

  const dataDir = resolve(values.DATA_DIR);
  const local = needed.some((name) => values[name].length === 0) ? localKeys(dataDir) : { apiKeys: [], masterKeys: [] };
  return {
    port: values.PORT,
    host: values.HOST,
    loopback: isLoopback(values.HOST),
    mongodbUri: values.MONGODB_URI,
    temporal: {
      namespace: values.TEMPORAL_NAMESPACE,
      taskQueue: values.TASK_QUEUE,
      uiUrl: values.TEMPORAL_UI_URL,
      connection: temporalConnection(values),
    },
    given: {
      mongodb: Boolean(source.MONGODB_URI?.trim()),
      temporal: Boolean(source.TEMPORAL_ADDRESS?.trim()),
      apiKeys: values.API_KEYS.length > 0,
    },
    businessDir: resolve(values.BUSINESS_DIR),
    sampleServiceUrl: values.SAMPLE_SERVICE_URL,
    dataDir,
    workflowBundle: values.WORKFLOW_BUNDLE,
    model: {
      name: values.MODEL,
      timeoutMs: values.MODEL_TIMEOUT_MS,
      structured: values.MODEL_STRUCTURED,
      openai: {
        ...(values.OPENAI_API_KEY && { apiKey: values.OPENAI_API_KEY }),
        ...(values.OPENAI_BASE_URL && { baseUrl: values.OPENAI_BASE_URL }),
      },
    },
    apiKeys: values.API_KEYS.length > 0 ? values.API_KEYS : local.apiKeys,
    masterKeys: values.MASTER_KEYS.length > 0 ? values.MASTER_KEYS : local.masterKeys,
    batonUrl: values.BATON_URL?.replace(/\/+$/, ''),
    webOrigins: values.WEB_ORIGINS.map((origin) => new URL(origin).origin),
    rateLimit: { key: values.RATE_LIMIT_KEY, conversation: values.RATE_LIMIT_CONVERSATION },
    logLevel: values.LOG_LEVEL,
    secret: (name) => source[name]?.trim() || undefined,
  };
}

/** What the launcher needs to know of the machine around it. */
export function surroundings(): { path: string; proxied: boolean } {
  const { PATH, HTTPS_PROXY, https_proxy } = process.env;
  return { path: PATH ?? '', proxied: Boolean(HTTPS_PROXY || https_proxy) };
}

/** The environment for a program that is started from here. */
export function environmentWith(more: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...more };
}
