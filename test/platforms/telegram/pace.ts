/** Telegram's flood limits as it advises them: thirty a second in all, twenty a minute in a group, one a second in a chat. */
import { tooMany } from './api-error';
import type { State } from './state';

/** Short bursts in one chat pass. */
const BURST = 3;

/** `refused` is told of every message that came too soon. */
export function createPace(state: State, refused: () => void) {
  const all: number[] = [];
  const chats = new Map<number, number[]>();

  const within = (times: number[], ms: number) => times.filter((at) => at > state.now() - ms);

  const check = (chat: number): void => {
    const mine = chats.get(chat) ?? [];
    if (within(all, 1_000).length >= 30) throw tooMany(1);
    if (within(mine, 1_000).length >= BURST) throw tooMany(1);
    const minute = within(mine, 60_000);
    if (chat < 0 && minute.length >= 20) {
      throw tooMany(Math.ceil(((minute[0] as number) + 60_000 - state.now()) / 1_000));
    }
    all.push(state.now());
    chats.set(chat, [...minute, state.now()]);
  };

  return (chat: number): void => {
    try {
      check(chat);
    } catch (error) {
      refused();
      throw error;
    }
  };
}
