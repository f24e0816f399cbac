/** Counts the commands that really reach MongoDB, by name: a turn's round trips are a promise, so they are measured. */
import type { mongo } from 'mongoose';

export interface Operation {
  name: string;
  milliseconds: number;
  ok: boolean;
}

/** The connection's own chatter; a change stream's opening and reading are told by their command below. */
const CHATTER = new Set(['hello', 'ping', 'endSessions', 'getMore', 'killCursors', 'isMaster']);

export function countOperations(onOperation?: (operation: Operation) => void) {
  const counts: Record<string, number> = {};
  const heard = new WeakSet<object>();
  const report = (ok: boolean) => (event: { commandName: string; duration: number }) => {
    if (!CHATTER.has(event.commandName)) onOperation?.({ name: event.commandName, milliseconds: event.duration, ok });
  };
  return {
    counts: () => ({ ...counts }),
    listen(client: mongo.MongoClient) {
      if (heard.has(client)) return;
      heard.add(client);
      client.on('commandStarted', ({ commandName, command }) => {
        const pipeline = commandName === 'aggregate' ? (command.pipeline as object[] | undefined) : undefined;
        if (CHATTER.has(commandName) || (pipeline?.[0] && '$changeStream' in pipeline[0])) return;
        counts[commandName] = (counts[commandName] ?? 0) + 1;
      });
      client.on('commandSucceeded', report(true));
      client.on('commandFailed', report(false));
    },
  };
}
