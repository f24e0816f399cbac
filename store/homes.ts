/**
 * A conversation's home: its identity and its data key. Homes are made by an insert that any number of processes may
 * race for (the losers take the winner's key), and kept in memory for at most a minute, which bounds how long a key
 * outlives its conversation's erasure.
 */
import { randomBytes } from 'node:crypto';
import { createAliases } from './aliases';
import type { Database } from './connection';
import type { ConversationDocument } from './documents';
import { ExpiringMap } from './expiring-map';
import type { LookupKey } from './lookup-key';
import { freshKey, type MasterKeys } from './master-keys';
import { op } from './models';
import { seal } from './seal';
import type { ConversationKey } from './store';
import { isDuplicateKey, StoreUnavailable } from './unavailable';

export interface Address {
  businessId: string;
  channel: string;
  account: string;
  address: string;
  /** The customer's other names, on channels where customers have several; absent elsewhere, empty where this one has none. */
  aliases?: readonly string[];
  /** Where the conversation is known already. */
  workflowId?: string;
  conversationId?: string;
}

export interface Home {
  key: ConversationKey;
  dataKey: Buffer;
  /** Names the data key: rows carry it, so a key of an erased predecessor is noticed. */
  ref: string;
  /** Receive numbers given out when we last looked: a guess, which other processes make wrong. */
  received: number;
  /** A number is being given by that guess: another try beside it could only fail. */
  numbering?: boolean;
}

/** The caller's conversation id belongs to a conversation on another channel or address. */
export class ConversationIdTaken extends Error {
  override name = 'ConversationIdTaken';
}

export interface Homes {
  identify(address: Address): { workflowId: string; addressHash: string };
  /** From memory, or by one read, and one insert where there is no conversation yet. */
  enter(address: Address, at: string): Promise<Home>;
  /** Null where the conversation does not exist or is erased. */
  find(workflowId: string): Promise<Home | null>;
  /** The conversation that one of these names leads to, where there is one; further names then lead to it too. */
  known(address: Address): Promise<Home | null>;
  forget(workflowId: string): void;
}

const PROJECTION = { businessId: 1, conversationId: 1, channel: 1, account: 1, dataKey: 1, received: 1 } as const;
const ATTEMPTS = 3;

export const addressPlace = (businessId: string, workflowId: string) => ['address', businessId, workflowId];
export const dataKeyPlace = (businessId: string, workflowId: string, ref: string) => [
  ...['data key', businessId, workflowId],
  ref,
];

export function createHomes(database: Database, master: MasterKeys, lookup: LookupKey): Homes {
  const cache = new ExpiringMap<Home>(10_000, 60_000);
  const { conversations } = database.models;

  function open(row: Pick<ConversationDocument, '_id' | keyof typeof PROJECTION>): Home | null {
    if (!row.dataKey) return null;
    const { _id: workflowId, businessId, conversationId, channel, account, received } = row;
    const { ref } = row.dataKey;
    const dataKey = master.unwrap(row.dataKey, dataKeyPlace(businessId, workflowId, ref));
    const home = { key: { businessId, workflowId, conversationId, channel, account }, dataKey, ref, received };
    cache.set(workflowId, home);
    return home;
  }

  function identify({ businessId, channel, account, address }: Address) {
    const addressHash = lookup.hash('address', [businessId, channel, account, address]);
    return { workflowId: `conversation:${businessId}:${addressHash}`, addressHash };
  }

  const aliases = createAliases(database, lookup, (input) => identify(input).workflowId);

  function newConversation(input: Address, workflowId: string, at: string): Omit<ConversationDocument, '_id'> {
    const { businessId, channel, account } = input;
    const dataKey = freshKey();
    const ref = randomBytes(9).toString('base64url');
    return {
      ...{ businessId, channel, account },
      conversationId: input.conversationId ?? randomBytes(12).toString('base64url'),
      sealedAddress: seal(dataKey, Buffer.from(input.address), addressPlace(businessId, workflowId)),
      dataKey: { ref, ...master.wrap(dataKey, dataKeyPlace(businessId, workflowId, ref)) },
      ...{ createdAt: at, lastMessageAt: at, received: 0, operatorMark: 0, provisionalMarks: [], numbered: [] },
      ...{ mode: 'ai', epoch: 1, handoff: null, operator: null, waitingSince: null, nextTimer: null },
      ...{ events: [], handoffs: [] },
    };
  }

  async function read(workflowId: string): Promise<Home | null> {
    const row = await database.run(() => conversations.findOne({ _id: workflowId }, PROJECTION).lean());
    return row && open(row);
  }

  /** Null where another process was first, or the generated id was taken: look again. */
  async function make(input: Address, workflowId: string, at: string): Promise<Home | null> {
    const row = { _id: workflowId, ...newConversation(input, workflowId, at) };
    try {
      await database.run(() => conversations.insertMany([row], { lean: true }));
      return open(row);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      if (await belongsElsewhere(input, workflowId)) {
        throw new ConversationIdTaken('This conversation id belongs to another address');
      }
      return null;
    }
  }

  async function belongsElsewhere({ businessId, conversationId }: Address, workflowId: string): Promise<boolean> {
    if (conversationId === undefined) return false;
    const other = { businessId, conversationId, _id: op({ $ne: workflowId }) };
    return (await database.run(() => conversations.exists(other))) !== null;
  }

  return {
    identify,
    async enter(input, at) {
      const own = () => (input.aliases ? aliases.resolve(input) : identify(input).workflowId);
      const workflowId = input.workflowId ?? (await own());
      const known = cache.get(workflowId);
      if (known) return known;
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const home = (await read(workflowId)) ?? (await make(input, workflowId, at));
        if (home) return home;
      }
      throw new StoreUnavailable('The conversation is being erased');
    },
    find: async (workflowId) => cache.get(workflowId) ?? read(workflowId),
    async known(input) {
      const workflowId = await aliases.known(input);
      return workflowId === null ? null : (cache.get(workflowId) ?? read(workflowId));
    },
    forget(workflowId) {
      cache.delete(workflowId);
      aliases.forget();
    },
  };
}
