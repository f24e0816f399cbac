/**
 * Access tokens that a provider rotates: one row an account, the pair sealed under the master key. The refresh token works
 * once, so only the account's keeper asks for it; everybody else reads the access token. Rows name tokens by
 * fingerprint, and so does whatever speaks of them elsewhere: a token never leaves this row but to its provider.
 */
import { createHash } from 'node:crypto';
import type { StoreContext } from './context';
import type { AccessTokenDocument } from './documents';
import type { MasterKeys } from './master-keys';
import { op } from './models';
import type { AccessTokenHolder, AccessTokenStore, HeldTokens } from './store';
import { isDuplicateKey } from './unavailable';

interface Pair {
  access: string | null;
  refresh: string;
}

/** Ninety-six bits: enough to tell tokens apart, nothing to find them by. */
export function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 24);
}

const rowId = ({ businessId, channel, account }: AccessTokenHolder) => `${businessId}/${channel}/${account}`;
export const tokenPlace = (id: string) => ['access tokens', id];

export function createAccessTokens({ database, master }: StoreContext): AccessTokenStore {
  const { accessTokens } = database.models;

  async function read(_id: string): Promise<HeldTokens | null> {
    const row = await database.run(() => accessTokens.findOne({ _id }).lean());
    return row && held(master, row);
  }

  /** The owner's own token: the first, or one he got by authorising anew. One that was used before is old news. */
  async function plant(_id: string, seed: string): Promise<void> {
    const planted = { ...sealed(master, _id, { access: null, refresh: seed }), lost: false, at: new Date() };
    const again = { _id, seeds: op({ $ne: fingerprint(seed) }) };
    const change = {
      $set: planted,
      $unset: { accessPrint: 1, expiresAt: 1, renewAt: 1 },
      $push: { seeds: fingerprint(seed) },
    };
    try {
      await database.run(() => accessTokens.updateOne(again, change, { upsert: true }));
    } catch (error) {
      // The row is there and has seen this seed: the upsert could not insert it a second time.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  return {
    read: (holder) => read(rowId(holder)),
    async hold(holder, seed) {
      const _id = rowId(holder);
      await plant(_id, seed);
      const touched = await database.run(() => accessTokens.updateOne({ _id }, { $set: { at: new Date() } }));
      const row = await read(_id);
      if (!row || touched.matchedCount === 0) throw new Error('The access tokens were written but can not be read');
      return row;
    },
    async save(holder, spent, { accessToken, refreshToken, ...dates }) {
      const _id = rowId(holder);
      const pair = sealed(master, _id, { access: accessToken, refresh: refreshToken });
      const change = { ...pair, accessPrint: fingerprint(accessToken), ...dates, lost: false, at: new Date() };
      await database.run(() => accessTokens.updateOne({ _id, refreshPrint: fingerprint(spent) }, { $set: change }));
    },
    async lose(holder, spent) {
      const filter = { _id: rowId(holder), refreshPrint: fingerprint(spent) };
      await database.run(() => accessTokens.updateOne(filter, { $set: { lost: true, at: new Date() } }));
    },
  };
}

function sealed(master: MasterKeys, id: string, pair: Pair) {
  const { by, wrapped } = master.wrap(Buffer.from(JSON.stringify(pair)), tokenPlace(id));
  return { by, wrapped, refreshPrint: fingerprint(pair.refresh) };
}

function held(master: MasterKeys, row: AccessTokenDocument): HeldTokens {
  const { access, refresh } = JSON.parse(master.unwrap(row, tokenPlace(row._id)).toString()) as Pair;
  const { expiresAt = null, renewAt = null, lost } = row;
  return { accessToken: access, refreshToken: refresh, expiresAt, renewAt, lost };
}
