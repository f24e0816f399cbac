/** The sample business, for the length of a demo, with a Telegram account, its operators and their group. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';

const SAMPLE = join(dirname(dirname(__dirname)), 'examples', 'riverside-hotel');

/** Variables that hold the account's secrets, as a real installation would name them. */
export const SECRETS = { tokenEnv: 'DEMO_TELEGRAM_TOKEN', secretEnv: 'DEMO_TELEGRAM_SECRET' };
const ACCOUNT = { channel: 'telegram', account: 'main' };

export interface TelegramBusiness {
  baseUrl: string;
  group: number;
  operator: { id: number; name: string };
}

export function writeBusiness(folder: string, { baseUrl, group, operator }: TelegramBusiness): void {
  cpSync(SAMPLE, folder, { recursive: true });
  const file = join(folder, 'business.yaml');
  const yaml = parseDocument(readFileSync(file, 'utf8'));
  yaml.setIn(['channels', 'telegram'], [{ account: ACCOUNT.account, ...SECRETS, baseUrl }]);
  yaml.set('operators', [{ ...ACCOUNT, id: String(operator.id), name: operator.name }]);
  yaml.set('places', [{ ...ACCOUNT, chat: String(group) }]);
  writeFileSync(file, yaml.toString());
}
