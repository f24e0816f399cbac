/** An error as a person at the terminal should read it: one paragraph for what we foresaw, the stack for a bug of ours. */
import { ConfigError } from '../config';
import { BusinessError } from '../domain/business';
import { LocalKeysError } from '../local-keys';
import { NotRehearsed } from '../rehearsals';
import { ScenarioError } from './rehearse/scenario';
import { LaunchError } from './servers/launch-error';

const FORESEEN = [LaunchError, ConfigError, LocalKeysError, BusinessError, NotRehearsed, ScenarioError];

export function explain(error: unknown): string {
  if (FORESEEN.some((kind) => error instanceof kind)) {
    return `\nBaton could not run. ${(error as Error).message}`;
  }
  return `\nBaton could not run, for a reason it does not know:\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
