/** What is measured: something that takes a customer's message and delivers a reply. */

export interface Contender {
  name: string;
  /** Process ids: of its own programs, and of the servers it needs. */
  app: readonly number[];
  servers: readonly number[];
  conversation(id: string): Conversation;
}

export interface Conversation {
  /** Sends one message and resolves with the reply to it as a customer's program receives it. */
  turn(messageId: string, text: string): Promise<string>;
  close(): void;
}
