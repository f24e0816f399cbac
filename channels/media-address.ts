/** Which addresses a file may be fetched from, and the one address a name is pinned to. */
import { promises as dns, type LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The address may not be opened: not on the list, not https, private, or too large. */
export class MediaRefused extends Error {
  override name = 'MediaRefused';
}
/** The provider does not give the file: gone, expired, or not reached. */
export class MediaUnavailable extends Error {
  override name = 'MediaUnavailable';
}

export interface AddressRules {
  /** The provider's hosts, lower case and without a port. */
  allow(host: string): boolean;
  /** The configured base address: its origin may be http, and may be private. */
  base?: string;
  /** Replaced in tests. */
  resolve?(host: string): Promise<LookupAddress[]>;
}

const systemLookup = (host: string) => dns.lookup(host, { all: true });

export function parseUrl(address: string, base?: URL): URL {
  try {
    return new URL(address, base);
  } catch {
    throw new MediaRefused('the address of the file can not be read');
  }
}

/** The one address to connect to. All that the name resolves to must be public: a mixed answer is an attack. */
export async function permittedAddress(
  url: URL,
  { allow, base, resolve = systemLookup }: AddressRules,
): Promise<LookupAddress> {
  const configured = base !== undefined && url.origin === new URL(base).origin;
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (url.protocol !== 'https:' && !(configured && url.protocol === 'http:'))
    throw new MediaRefused('the file is not behind https');
  if (url.username || url.password) throw new MediaRefused('the address of the file carries a name');
  if (!configured && !allow(host)) throw new MediaRefused('the file is on a host that is not of the provider');
  const family = isIP(host);
  const addresses = family ? [{ address: host, family }] : await resolved(host, resolve);
  const [chosen] = addresses;
  if (!chosen) throw new MediaUnavailable("the provider's host has no address");
  if (!configured && !addresses.every(({ address }) => isPublic(address)))
    throw new MediaRefused('the file is in a private network');
  return chosen;
}

async function resolved(host: string, resolve: (name: string) => Promise<LookupAddress[]>): Promise<LookupAddress[]> {
  try {
    return await resolve(host);
  } catch {
    throw new MediaUnavailable("the provider's host is not known");
  }
}

/** Loopback, link-local, private, multicast, translated and reserved ranges are all not `unicast`. */
export function isPublic(address: string): boolean {
  try {
    return ipaddr.process(address).range() === 'unicast';
  } catch {
    return false;
  }
}
