/**
 * A business as the rest of the code sees it: plain, complete, every default filled in, durations in milliseconds.
 * `parseBusiness` is the only maker; what it returns has been checked, so readers test nothing again.
 */
import type { BusinessChannels } from './business-channels';
import { readBusinessYaml } from './business-document';
import type { OpenRange, Weekday } from './business-hours';
import type { BusinessMcpServer } from './business-mcp';
import type { OpeningHours } from './business-opening';
import type { BusinessFile } from './business-schema';
import type { BusinessTool } from './business-tools';
import { type Topic, withBuiltInTopics } from './business-topics';
import type { CommandPhrases } from './operator-command';
import type { ConversationPolicy } from './policy';

export type {
  ApiAccount,
  BusinessChannels,
  MessengerAccount,
  SlackAccount,
  TelegramAccount,
  WhatsAppAccount,
  ZaloAccount,
} from './business-channels';
export type { BusinessMcpServer, CustomerIdentity } from './business-mcp';
export { BusinessError, type Problem } from './business-problems';
export type { BusinessTool, McpToolBinding, ToolIntent, ToolParameter } from './business-tools';
export type { OpeningHours, OpenRange, Topic, Weekday };

export interface BusinessHandoff {
  /** A draft below it is not sent. 0 to 1. */
  confidence: number;
  clarifyOnce: boolean;
  /** Milliseconds; null means never. */
  unclaimedAfterMs: number | null;
  unclaimedPolicy: 'keep' | 'ai';
  idleAfterMs: number | null;
  resumeAfterMs: number | null;
  /** Replaces the built-in acknowledgement for the languages named here; null: the customer gets none. */
  ack: Readonly<Record<string, string>> | null;
}

/** Who may command on that account. `id` is the provider's user id. */
export interface BusinessOperator {
  channel: string;
  account: string;
  id: string;
  name: string;
}

/** Where operators are called. */
export interface OperatorPlace {
  channel: string;
  account: string;
  chat: string;
}

export interface Business {
  id: string;
  name: string;
  /** BCP 47, lower case; the first is the fallback. Never empty. */
  languages: string[];
  /** IANA name. */
  timezone: string;
  hours: Readonly<Record<Weekday, OpenRange[]>>;
  /** `YYYY-MM-DD`, local days on which the business stays closed. */
  holidays: string[];
  /** What customers are told instead of `hours`: of the business where `names` is null, else of a place in it. */
  openingHours: readonly OpeningHours[];
  /** The business's own and the built-in ones that are on. */
  topics: Topic[];
  handoff: BusinessHandoff;
  resume: 'automatic' | 'off';
  turn: { quietPeriodMs: number; maxWaitMs: number };
  departments: string[];
  operators: BusinessOperator[];
  places: OperatorPlace[];
  /** Phrases that are commands where an operator writes in the customer's own thread. */
  commandPhrases: CommandPhrases;
  tools: BusinessTool[];
  /** Servers whose listed tools are added to `tools` at the start. */
  mcp: BusinessMcpServer[];
  /** Hosts whose links the AI may send; null: those that stand in the knowledge. */
  links: string[] | null;
  redaction: {
    keepLastFour: boolean;
    /** The business's own harmless numbers. */
    patterns: RegExp[];
    vault: { cards: 'keep' | 'drop'; passcodes: 'keep' | 'drop' };
  };
  /** Days; null keeps them until the conversation is erased. */
  retention: { originalsDays: number | null; transcriptsDays: number | null; auditDays: number | null };
  attachments: { handoff: boolean };
  /** Origins that may open widget sessions besides the server's own; empty: same origin and loopback. */
  web: { origins: string[] };
  channels: BusinessChannels;
  /** What the workflow needs of all this. */
  policy: ConversationPolicy;
}

/** History events after which a conversation continues as new at the next safe point. */
const HISTORY_LIMIT = 2000;

/**
 * The business that `yamlText` describes. `file` is only named in errors; `variables` fill `${NAME}` in tool
 * addresses (`${NAME:-default}` has its own default). Throws `BusinessError` with every problem at once.
 */
export function parseBusiness(
  yamlText: string,
  file: string,
  variables: Readonly<Record<string, string>> = {},
): Business {
  return buildBusiness(readBusinessYaml(yamlText, file, variables));
}

function buildBusiness(settings: BusinessFile): Business {
  const { distress, topics, ...rest } = settings;
  return {
    ...rest,
    id: settings.id ?? slug(settings.name),
    topics: withBuiltInTopics(topics, { distress }),
    policy: policyOf(settings),
  };
}

function policyOf({ handoff, resume, turn, attachments }: BusinessFile): ConversationPolicy {
  return {
    resume,
    unclaimedAfterMs: handoff.unclaimedAfterMs,
    unclaimedPolicy: handoff.unclaimedPolicy,
    idleAfterMs: handoff.idleAfterMs,
    resumeAfterMs: handoff.resumeAfterMs,
    clarifyOnce: handoff.clarifyOnce,
    quietPeriodMs: turn.quietPeriodMs,
    maxWaitMs: turn.maxWaitMs,
    attachmentsHandOff: attachments.handoff,
    historyLimit: HISTORY_LIMIT,
  };
}

function slug(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'business';
}
