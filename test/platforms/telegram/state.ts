/** What the platform remembers: chats with their messages and topics, the webhook, who blocked the bot. */
import type { Message, Update, User } from '@grammyjs/types';

export interface StoredMessage {
  message: Message;
  fromBot: boolean;
}
export interface Topic {
  id: number;
  name: string;
  /** Every name it had, the first one included. */
  names: string[];
  closed: boolean;
}

export interface PlatformChat {
  chat: Message['chat'];
  /** Set for a chat of a connected business account. */
  connection?: string;
  messages: StoredMessage[];
  topics: Map<number, Topic>;
  nextId: number;
  blocked: boolean;
  /** A group's new id after it became a supergroup. */
  movedTo?: number;
  bot: { admin: boolean; topics: boolean };
  /** Of the last message that came from the other side. */
  lastIncomingAt: number | null;
  typing: number;
  commands: string[];
}

export interface Webhook {
  url: string;
  secret: string;
  allowed: (keyof Update)[];
  maxConnections: number;
  lastError?: { at: number; message: string };
}

export interface BusinessAccount {
  id: string;
  owner: User;
  enabled: boolean;
}

export class State {
  readonly chats = new Map<string, PlatformChat>();
  readonly business = new Map<string, BusinessAccount>();
  readonly files = new Map<string, { path: string; type: string; bytes: Buffer }>();
  readonly answeredPresses: string[] = [];
  webhook: Webhook | null = null;
  /** Told of everything that people can read, as it appears. */
  onMessage: (place: PlatformChat, message: Message) => void = () => undefined;
  onTitle: (place: PlatformChat, topic: Topic) => void = () => undefined;
  private aheadMs = 0;

  constructor(readonly bot: User) {}

  now = () => Date.now() + this.aheadMs;
  seconds = () => Math.floor(this.now() / 1000);
  /** Windows are hours long: the platform's clock can be put forward. */
  later(ms: number): void {
    this.aheadMs += ms;
  }

  open(chat: Message['chat'], connection?: string): PlatformChat {
    const key = keyOf(chat.id, connection);
    const known = this.chats.get(key);
    if (known) return known;
    const fresh: PlatformChat = {
      ...{ chat, messages: [], topics: new Map(), nextId: 100, blocked: false, lastIncomingAt: null, typing: 0 },
      ...{ bot: { admin: true, topics: true }, commands: [], ...(connection && { connection }) },
    };
    this.chats.set(key, fresh);
    return fresh;
  }

  find(chatId: number, connection?: string): PlatformChat | undefined {
    return this.chats.get(keyOf(chatId, connection));
  }

  /** Numbers and keeps a message. */
  add(place: PlatformChat, parts: Partial<Message>, fromBot: boolean): Message {
    const message = { message_id: place.nextId++, date: this.seconds(), chat: place.chat, ...parts } as Message;
    place.messages.push({ message, fromBot });
    if (!fromBot) place.lastIncomingAt = this.now();
    this.onMessage(place, message);
    return message;
  }
}

const keyOf = (chatId: number, connection?: string) => (connection ? `${connection}/${chatId}` : String(chatId));
