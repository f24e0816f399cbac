/** One browser and one stack for a test file, and the people who visit: customers, operators, another site's visitor. */
import type { Browser } from 'playwright-core';
import { serveOnLoopback } from '../support/loopback';
import { type StackOptions, startStack } from '../support/stack';
import { findChromium, openBrowser } from './browser';
import { ChatActor } from './chat-actor';
import { DeskActor } from './desk-actor';
import { openWatched, type WatchedPage } from './watched-page';

const chromium = findChromium();
/** Longer than one wait of a page, so that a test that fails says which. */
const TEST_MS = 240_000;

/** `describe` where there is a browser; elsewhere one skipped test says what is missing. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (chromium) describe(name, tests);
  else describe.skip(name, () => test(`needs chromium, google-chrome or microsoft-edge on PATH`, () => {}));
}

/** Starts and ends everything around the tests of a file; every page is closed after its test. `prepare` runs first. */
export function useVisitors(prepare: () => Promise<StackOptions> = async () => ({})) {
  let browser: Browser;
  let stack: Awaited<ReturnType<typeof startStack>>;
  let endings: (() => unknown)[] = [];

  jest.setTimeout(TEST_MS);

  beforeAll(async () => {
    const options = await prepare();
    [stack, browser] = await Promise.all([startStack(options), openBrowser(chromium ?? '')]);
  });
  afterEach(async () => {
    await Promise.all(endings.map((end) => end()));
    endings = [];
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.close();
  });

  async function open(address: string): Promise<WatchedPage> {
    const watched = await openWatched(browser, new URL(address, stack.url).href);
    endings.push(watched.close);
    return watched;
  }

  return {
    open,
    keys: () => stack.keys,
    url: () => stack.url,
    async customer() {
      const watched = await open('/');
      return { chat: new ChatActor(watched.page), watched };
    },
    async operator({ key = stack.keys.operator, name = 'Lan' } = {}) {
      const watched = await open('/team');
      const desk = new DeskActor(watched.page);
      await desk.signIn(key, name);
      return { desk, watched };
    },
    /** A page of another site, which hides every button of its own and embeds the chat in Vietnamese. */
    async shopper() {
      const script = new URL('/widget.js', stack.url).href;
      const html = `<!doctype html><title>Shop</title><style>button { display: none !important }</style>
        <script src="${script}" data-language="vi" data-title="Our shop" async></script><h1>A shop</h1>`;
      const shop = await serveOnLoopback((_, response) => response.setHeader('content-type', 'text/html').end(html));
      endings.push(shop.close);
      const watched = await open(`${shop.url}/`);
      return { chat: new ChatActor(watched.page), watched };
    },
  };
}
