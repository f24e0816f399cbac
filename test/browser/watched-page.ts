/**
 * A page with traps: it notes every dialog, every script error, every breach of the Content-Security-Policy and every
 * script or handler that was not there when the page was made. A safe page leaves all of them empty.
 */
import type { Browser, Page } from 'playwright-core';

export interface WatchedPage {
  page: Page;
  /** What went wrong so far; each an `kind: detail`. */
  alarms(): Promise<string[]>;
  close(): Promise<void>;
}

/** What is awaited comes well within a second; the rest is a busy machine. */
const PATIENCE_MS = 120_000;

/** Runs in the page before anything else. Payloads call `alarm`, `print` and the like: all of them report. */
const TRAPS = `
  window.batonAlarms = [];
  const report = (what) => window.batonAlarms.push(what);
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'pwned']) window[name] = () => report('called: ' + name);
  document.addEventListener('securitypolicyviolation', (event) => report('policy: ' + event.violatedDirective));
  addEventListener('error', (event) => report('error: ' + event.message));
  addEventListener('unhandledrejection', (event) => report('rejection: ' + event.reason));
`;

/** Everything in the page and its shadow roots that could run code and was not served by us. */
const FOREIGN_NODES = `(() => {
  const all = (root) => [...root.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? all(node.shadowRoot) : [])]);
  const foreign = ({ localName, src, href, attributes }) =>
    (localName === 'script' && !src.startsWith(location.origin + '/')) ||
    ['iframe', 'object', 'embed', 'img', 'video', 'audio', 'base', 'math', 'foreignObject', 'animate', 'use', 'marquee'].includes(localName) ||
    (localName === 'a' && !/^(https?:|mailto:|tel:)/.test(href)) ||
    [...attributes].some(({ name, value }) => /^on/i.test(name) || /^\\s*javascript:/i.test(value));
  return all(document).filter(foreign).map((node) => 'node: ' + node.localName);
})()`;

export async function openWatched(browser: Browser, url: string): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(`dialog: ${dialog.type()}`);
    void dialog.dismiss();
  });
  await page.addInitScript({ content: TRAPS });
  await page.goto(url);
  return {
    page,
    alarms: async () => [
      ...dialogs,
      ...(await page.evaluate<string[]>('window.batonAlarms')),
      ...(await page.evaluate<string[]>(FOREIGN_NODES)),
    ],
    close: () => context.close(),
  };
}
