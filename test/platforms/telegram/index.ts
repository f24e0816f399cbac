/**
 * Telegram on loopback: its real paths, parameters, limits and errors over HTTP, and its webhooks; it keeps what was
 * sent and can misbehave on purpose.
 */
import type { Message, User } from '@grammyjs/types';
import { listen, type Misbehaviour } from './http';
import { createMethods } from './methods';
import { createPace } from './pace';
import { Customer, Operator, Owner } from './people';
import { type PlatformChat, State } from './state';
import { createWebhooks, type Webhooks } from './webhooks';

export type { Customer, Operator, Owner } from './people';
export type { PlatformChat } from './state';

const BOT: User = { id: 600100, is_bot: true, first_name: 'Riverside', username: 'riverside_bot' };
const ECHO_AFTER_MS = 30;
type Told = Parameters<Webhooks['deliver']>[0];

export class TelegramPlatform {
  readonly token = `${BOT.id}:AAloopback-token_of-nobody`;
  readonly secret = 'loopback_secret-1';
  readonly state = new State(BOT);
  /** Parameters that Telegram would ignore without a word: none are meant to be sent. */
  readonly oddities: string[] = [];
  /** The next `sendMessage` is treated so, or the next into one chat; null: all is well. */
  misbehave: Misbehaviour | null = null;
  misbehaveIn: number | null = null;
  /** Seconds named by a throttle. */
  retryAfter = 1;
  /** Counts messages as Telegram does and refuses those above the limits. */
  keepsPace = false;
  /** Messages refused because they came too soon. */
  tooSoon = 0;
  /** A business chat's echo is delivered before the send is answered. */
  echoesEarly = false;
  readonly webhooks: Webhooks;
  baseUrl = '';
  close: () => Promise<void> = async () => undefined;
  private readonly call: ReturnType<typeof createMethods>;
  private nextPerson = 7_001;
  private nextGroup = -1_002_000_000_001;

  constructor() {
    const { state, oddities } = this;
    this.call = createMethods(state, { oddities, echo: (message) => this.echo(message) });
    this.webhooks = createWebhooks(state, this.call);
  }

  async start(): Promise<this> {
    const { state, call, token } = this;
    const pace = createPace(state, () => {
      this.tooSoon += 1;
    });
    const door = {
      ...{ state, call, token, retryAfter: () => this.retryAfter },
      pace: (chat: number) => this.keepsPace && pace(chat),
      misbehaviour: (method: string, chat: number) => this.takeMisbehaviour(method, chat),
    };
    const { url, close } = await listen(door);
    return Object.assign(this, { baseUrl: url, close });
  }

  /** Where updates go, as if `setWebhook` had been called. */
  deliversTo(url: string): void {
    this.state.webhook = { url, secret: this.secret, allowed: [], maxConnections: 40 };
  }

  /** A person who started the bot. */
  customer(name = 'An'): Customer {
    const user = this.person(name);
    return new Customer(this.state, this.webhooks, user, this.state.open(privateChat(user)));
  }

  group({ forum = true, admin = true, topics = true } = {}): PlatformChat {
    const chat = { id: this.nextGroup--, type: 'supergroup' as const, title: 'Reception' };
    const place = this.state.open({ ...chat, ...(forum && { is_forum: true as const }) });
    place.bot = { admin, topics };
    return place;
  }

  operator(group: PlatformChat, name: string): Operator {
    return new Operator(this.state, this.webhooks, this.person(name), group);
  }

  /** An operator whose own chat with the bot is where he is called. */
  operatorAlone(name: string): Operator {
    const user = this.person(name);
    return new Operator(this.state, this.webhooks, user, this.state.open(privateChat(user)));
  }

  /** A business account that connected the bot; each customer has a chat with its owner. */
  connect(name: string): { id: string; with(customer: Customer): { customer: Customer; owner: Owner } } {
    const { state, webhooks } = this;
    const owner = this.person(name);
    const id = `connection-${owner.id}`;
    state.business.set(id, { id, owner, enabled: true });
    return {
      id,
      with({ user }) {
        const place = state.open(privateChat(user), id);
        return {
          customer: new Customer(state, webhooks, user, place),
          owner: new Owner(state, webhooks, owner, place),
        };
      },
    };
  }

  /** `told`: whether the webhooks that say so arrive. */
  async becomeSupergroup(group: PlatformChat, { told = true } = {}): Promise<PlatformChat> {
    const grown = this.group({ forum: false });
    group.movedTo = grown.chat.id;
    if (!told) return grown;
    const message = { ...this.state.add(group, { from: BOT }, false), migrate_to_chat_id: grown.chat.id };
    await this.webhooks.deliver({ message } as Told);
    return grown;
  }

  /** A file that getFile knows by this id. */
  file(id: string, bytes: Buffer, path = `photos/${id}.jpg`): void {
    this.state.files.set(id, { path, type: 'image/jpeg', bytes });
  }

  private person(name: string): User {
    return { id: this.nextPerson++, is_bot: false, first_name: name };
  }

  private takeMisbehaviour(method: string, chat: number): Misbehaviour | null {
    if (method !== 'sendMessage' || (this.misbehaveIn ?? chat) !== chat) return null;
    const wrong = this.misbehave;
    this.misbehave = null;
    return wrong;
  }

  private async echo(message: Message): Promise<void> {
    if (!this.state.webhook) return;
    const told = () => this.webhooks.deliver({ business_message: message } as Told);
    if (this.echoesEarly) await told();
    else setTimeout(() => void told(), ECHO_AFTER_MS);
  }
}

const privateChat = ({ id, first_name }: User) => ({ id, type: 'private' as const, first_name });

export const startTelegramPlatform = (): Promise<TelegramPlatform> => new TelegramPlatform().start();
