/**
 * Several names of one customer on one account, and the one conversation they lead to. Each name is a row of its own,
 * written on first sight under a keyed hash. Names are written in one order everywhere, so of two first messages with a
 * name in common exactly one writes that name, and the other follows it. Where two conversations turn out to be one
 * customer's, all names lead to the elder from then on; what the younger was told stays there and is answered there.
 */
import type { Database } from './connection';
import type { AliasDocument } from './documents';
import { ExpiringMap } from './expiring-map';
import type { Address } from './homes';
import type { LookupKey } from './lookup-key';
import { op } from './models';
import { isDuplicateKey, StoreUnavailable } from './unavailable';

export interface Aliases {
  /** The conversation of a customer with these names; the address's own where none of them is known. */
  resolve(input: Address): Promise<string>;
  /** The same, but null where nobody with one of these names ever wrote. */
  known(input: Address): Promise<string | null>;
  /** Drops what memory holds: names were erased. */
  forget(): void;
}

const ATTEMPTS = 5;
const elderFirst = (a: AliasDocument, b: AliasDocument) =>
  a.at.getTime() - b.at.getTime() || (a.workflowId < b.workflowId ? -1 : 1);

export function createAliases(
  database: Database,
  lookup: LookupKey,
  /** The conversation that an address has where no alias says otherwise. */
  ownOf: (input: Address) => string,
): Aliases {
  /** As long as homes are remembered: a name that is led elsewhere by another process is noticed then. */
  const cache = new ExpiringMap<string>(10_000, 60_000);
  const { aliases, conversations } = database.models;

  const read = (ids: readonly string[]) => database.run(() => aliases.find({ _id: op({ $in: [...ids] }) }).lean());

  /** Sorted: the order in which every process writes them. An empty string names nobody. */
  function idsOf({ businessId, channel, account, address, aliases: others = [] }: Address): string[] {
    const names = new Set([address, ...others].filter((name) => name.trim() !== ''));
    return [...names].map((name) => lookup.hash('alias', [businessId, channel, account, name])).sort();
  }

  /** A conversation that began under one of these names before names were written down. */
  async function begun(input: Address): Promise<string | undefined> {
    const ids = [input.address, ...(input.aliases ?? [])].map((address) => ownOf({ ...input, address }));
    const fields = { _id: 1 } as const;
    const found = await database.run(() =>
      conversations
        .find({ _id: op({ $in: ids }) }, fields)
        .sort({ createdAt: 1 })
        .limit(1)
        .lean(),
    );
    return found[0]?._id;
  }

  /** False where another process wrote the name first. */
  async function write(row: AliasDocument): Promise<boolean> {
    try {
      await database.run(() => aliases.insertMany([row], { lean: true }));
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** Rows that this call wrote a moment ago give way to anybody else's: nothing was stored under them yet. */
  async function writeMissing(ids: readonly string[], rows: AliasDocument[], mine: Set<string>, workflowId: string) {
    const missing = ids.filter((id) => !rows.some((row) => row._id === id));
    for (const _id of missing) {
      if (!(await write({ _id, workflowId, at: new Date() }))) return false;
      mine.add(_id);
    }
    const astray = rows.filter((row) => row.workflowId !== workflowId).map(({ _id }) => _id);
    if (astray.length > 0) {
      await database.run(() => aliases.updateMany({ _id: op({ $in: astray }) }, { $set: { workflowId } }));
    }
    return true;
  }

  async function resolve(input: Address): Promise<string> {
    const ids = idsOf(input);
    const remembered = cache.get(ids.join());
    if (remembered !== undefined) return remembered;
    const mine = new Set<string>();
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const rows = (await read(ids)).sort(elderFirst);
      const led = rows.find(({ _id }) => !mine.has(_id)) ?? rows[0];
      const workflowId = led?.workflowId ?? (await begun(input)) ?? ownOf(input);
      if (!(await writeMissing(ids, rows, mine, workflowId))) continue;
      cache.set(ids.join(), workflowId);
      return workflowId;
    }
    throw new StoreUnavailable('The names of this customer are being written by other processes');
  }

  return {
    resolve,
    async known(input) {
      const isKnown = (await read(idsOf(input))).length > 0 || (await begun(input)) !== undefined;
      return isKnown ? resolve(input) : null;
    },
    forget: () => cache.clear(),
  };
}
