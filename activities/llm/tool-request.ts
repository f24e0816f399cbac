/**
 * The HTTP request of a tool: the host is the business's, whatever the arguments say. No redirects, 64 KB at most, a
 * deadline, and no private address unless the tool allows it, checked on the very address that is connected to: a name
 * is resolved once, so one that points elsewhere a moment later leads nowhere.
 */

import { lookup as dnsLookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { withDeadline } from '../../channels/deadline';
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
  /** Instead of the machine's own resolver. */
  resolve?: Resolve;
}

/** Resolves for 2xx and 404; everything else is `ToolUnavailable`. */
export async function requestTool(tool: BusinessTool, args: Record<string, unknown>, call: Call): Promise<ToolAnswer> {
  const { url, body } = fill(tool, args);
  if (!isOpenHost(url.hostname, tool)) throw new ToolUnavailable('its address is private', false);
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
  { idempotencyKey, signal, token, resolve = dnsLookup }: Call,
): Promise<ToolAnswer> {
  const options: RequestOptions = {
    method: tool.method,
    // A connection that another tool was allowed is not taken over: each is checked by its own rule.
    agent: false,
    signal: withDeadline(tool.timeoutMs, signal),
    headers: {
      accept: 'application/json',
      'idempotency-key': idempotencyKey,
      ...(body !== null && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(tool.allowPrivate !== true && { lookup: openLookup(tool, resolve) }),
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

type Resolve = typeof dnsLookup;
type Lookup = NonNullable<RequestOptions['lookup']>;

function isOpen(address: string, { allowPrivate }: Pick<BusinessTool, 'allowPrivate'>): boolean {
  if (allowPrivate === true || isPublicAddress(address)) return true;
  return allowPrivate !== false && allowPrivate.some((network) => contains(network, address));
}

/** Unicast on the internet: not loopback, private, link-local, reserved, or a tunnel that may lead there. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

function contains(network: string, address: string): boolean {
  if (!ipaddr.isValidCIDR(network) || !ipaddr.isValid(address)) return false;
  const [net, prefix] = ipaddr.parseCIDR(network);
  const inner = ipaddr.process(address);
  return net.kind() === inner.kind() && inner.match(net as never, prefix);
}

/** An address in the tool's own URL is not resolved, so it is judged here. */
function isOpenHost(hostname: string, tool: BusinessTool): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 || isOpen(bare, tool);
}

/** Name resolution that gives no address the tool may not reach: what is checked is what is connected to. */
function openLookup(tool: BusinessTool, resolve: Resolve): Lookup {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const open = addresses.filter(({ address }) => isOpen(address, tool));
      const [first] = open;
      if (!first) return callback(new ToolUnavailable('its address is private', false), '', 0);
      if (options.all) return callback(null, open as never);
      callback(null, first.address, first.family);
    });
  };
}
