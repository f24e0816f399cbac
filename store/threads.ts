/**
 * Which conversation a team's chat talks about. Each conversation called there has a short tag, and a thread where the
 * chat has threads; an operator's message finds its conversation by thread, by the message it answers or by the tag.
 */
import { createHash } from 'node:crypto';
import type { Mode } from '../domain/conversation';
import type { StoreContext } from './context';
import type { ThreadDocument } from './documents';
import { op } from './models';
import type { ConversationKey, PlaceThread, TeamChat, Threads } from './store';
import { isDuplicateKey } from './unavailable';

/** Letters and digits that are not mistaken for one another. */
const TAG_LETTERS = 'abcdefghjkmnpqrstvwxyz23456789';
const TAG_LENGTH = 4;
const LONGEST_TAG = 12;
/** Conversations looked through for the one that an untagged message must mean. */
const RECENT = 50;
const FRESH_MS = 60_000;
const ACTIVE: readonly Mode[] = ['waiting', 'operator'];

export function createThreads(context: StoreContext): Threads {
  const { database, homes, lookup } = context;
  const { threads, conversations } = database.models;

  const placeOf = ({ businessId, channel, account, chat }: TeamChat) =>
    lookup.hash('place', [businessId, channel, account, chat]);

  const known = (key: ConversationKey, place: string) =>
    database.run(() => threads.findOne({ _id: `${key.workflowId}@${place}` }).lean());

  /** The chat's own order of what was shown last; a minute is exact enough. */
  async function shownAgain({ _id, at }: ThreadDocument): Promise<void> {
    if (at.getTime() > Date.now() - FRESH_MS) return;
    await database.run(() => threads.updateOne({ _id }, { $set: { at: new Date() } }));
  }

  const keyOf = async (workflowId: string) => (await homes.find(workflowId))?.key ?? null;

  /** What a chat was shown lately, and what of it is open; the newest first. */
  async function shownAt(place: string) {
    const rows = await database.run(() =>
      threads.find({ place }, { workflowId: 1, tag: 1 }).sort({ at: -1 }).limit(RECENT).lean(),
    );
    const ids = rows.map(({ workflowId }) => workflowId);
    const active = { _id: op({ $in: ids }), mode: op({ $in: [...ACTIVE] }) };
    const found =
      ids.length === 0 ? [] : await database.run(() => conversations.find(active, { _id: 1, operator: 1 }).lean());
    const owners = new Map(found.map(({ _id, operator }) => [_id, operator?.id ?? null]));
    const open = rows.flatMap(({ workflowId, tag }) => {
      const ownerId = owners.get(workflowId);
      return ownerId === undefined ? [] : [{ workflowId, tag, ownerId }];
    });
    return { latest: ids[0], open };
  }

  return {
    async of(key, chat) {
      const place = placeOf({ businessId: key.businessId, ...chat });
      for (let length = TAG_LENGTH; ; length += 1) {
        const row = await known(key, place);
        if (row) {
          await shownAgain(row);
          return toThread(row);
        }
        try {
          const _id = `${key.workflowId}@${place}`;
          const fresh: ThreadDocument = {
            _id,
            workflowId: key.workflowId,
            place,
            tag: tagOf(key.workflowId, length),
            at: new Date(),
          };
          await database.run(() => threads.insertMany([fresh], { lean: true }));
          return toThread(fresh);
        } catch (error) {
          if (!isDuplicateKey(error) || length >= LONGEST_TAG) throw error;
        }
      }
    },

    async known(key, chat) {
      const row = await known(key, placeOf({ businessId: key.businessId, ...chat }));
      return row && toThread(row);
    },

    async opened(key, { place }, thread) {
      const _id = `${key.workflowId}@${place}`;
      await database.run(() => threads.updateOne({ _id, thread: op({ $exists: false }) }, { $set: { thread } }));
      const row = await database.run(() => threads.findOne({ _id }).lean());
      return row?.thread ?? thread;
    },

    async find(chat, by) {
      const place = placeOf(chat);
      const row = await database.run(() => threads.findOne({ place, ...by }, { workflowId: 1 }).lean());
      const key = row && (await keyOf(row.workflowId));
      return key ? { key, place } : null;
    },

    async moved(chat, newChat) {
      const _id = placeOf({ ...chat, chat: newChat });
      const known = { $set: { place: placeOf(chat), at: new Date() } };
      await database.run(() => database.models.movedChats.updateOne({ _id }, known, { upsert: true }));
    },

    async beforeMove(chat, chats) {
      const row = await database.run(() => database.models.movedChats.findOne({ _id: placeOf(chat) }).lean());
      return (row && chats.find((each) => placeOf({ ...chat, chat: each }) === row.place)) ?? null;
    },

    async current(chat) {
      const place = placeOf(chat);
      const { latest, open } = await shownAt(place);
      const only = open.length === 1 ? open[0]?.workflowId : undefined;
      const keys = await Promise.all([only, latest].map((id) => (id === undefined ? null : keyOf(id))));
      return { place, only: keys[0] ?? null, latest: keys[1] ?? null };
    },

    async openAt(place) {
      const { open } = await shownAt(place);
      const found = await Promise.all(
        open.map(async ({ workflowId, tag, ownerId }) => ({ key: await keyOf(workflowId), tag, ownerId })),
      );
      return found.flatMap(({ key, ...rest }) => (key ? [{ key, ...rest }] : []));
    },
  };
}

function toThread({ place, tag, thread }: ThreadDocument): PlaceThread {
  return { place, tag, thread: thread ?? null };
}

function tagOf(workflowId: string, length: number): string {
  const digest = createHash('sha256').update(workflowId).digest();
  return Array.from({ length }, (_, at) => TAG_LETTERS[(digest[at] as number) % TAG_LETTERS.length]).join('');
}
