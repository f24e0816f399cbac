/**
 * `npm run channels:setup -- --url https://public.example`: sets what providers let a program set (webhooks, events,
 * command menus), then says as `channels:check` does what is left to click. Safe to repeat.
 */
import { run } from './channels-check';

run({ set: true });
