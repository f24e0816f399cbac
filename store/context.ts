/** What the parts of the store share: the database, the keys, and where each conversation lives. */
import type { Database } from './connection';
import type { Homes } from './homes';
import type { LookupKey } from './lookup-key';
import type { MasterKeys } from './master-keys';

export interface StoreContext {
  database: Database;
  master: MasterKeys;
  lookup: LookupKey;
  homes: Homes;
}
