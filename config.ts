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
  /** Refuse a version of the business that no rehearsal has passed. */
  requireRehearsal: boolean;
  sampleServiceUrl: string | undefined;
  dataDir: string;
  workflowBundle: string | undefined;
  model: ModelConfig;
  embeddings: EmbeddingsConfig;
  apiKeys: readonly ApiKey[];
  masterKeys: readonly MasterKey[];
  /** A running Baton that `npm run demo` is to use. */
  batonUrl: string | undefined;
  webOrigins: readonly string[];
  /** Requests a second. */
  rateLimit: { key: number; conversation: number };
  logLevel: string;
  /** `host:port` of the worker's metrics. */
  workerMetrics: string | undefined;
  /** A secret that `business.yaml` names by its variable. */
  secret(name: string): string | undefined;
}

export interface Provider {
  apiKey?: string;
  baseUrl?: string;
}

/** US dollars per million tokens. */
export interface ModelPrice {
  model: string;
  input: number;
  cached: number;
  output: number;
}

export interface ModelConfig {
  /** As in `MODEL`: `offline` or `provider:name`. */
  name: string;
  fallback?: string;
  summary?: string;
  timeoutMs: number;
  structured: 'auto' | 'tool' | 'json_schema' | 'json_mode';
  maxOutputTokens?: number;
  openai: Provider;
  anthropic?: Provider;
  google?: Provider;
  ollama?: Provider;
  prices?: readonly ModelPrice[];
  /** Of a business, for a day. */
  budget?: { tokens?: number; cost?: number };
}

export interface EmbeddingsConfig {
  kind: 'bundled' | 'multilingual' | 'openai-compatible' | 'none';
  baseUrl?: string;
  model?: string;
  apiKey?: string;
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

function modelConfig(values: Values): ModelConfig {
  const provider = (apiKey: string | undefined, baseUrl: string | undefined): Provider => ({
    ...(apiKey && { apiKey }),
    ...(baseUrl && { baseUrl }),
  });
  const { MODEL_FALLBACK: fallback, MODEL_SUMMARY: summary } = values;
  const { DAILY_TOKEN_BUDGET: tokens, DAILY_COST_BUDGET: cost } = values;
  return {
    name: values.MODEL,
    ...(fallback && { fallback }),
    ...(summary && { summary }),
    timeoutMs: values.MODEL_TIMEOUT_MS,
    structured: values.MODEL_STRUCTURED,
    maxOutputTokens: values.MODEL_MAX_OUTPUT_TOKENS,
    openai: provider(values.OPENAI_API_KEY, values.OPENAI_BASE_URL),
    anthropic: provider(values.ANTHROPIC_API_KEY, values.ANTHROPIC_BASE_URL),
    google: provider(values.GOOGLE_API_KEY, values.GOOGLE_BASE_URL),
    ollama: provider(undefined, values.OLLAMA_BASE_URL),
    prices: values.MODEL_PRICES,
    budget: { ...(tokens && { tokens }), ...(cost && { cost }) },
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function crossChecks(values: Values, env: NodeJS.ProcessEnv, keys: readonly Name[]): string[] {
  const problems: string[] = [];
  if (values.DAILY_COST_BUDGET && values.MODEL_PRICES.length === 0)
    problems.push('DAILY_COST_BUDGET: needs MODEL_PRICES');
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
    requireRehearsal: values.REQUIRE_REHEARSAL === 'on',
    sampleServiceUrl: values.SAMPLE_SERVICE_URL,
    dataDir,
    workflowBundle: values.WORKFLOW_BUNDLE,
    model: modelConfig(values),
    embeddings: {
      kind: values.EMBEDDINGS,
      ...(values.EMBEDDINGS_BASE_URL && { baseUrl: values.EMBEDDINGS_BASE_URL }),
      ...(values.EMBEDDINGS_MODEL && { model: values.EMBEDDINGS_MODEL }),
      ...(values.EMBEDDINGS_API_KEY && { apiKey: values.EMBEDDINGS_API_KEY }),
    },
    apiKeys: values.API_KEYS.length > 0 ? values.API_KEYS : local.apiKeys,
    masterKeys: values.MASTER_KEYS.length > 0 ? values.MASTER_KEYS : local.masterKeys,
    batonUrl: values.BATON_URL?.replace(/\/+$/, ''),
    webOrigins: values.WEB_ORIGINS.map((origin) => new URL(origin).origin),
    rateLimit: { key: values.RATE_LIMIT_KEY, conversation: values.RATE_LIMIT_CONVERSATION },
    logLevel: values.LOG_LEVEL,
    workerMetrics: values.WORKER_METRICS,
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
