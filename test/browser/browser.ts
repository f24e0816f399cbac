/** A real Chromium for the tests of the pages: one on PATH, or the one Playwright downloaded; null where there is none. */
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { surroundings } from '../../config';
import { isExecutable } from '../../scripts/servers/search';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** No sandbox: containers and CI machines rarely allow one. Nothing but the pages under test is opened. */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function findChromium(): string | null {
  const folders = surroundings().path.split(delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...candidates, chromium.executablePath()].find(isExecutable) ?? null;
}

export const openBrowser = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ARGUMENTS });
