/** Ends the run's servers and removes its folder. Says nothing: the count of tests is the last line. */
import { endRun } from './global-set-up';
import { runFolder } from './run-folder';

export default async function globalTearDown(): Promise<void> {
  await endRun(runFolder());
}
