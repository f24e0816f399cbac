/** What can be asked of the threads and tags that stand for conversations in the team's chats. */
import type { ConversationKey, OpenThread, PlaceThread, TeamChat } from './shapes';

/** The team's chats, where operators are called. */
export interface Threads {
  /** The conversation's tag and thread in that chat; the tag is made at the first call. */
  of(key: ConversationKey, chat: Omit<TeamChat, 'businessId'>): Promise<PlaceThread>;
  /** Null where this conversation was never shown there. */
  known(key: ConversationKey, chat: Omit<TeamChat, 'businessId'>): Promise<PlaceThread | null>;
  /** Keeps the thread that was opened; returns the one that stands, which an earlier attempt may have opened. */
  opened(key: ConversationKey, place: PlaceThread, thread: string): Promise<string>;
  /** The conversation that a thread, a tag or one of our sends there stands for. */
  find(
    chat: TeamChat,
    by: { thread: string } | { tag: string } | { workflowId: string },
  ): Promise<{ key: ConversationKey; place: string } | null>;
  /** The platform says that a team's chat has a new id. */
  moved(chat: TeamChat, newChat: string): Promise<void>;
  /** Of `chats`, as the business names them, the one that `chat` was before it moved; null for none. */
  beforeMove(chat: TeamChat, chats: readonly string[]): Promise<string | null>;
  /** The only conversation shown there that waits for or has an operator, and the one shown last. */
  current(chat: TeamChat): Promise<{ place: string; only: ConversationKey | null; latest: ConversationKey | null }>;
  /** Those shown there that wait for or have an operator; the one shown last comes first. */
  openAt(place: string): Promise<OpenThread[]>;
}
