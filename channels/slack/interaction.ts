/** A pressed button beneath one of our messages: the command it stands for, by the person who pressed it. */
import { OPERATOR_COMMANDS, type OperatorCommandName } from '../../domain/operator-command';
import type { ChannelEvent } from '../channel';
import { messageName } from './message';
import { buttonAction, type Interaction, interaction } from './shapes';

const PREFIX = 'baton_';
const LABELS: Partial<Record<OperatorCommandName, string>> = {
  take: 'Take',
  done: 'Done',
  ai: 'Resume AI',
  history: 'History',
};

/** The block beneath a message to operators. */
export function buttonsBlock(commands: readonly OperatorCommandName[]): object {
  const elements = commands.map((command) => ({
    type: 'button',
    action_id: `${PREFIX}${command}`,
    text: { type: 'plain_text', text: LABELS[command] ?? command },
  }));
  return { type: 'actions', elements };
}

export function readInteraction(payload: unknown): ChannelEvent[] {
  const read = interaction.safeParse(payload).data;
  if (!read) return [{ kind: 'ignored', type: 'interaction of an unknown shape' }];
  if (read.type !== 'block_actions') return [{ kind: 'ignored', type: read.type }];
  return read.actions.map((action) => readAction(read, action));
}

function readAction({ user, container, channel, message }: Interaction, action: unknown): ChannelEvent {
  const button = buttonAction.safeParse(action).data;
  const command = OPERATOR_COMMANDS.find((name) => button?.action_id === `${PREFIX}${name}`);
  const address = container?.channel_id ?? channel?.id;
  if (!button || !command || !address) return { kind: 'ignored', type: 'action of another kind' };
  // The thread's first message carries no thread of its own: it is the thread.
  const thread = container?.thread_ts ?? message?.thread_ts ?? container?.message_ts ?? message?.ts;
  const name = user.name ?? user.username;
  const operator = { id: user.id, ...(name && { name }) };
  return {
    ...{ kind: 'message', author: 'operator', address },
    ...(thread && { thread }),
    messageId: `${messageName(address, button.action_ts)}:${user.id}:${command}`,
    revision: 0,
    content: {
      text: `/${command}`,
      from: operator,
      sentAt: new Date(Math.floor(Number(button.action_ts) * 1000)).toISOString(),
    },
    operator,
  };
}
