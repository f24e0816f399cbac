/** Sets what the Bot API can set: the webhook with its secret and kinds of update, and the commands in the team's chats. */
import type { OperatorCommandName } from '../../domain/operator-command';
import type { Finding } from '../channel';
import { chatOf } from './address';
import { type Call, TelegramRefusal } from './bot-api';
import { SUBSCRIBED } from './parse';

interface SetUpInput {
  webhookUrl: string;
  chats: readonly string[];
}

/** Deliveries Telegram makes at the same time; order is kept by nobody above one. */
const CONNECTIONS = 40;

const MENU: Record<OperatorCommandName, string> = {
  take: 'Take the conversation over',
  done: 'Close it; the AI answers again',
  ai: 'Give it back to the AI',
  note: 'Leave a note for the team',
  history: 'Show the conversation again',
  who: 'Say who has it',
  help: 'Explain the commands',
};

export function createSetUp(call: Call, secret: string) {
  return async ({ webhookUrl, chats }: SetUpInput, signal: AbortSignal): Promise<Finding[]> => {
    const webhook = {
      url: webhookUrl,
      secret_token: secret,
      allowed_updates: SUBSCRIBED,
      max_connections: CONNECTIONS,
    };
    const commands = Object.entries(MENU).map(([command, description]) => ({ command, description }));
    const findings = [await done('webhook', () => call('setWebhook', webhook, signal))];
    for (const id of chats) {
      const scope = { type: 'chat', ...chatOf(id) };
      findings.push(await done(`commands in ${id}`, () => call('setMyCommands', { commands, scope }, signal)));
    }
    return findings;
  };
}

async function done(what: string, act: () => Promise<unknown>): Promise<Finding> {
  try {
    await act();
    return { what, state: 'ok' };
  } catch (error) {
    if (!(error instanceof TelegramRefusal)) throw error;
    return { what, state: 'error', advice: `Telegram refuses: ${error.message}.` };
  }
}
