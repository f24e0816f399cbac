/** What activities are given. Tests pass literals; the worker passes the real ones. */
import type { Channel } from '../channels/channel';
import type { LoadedBusiness } from '../load-business';
import type { Log } from '../log';
import type { Store } from '../store/store';
import type { Answerer } from './llm/answerer';
import type { McpServers } from './llm/tools/mcp-servers';

export interface ActivityDeps {
  store: Store;
  /** The business as loaded at start; throws for an id this installation does not serve. */
  business: (businessId: string) => LoadedBusiness;
  channels: { find(channel: string, account: string): Channel | undefined };
  model: Answerer;
  /** Where business.yaml names MCP servers. */
  mcp?: McpServers;
  /** Reads a variable that business.yaml names: the token of a tool. */
  secret?: (name: string) => string | undefined;
  log: Log;
}
