/** The thin loop's program: HTTP front and worker in one process, `POST /message` answers with the reply. */
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import {
  bundleWorkflowCode,
  DefaultLogger,
  type InjectedSinks,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';
import { thinActivities } from './ask-model';
import { type ReplySink, saySignal, thinConversation } from './workflow';

const TASK_QUEUE = 'thin-loop';

async function main([address = '', baseUrl = '', port = '']: string[]): Promise<void> {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const waiting = new Map<string, (reply: string) => void>();
  const sinks: InjectedSinks<ReplySink> = {
    replies: {
      tell: {
        fn: (_info, messageId, reply) => {
          waiting.get(messageId)?.(reply);
          waiting.delete(messageId);
        },
        callDuringReplay: false,
      },
    },
  };
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: join(__dirname, 'workflow.ts'),
    logger: new DefaultLogger('ERROR'),
  });
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address }),
    taskQueue: TASK_QUEUE,
    workflowBundle,
    activities: thinActivities(baseUrl),
    sinks,
    maxCachedWorkflows: 1_000,
    maxConcurrentWorkflowTaskExecutions: 200,
    maxConcurrentActivityTaskExecutions: 200,
  });
  const client = new Client({ connection: await Connection.connect({ address }) });

  async function turn({ conversationId, messageId, text }: Record<string, string>): Promise<string> {
    const reply = new Promise<string>((resolve) => waiting.set(messageId ?? '', resolve));
    await client.workflow.signalWithStart(thinConversation, {
      workflowId: `thin:${conversationId}`,
      taskQueue: TASK_QUEUE,
      args: [],
      signal: saySignal,
      signalArgs: [{ messageId: messageId ?? '', text: text ?? '' }],
    });
    return reply;
  }

  const front = createServer(async (request, response) => {
    try {
      const reply = await turn(JSON.parse(await textOf(request)) as Record<string, string>);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ reply }));
    } catch {
      response.writeHead(500).end();
    }
  });
  front.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
  process.once('SIGTERM', () => {
    front.close();
    front.closeAllConnections();
    worker.shutdown();
  });
  await worker.run();
  process.exit(0);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
