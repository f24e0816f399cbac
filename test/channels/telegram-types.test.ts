/**
 * Our recorded updates and our subscriptions against the Bot API as @grammyjs/types publishes it: the compiler reads
 * every payload as an `Update`, surplus fields refused. What is wrong on purpose has to be refused.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SUBSCRIBED } from '../../channels/telegram/parse';
import { recordedPayloads } from './contract';

/** Kinds of a later year, broken shapes, what a body may be that is no update at all, and what is cut short. */
const OUTSIDE = new Set([
  ...['checklist-of-odd-tasks', 'game', 'gift', 'kinds-of-no-concern', 'unique-gift'],
  ...['a-list', 'business-deletions', 'chat-id-as-text', 'members-joined', 'stopped-generation', 'unknown-kind'],
  ...['unknown-update', 'unreadable-message'],
]);
/** The published type of an answered message says that it has no `reply_to_message`, in so many words. */
const NONE = '"- none -"';
const asLiteral = (body: unknown) =>
  JSON.stringify(body, (key, value: unknown) =>
    key === 'reply_to_message' && value instanceof Object ? { ...value, reply_to_message: JSON.parse(NONE) } : value,
  ).replaceAll(NONE, 'undefined');
const ROOT = join(__dirname, '..', '..');

describe('the recorded updates', () => {
  it("are the published Bot API's, but for those that are wrong on purpose", async () => {
    // Inside the project, so that its packages are found.
    const folder = mkdtempSync(join(ROOT, 'node_modules', '.telegram-types-'));
    try {
      const checks = recordedPayloads('telegram')
        .filter(([, { body }]) => body !== undefined)
        .map(([file, { body }], index) => {
          const wrong = OUTSIDE.has(file.replace('.json', '')) ? '// @ts-expect-error\n' : '';
          return `${wrong}export const payload${index}: Update = ${asLiteral(body)}; // ${file}`;
        });
      const kinds = `export const kinds: (keyof Update)[] = ${JSON.stringify(SUBSCRIBED)};`;
      const lines = ["import type { Update } from '@grammyjs/types';", kinds, ...checks];
      const file = join(folder, 'payloads.ts');
      writeFileSync(file, lines.join('\n'));
      const options = [
        '--noEmit',
        '--strict',
        '--skipLibCheck',
        '--ignoreConfig',
        '--module',
        'nodenext',
        '--target',
        'es2022',
      ];
      const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
      const { stdout } = await promisify(execFile)(process.execPath, [compiler, ...options, file]).catch(
        (error: { stdout: string }) => error,
      );
      expect(stdout).toBe('');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
