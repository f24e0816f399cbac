/**
 * A store for tests that are not about a database that is away: it waits so long for each command that a machine that
 * stalls for seconds fails none of them.
 */
import { connectStore, type Store, type StoreOptions } from '../../store';

export const PATIENT_MS = 20_000;

export const patientStore = (options: StoreOptions): Promise<Store> =>
  connectStore({ deadlineMs: PATIENT_MS, ...options });
