/**
 * Every key of the environment: what it must look like, its default, and one sentence for people. `.env.example` is
 * this table written out.
 */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export const ROLES = ['channel', 'operator', 'viewer', 'privacy', 'admin'] as const;
export type Role = (typeof ROLES)[number];
export interface ApiKey {
  role: Role;
  key: string;
}
/** `key` is 32 bytes. The first of the list is the current one, the others only open what they once sealed. */
export interface MasterKey {
  id: string;
  key: Buffer;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const integer = (min: number, max: number) =>
  z.coerce.number(`expected a whole number from ${min} to ${max}`).int('expected a whole number').min(min).max(max);
const optional = z.string().optional();
const address = z.string().regex(/^[\w.[\]:-]+:\d+$/, 'expected host:port');
const url = z.url({ protocol: /^https?$/, error: 'expected an http or https address' });
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
const pem = z
  .string()
  .refine((path) => existsSync(path), 'names a file that is not there')
  .transform((path) => readFileSync(path))
  .optional();
const apiKey = z
  .string()
  .regex(/^[a-z]+:\S{16,}$/, 'expected role:key pairs, each key of 16 characters or more')
  .transform((pair) => ({ role: pair.slice(0, pair.indexOf(':')), key: pair.slice(pair.indexOf(':') + 1) }))
  .pipe(z.object({ role: z.enum(ROLES, `expected one of the roles ${ROLES.join(', ')}`), key: z.string() }));
const masterKey = z
  .string()
  .regex(/^[\w-]{1,32}:[A-Za-z0-9+/]{43}=$/, 'expected id:base64 pairs, each of 32 bytes (openssl rand -base64 32)')
  .transform((pair) => ({
    id: pair.slice(0, pair.indexOf(':')),
    key: Buffer.from(pair.split(':')[1] ?? '', 'base64'),
  }));
const modelName = z.string().regex(/^(offline|[a-z_-]+:\S+)$/, 'expected offline or provider:name');
const price = z
  .string()
  .regex(/^[a-z_-]+:[^\s=]+=\d+(\.\d+)?(\/\d+(\.\d+)?){2}$/, 'expected provider:name=input/cached/output')
  .transform((text) => {
    const end = text.lastIndexOf('=');
    const [input = 0, cached = 0, output = 0] = text
      .slice(end + 1)
      .split('/')
      .map(Number);
    return { model: text.slice(0, end), input, cached, output };
  });
const distinct = (items: readonly string[]) => new Set(items).size === items.length;

const key = <S extends z.ZodType>(schema: S, fallback: string, doc: string) => ({ schema, fallback, doc });

/** An empty value counts as not set: container files pass on what is not there as an empty string. */
export const KEYS = {
  PORT: key(integer(0, 65535), '3000', 'Port of the API and its pages; the only fixed port.'),
  HOST: key(z.string(), '127.0.0.1', 'Address the API listens on. Off loopback, API_KEYS and MASTER_KEYS must be set.'),
  MONGODB_URI: key(
    z.string().regex(/^mongodb(\+srv)?:\/\//, 'expected mongodb:// or mongodb+srv://'),
    'mongodb://127.0.0.1:27017/baton',
    'MongoDB, always a replica set. `npm start` brings its own server when this is not set.',
  ),
  TEMPORAL_ADDRESS: key(
    address,
    '127.0.0.1:7233',
    'Temporal frontend, host:port. `npm start` brings its own server when this is not set.',
  ),
  TEMPORAL_NAMESPACE: key(z.string(), 'default', 'Temporal namespace.'),
  TEMPORAL_API_KEY: key(optional, '', 'API key of Temporal Cloud; turns TLS on.'),
  TEMPORAL_TLS_CERT: key(pem, '', 'File with the client certificate (PEM) for Temporal; turns TLS on.'),
  TEMPORAL_TLS_KEY: key(pem, '', 'File with the private key (PEM) of TEMPORAL_TLS_CERT.'),
  TEMPORAL_TLS_CA: key(pem, '', 'File with the certificate authority (PEM) of the Temporal server; turns TLS on.'),
  TEMPORAL_UI_URL: key(
    url,
    'http://127.0.0.1:8233',
    'Where people open Temporal UI; the only page that may call the codec endpoint from a browser.',
  ),
  TASK_QUEUE: key(z.string(), 'baton', 'Temporal task queue that the workers serve.'),
  BUSINESS_DIR: key(z.string(), 'examples/riverside-hotel', 'Folder with business.yaml and knowledge/.'),
  REQUIRE_REHEARSAL: key(
    z.enum(['on', 'off'], 'expected on or off'),
    'off',
    'on: refuse to start with a version of the business that `npm run rehearse` has not passed.',
  ),
  SAMPLE_SERVICE_URL: key(
    url.optional(),
    '',
    "Address of the sample business's order and booking service; `npm start` starts one when this is not set.",
  ),
  DATA_DIR: key(z.string(), '.baton', 'Folder for local keys, embedded servers and their data.'),
  WORKFLOW_BUNDLE: key(
    optional,
    '',
    'File with a prebuilt workflow bundle (`npm run build`); without it one is built and kept in DATA_DIR.',
  ),
  MODEL: key(modelName, 'offline', "`offline`, or LangChain's provider:name, for example openai:gpt-5-mini."),
  MODEL_TIMEOUT_MS: key(integer(100, 600_000), '20000', 'Longest time a model call may take, in milliseconds.'),
  MODEL_STRUCTURED: key(
    z.enum(['auto', 'tool', 'json_schema', 'json_mode'], 'expected auto, tool, json_schema or json_mode'),
    'auto',
    'How structured output is asked of the model: auto, tool, json_schema or json_mode.',
  ),
  MODEL_FALLBACK: key(
    modelName.optional(),
    '',
    'Asked when MODEL is down: another provider:name, or offline. Without it the conversation goes to a person.',
  ),
  MODEL_SUMMARY: key(
    modelName.optional(),
    '',
    'Writes the rolling summary of long conversations: a cheap provider:name, or offline. Default: MODEL.',
  ),
  MODEL_MAX_OUTPUT_TOKENS: key(
    integer(100, 100_000),
    '2000',
    'Most tokens one model call may write, with those of models that think.',
  ),
  MODEL_PRICES: key(
    list.pipe(z.array(price)),
    '',
    'US dollars per million tokens, provider:name=input/cached/output, comma separated. Without it tokens are counted, not costs.',
  ),
  DAILY_TOKEN_BUDGET: key(
    integer(1, 1e12).optional(),
    '',
    'Tokens a business may use in a day of its time zone, all workers together; then the offline answerer answers. Default: no limit.',
  ),
  DAILY_COST_BUDGET: key(
    z.coerce.number('expected an amount such as 12.5').positive('expected an amount above 0').optional(),
    '',
    'The same in US dollars by MODEL_PRICES. Default: no limit.',
  ),
  OPENAI_API_KEY: key(
    optional,
    '',
    "Key of OpenAI or of a server that speaks its protocol. Other providers' own variables are honoured too.",
  ),
  OPENAI_BASE_URL: key(url.optional(), '', "Base address of a server that speaks OpenAI's protocol."),
  ANTHROPIC_API_KEY: key(optional, '', 'Key of Anthropic.'),
  ANTHROPIC_BASE_URL: key(url.optional(), '', "Base address of a server that speaks Anthropic's protocol."),
  GOOGLE_API_KEY: key(optional, '', 'Key of the Gemini API.'),
  GOOGLE_BASE_URL: key(url.optional(), '', 'Base address of a server that speaks the Gemini protocol.'),
  OLLAMA_BASE_URL: key(url.optional(), '', 'Address of Ollama. Default: http://127.0.0.1:11434.'),
  EMBEDDINGS: key(
    z.enum(
      ['bundled', 'multilingual', 'openai-compatible', 'none'],
      'expected bundled, multilingual, openai-compatible or none',
    ),
    'bundled',
    'How the offline answerer compares meaning: bundled (English, an optional package), multilingual (a local server that `npm start` fetches and runs), openai-compatible (EMBEDDINGS_BASE_URL) or none.',
  ),
  EMBEDDINGS_BASE_URL: key(
    url.optional(),
    '',
    "Base address of a server that speaks OpenAI's embeddings protocol, such as http://127.0.0.1:8000/v1.",
  ),
  EMBEDDINGS_MODEL: key(optional, '', 'Name of the embedding model to ask for. Default: text-embedding-3-small.'),
  EMBEDDINGS_API_KEY: key(optional, '', 'Key of that server, if it wants one.'),
  API_KEYS: key(
    list.pipe(z.array(apiKey)).refine((keys) => distinct(keys.map(({ key }) => key)), 'gives one key twice'),
    '',
    `role:key pairs, comma separated; roles ${ROLES.join(', ')}. On loopback, made once and kept in DATA_DIR when not set.`,
  ),
  MASTER_KEYS: key(
    list.pipe(z.array(masterKey)).refine((keys) => distinct(keys.map(({ id }) => id)), 'gives one id twice'),
    '',
    'id:base64 pairs of 32-byte keys that seal originals, comma separated, the first is current. On loopback, made once and kept in DATA_DIR when not set.',
  ),
  WEB_ORIGINS: key(
    list.pipe(z.array(url)),
    '',
    'Origins of other sites that may embed the chat widget, comma separated.',
  ),
  RATE_LIMIT_KEY: key(integer(1, 100_000), '50', 'Requests a second one API key may make.'),
  RATE_LIMIT_CONVERSATION: key(integer(1, 100_000), '5', 'Customer messages a second one conversation may send.'),
  WORKER_METRICS: key(
    address.optional(),
    '',
    "Where the worker gives its metrics to Prometheus, host:port: tokens of model calls, and Temporal's own. Default: nowhere.",
  ),
  BATON_URL: key(
    url.optional(),
    '',
    'Address of a running Baton for `npm run demo`; without it the one on PORT is used, or one is started.',
  ),
  LOG_LEVEL: key(
    z.enum(LOG_LEVELS, `expected one of ${LOG_LEVELS.join(', ')}`),
    'info',
    `One of ${LOG_LEVELS.join(', ')}.`,
  ),
};
