/**
 * A store for tests that are not about a database that is away: it answers before they begin, and waits so long for
 * each command that a machine that stalls for seconds fails none of them.
 */
import { connectStore, type Store, type StoreOptions } from '../../store';
import { until } from './until';

export const PATIENT_MS = 20_000;

export async function patientStore(options: StoreOptions): Promise<Store> {
  const store = await connectStore({ deadlineMs: PATIENT_MS, ...options });
  const ready = () =>
    store.ping().then(
      () => true,
      () => false,
    );
  await until('MongoDB is ready', ready);
  return store;
}
