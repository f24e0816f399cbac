/**
 * Keyed hashes of what may be personal: addresses, provider message ids, sent texts. The key is made once, by whichever
 * process is first, and is never rotated: workflow ids and duplicate detection depend on it. Only its wrap changes.
 */
import { createHmac } from 'node:crypto';
import { freshKey, type MasterKeys } from './master-keys';
import { type Models, op } from './models';
import { isDuplicateKey, StoreUnavailable } from './unavailable';

const ID = 'lookup';
const PLACE = ['look-up key', ID];

export interface LookupKey {
  /** Loads the key, or makes it. Safe against any number of processes doing so at once. */
  load(models: Models): Promise<void>;
  /** 128 bits of HMAC-SHA-256 over the parts, base64url. */
  hash(purpose: string, parts: readonly (string | number)[]): string;
  rewrap(models: Models): Promise<number>;
}

export function lookupKey(master: MasterKeys): LookupKey {
  let key: Buffer | undefined;
  const read = async (models: Models) => models.keys.findOne({ _id: ID }).lean();
  return {
    async load(models) {
      let row = await read(models);
      if (!row) {
        await models.keys.collection
          .insertOne({ _id: ID, ...master.wrap(freshKey(), PLACE) } as never)
          .catch((error: unknown) => {
            if (!isDuplicateKey(error)) throw error;
          });
        row = await read(models);
      }
      if (!row) throw new Error('The look-up key was written but can not be read');
      key = master.unwrap(row, PLACE);
    },
    hash(purpose, parts) {
      if (!key) throw new StoreUnavailable('MongoDB has not answered since the start');
      const digest = createHmac('sha256', key)
        .update(JSON.stringify([purpose, ...parts]))
        .digest();
      return digest.subarray(0, 16).toString('base64url');
    },
    async rewrap(models) {
      const row = await read(models);
      if (!row || row.by === master.current) return 0;
      const again = master.wrap(master.unwrap(row, PLACE), PLACE);
      const { modifiedCount } = await models.keys.updateOne({ _id: ID, by: op({ $eq: row.by }) }, { $set: again });
      return modifiedCount;
    },
  };
}
