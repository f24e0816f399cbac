import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { withDeadline } from '../../channels/deadline';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('comes though the garbage was collected meanwhile', async () => {
  const signal = withDeadline(150, new AbortController().signal);
  await sleep(20);
  collectGarbage();
  await sleep(400);
  expect(signal.aborted).toBe(true);
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
});

test('ends early where the other signal does, for that signal’s reason', async () => {
  const other = new AbortController();
  const signal = withDeadline(60_000, other.signal);
  other.abort(new Error('cancelled'));
  expect(signal.reason).toEqual(new Error('cancelled'));
  expect(withDeadline(60_000, other.signal).aborted).toBe(true);
});
