/**
 * The HTTP request of a tool: the host is the business's, whatever the arguments say. No redirects, 64 KB at most, a
 * deadline, and no private address unless the tool allows it, checked on the very address that is connected to.
 */
import { lookup as dnsLookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';
import type { BusinessTool } from '../../domain/business';

const MOST_BYTES = 64 * 1024;

/** The service could not be asked or did not answer usefully. */
export class ToolUnavailable extends Error {
  override name = 'ToolUnavailable';
  constructor(
    message: string,
    readonly retryable: boolean,
  ) {
    super(message);
  }
}

export interface ToolAnswer {
  status: number;
  body: string;
}

interface Call {
  idempotencyKey: string;
  signal: AbortSignal;
  token?: string;
}

/** Resolves for 2xx and 404; everything else is `ToolUnavailable`. */
export async function requestTool(tool: BusinessTool, args: Record<string, unknown>, call: Call): Promise<ToolAnswer> {
  const { url, body } = fill(tool, args);
  if (!tool.allowPrivate && isPrivateHost(url.hostname)) throw new ToolUnavailable('its address is private', false);
  const answer = await send(tool, url, body, call);
  if (answer.status >= 200 && answer.status < 300) return answer;
  if (answer.status === 404) return answer;
  if (answer.status >= 300 && answer.status < 400) throw new ToolUnavailable('the service redirects', false);
  throw new ToolUnavailable(`the service answered ${answer.status}`, answer.status >= 500 || answer.status === 429);
}

function fill(
  { url: template, method }: BusinessTool,
  args: Record<string, unknown>,
): { url: URL; body: string | null } {
  const inUrl = new Set<string>();
  const url = new URL(
    template.replace(/\{(\w+)\}/g, (_, name: string) => {
      inUrl.add(name);
      // A lone dot or two would climb the path even when encoded.
      return encodeURIComponent(String(args[name] ?? '')).replace(/^\.{1,2}$/, '-');
    }),
  );
  const others = Object.entries(args).filter(([name]) => !inUrl.has(name));
  if (method !== 'GET' && method !== 'DELETE') return { url, body: JSON.stringify(Object.fromEntries(others)) };
  for (const [name, value] of others) url.searchParams.set(name, String(value));
  return { url, body: null };
}

function send(
  tool: BusinessTool,
  url: URL,
  body: string | null,
  { idempotencyKey, signal, token }: Call,
): Promise<ToolAnswer> {
  const options: RequestOptions = {
    method: tool.method,
    signal: AbortSignal.any([signal, AbortSignal.timeout(tool.timeoutMs)]),
    headers: {
      accept: 'application/json',
      'idempotency-key': idempotencyKey,
      ...(body !== null && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(!tool.allowPrivate && { lookup: publicLookup }),
  };
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      if (signal.aborted) reject(signal.reason);
      else if (error instanceof ToolUnavailable) reject(error);
      else reject(new ToolUnavailable('the service could not be reached in time', true));
    };
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, (response) => {
      read(response).then((text) => resolve({ status: response.statusCode ?? 0, body: text }), fail);
    });
    request.on('error', fail);
    request.end(body ?? undefined);
  });
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new ToolUnavailable('the answer is larger than 64 KB', false);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const PRIVATE = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, prefix, 'ipv6');

/** Loopback, private, link-local and the like; IPv4 inside IPv6 is seen through by `BlockList`. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

function isPrivateHost(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) !== 0 && isPrivateAddress(bare);
}

/** Name resolution that gives no private address: what is checked is what is connected to. */
const publicLookup: NonNullable<RequestOptions['lookup']> = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const open = addresses.filter(({ address }) => !isPrivateAddress(address));
    const [first] = open;
    if (!first) return callback(new ToolUnavailable('its address is private', false), '', 0);
    if (options.all) return callback(null, open as never);
    callback(null, first.address, first.family);
  });
};
