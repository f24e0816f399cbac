/** Which web pages may call from a browser: listed sites, our own pages, and any page of this machine when we are on it. */
import type { Config } from '../config';

const LOOPBACK_NAMES = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

export interface Origins {
  /** May open widget sessions and read their conversations. */
  mayEmbed(origin: string | undefined, host: string | undefined): boolean;
  /** Temporal's own UI on this machine: payloads are decoded for it without a key. */
  isLocalTemporalUi(origin: string | undefined, host: string | undefined): boolean;
  temporalUi: string;
}

export function createOrigins(
  config: Pick<Config, 'loopback' | 'webOrigins' | 'temporal'>,
  businessOrigins: readonly string[],
): Origins {
  const listed = new Set([...config.webOrigins, ...businessOrigins]);
  const temporalUi = new URL(config.temporal.uiUrl).origin;
  const uiPort = new URL(temporalUi).port;

  return {
    temporalUi,
    mayEmbed(origin, host) {
      const url = parse(origin);
      if (!url) return false;
      if (listed.has(url.origin)) return true;
      return config.loopback ? LOOPBACK_NAMES.test(url.hostname) : url.host === host;
    },
    // The Host is looked at too: a foreign name that resolves to this machine is a page of somebody else.
    isLocalTemporalUi(origin, host) {
      const url = parse(origin);
      const own = parse(`http://${host}`);
      if (!config.loopback || !url || !own || !LOOPBACK_NAMES.test(own.hostname)) return false;
      return url.origin === temporalUi || (LOOPBACK_NAMES.test(url.hostname) && url.port === uiPort);
    },
  };
}

function parse(text: string | undefined): URL | null {
  return text && URL.canParse(text) ? new URL(text) : null;
}
