/** Conversations that are open while the code changes: every history ever recorded replays against current code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { workflowBundlePath } from '../support/servers';

const HISTORIES = join(__dirname, '../histories');
const recorded = readdirSync(HISTORIES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pb'));

beforeAll(() => {
  Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'OFF' } } });
});

type History = temporal.api.history.v1.IHistory;

async function replay(name: string, change = (history: History) => history): Promise<void> {
  const history = change(temporal.api.history.v1.History.decode(readFileSync(join(HISTORIES, name))));
  await Worker.runReplayHistory(
    { workflowBundle: { codePath: await workflowBundlePath() } },
    history,
    `replay-${name}`,
  );
}

it('has histories to replay', () => {
  expect(recorded.length).toBeGreaterThan(8);
});

it.each(recorded)('replays %s', async (name) => {
  await expect(replay(name)).resolves.toBeUndefined();
});

it('notices code that would do something else', async () => {
  const answered = recorded.find((name) => name.endsWith('answered-turns.pb')) ?? '';
  const otherwise = (history: History) => {
    const scheduled = history.events?.find((event) => event.activityTaskScheduledEventAttributes);
    const type = scheduled?.activityTaskScheduledEventAttributes?.activityType;
    if (type) type.name = 'sendNothing';
    return history;
  };
  await expect(replay(answered, otherwise)).rejects.toThrow();
});
