/** `npm start`: the whole of Baton in one terminal until Ctrl-C. Data stays in DATA_DIR for the next start. */
import { type Config, loadConfig, type Role } from '../config';
import { explain } from './explain';
import { endOrphans } from './servers/orphans';
import { type Stack, startStack } from './stack';

async function main(): Promise<void> {
  const config = loadConfig();
  let stack: Stack | undefined;
  let leaving = false;
  const leave = async (code: number) => {
    if (leaving) return;
    leaving = true;
    console.log('\nStopping ...');
    // Before the stack stands, whatever was launched so far is on record.
    await (stack ? stack.stop() : endOrphans(config.dataDir));
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0));
  try {
    stack = await startStack({ config, report: (line) => leaving || console.log(line) });
  } catch (error) {
    if (leaving) return;
    throw error;
  }
  console.log(welcome(stack, config));
  const reason = await stack.failed;
  console.error(explain(reason));
  await leave(1);
}

function welcome({ baseUrl, temporalUi }: Stack, { apiKeys, dataDir, given }: Config): string {
  /** Keys that were set elsewhere are not shown: whoever set them has them. */
  const keyOf = (role: Role) =>
    given.apiKeys ? `YOUR_${role.toUpperCase()}_KEY` : apiKeys.find((one) => one.role === role)?.key;
  const message = `{"messageId":"1","text":"What time is check-in?"}`;
  return `
Baton is ready.

  Chat page    ${baseUrl}/
  Team page    ${baseUrl}/team   operator key: ${keyOf('operator')}
  Temporal UI  ${temporalUi}
  Data, logs   ${dataDir}${given.mongodb ? ' (messages are in MONGODB_URI)' : ''}

  curl ${baseUrl}/v1/conversations/demo-1/messages \\
    -H 'Authorization: Bearer ${keyOf('channel')}' -H 'Content-Type: application/json' \\
    -d '${message}'

Ctrl-C stops everything.`;
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
