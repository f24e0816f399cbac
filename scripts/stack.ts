/**
 * Everything in one place: embedded servers, the sample service, API and worker, kept running until `stop`. One stack
 * a data folder; what a killed one left behind is ended first.
 */
import { dirname, join, relative } from 'node:path';
import { Connection } from '@temporalio/client';
import { type Config, environmentWith } from '../config';
import { startSampleService } from '../examples/riverside-hotel/service/sample-service';
import { loadBusiness } from '../load-business';
import { registerSearchAttributes } from '../worker/search-attributes';
import { buildWorkflowBundle, cachedWorkflowBundle } from '../worker/workflow-bundle';
import { takeDataFolder, takePort } from './preconditions';
import { type Child, launch, untilReady } from './servers/child';
import { bringEmbeddings } from './servers/embeddings';
import { clause, LaunchError } from './servers/launch-error';
import { endOrphans } from './servers/orphans';
import { type Servers, type Started, startServers } from './servers/start-servers';
import { type Supervised, supervise } from './supervise';

const ROOT = dirname(__dirname);
const SAMPLE = join(ROOT, 'examples', 'riverside-hotel');

export interface Stack {
  baseUrl: string;
  temporalUi: string;
  /** Settles when a child could not be kept running. */
  failed: Promise<LaunchError>;
  stop(): Promise<void>;
}

export interface StackOptions {
  config: Config;
  report: (line: string) => void;
  /** For the API and the worker, besides what they inherit. */
  env?: Record<string, string>;
  /** Where downloaded servers and the workflow bundle are kept. Default: the data folder. */
  cacheDir?: string;
}

export async function startStack({ config, report, env: more = {}, cacheDir }: StackOptions): Promise<Stack> {
  const { dataDir, host } = config;
  const release = takeDataFolder(dataDir);
  const running: { servers: Supervised[]; processes: Supervised[] } = { servers: [], processes: [] };
  let closeSample = async () => {};
  const stop = async () => {
    await Promise.all(running.processes.map((one) => one.stop(15_000)));
    await Promise.all([closeSample(), ...running.servers.map((one) => one.stop())]);
    await endOrphans(dataDir);
    release();
  };
  let fail: (error: LaunchError) => void = () => {};
  const failed = new Promise<LaunchError>((resolve) => {
    fail = resolve;
  });
  const keep = ({ child, again }: Started) => supervise({ child, again, report, giveUp: fail });
  try {
    const left = await endOrphans(dataDir);
    if (left > 0) report(`Ended ${left} process${left > 1 ? 'es' : ''} that an earlier start had left running`);
    await loadBusiness(config.businessDir);
    const port = await takePort(config);
    const baseUrl = `http://${host.includes(':') ? `[${host}]` : host}:${port}`.replace('//0.0.0.0:', '//127.0.0.1:');
    const [servers, bundle] = await Promise.all([
      serversFor(config, baseUrl, report, cacheDir),
      workflowBundle(config, report, cacheDir),
    ]);
    running.servers.push(...servers.started.map(keep));
    const embeddings = await bringEmbeddings({ ...config, cacheDir }, report);
    if (embeddings) running.servers.push(keep(embeddings));
    await prepareTemporal(config, servers);
    const sample = await sampleService(config);
    closeSample = sample.close;
    const env = environmentWith({
      ...more,
      PORT: String(port),
      HOST: host,
      DATA_DIR: dataDir,
      BUSINESS_DIR: config.businessDir,
      MONGODB_URI: servers.mongodbUri ?? '',
      TEMPORAL_ADDRESS: servers.temporalAddress ?? '',
      TEMPORAL_UI_URL: servers.temporalUi ?? '',
      WORKFLOW_BUNDLE: bundle,
      SAMPLE_SERVICE_URL: sample.url,
      ...(embeddings && { EMBEDDINGS_BASE_URL: embeddings.baseUrl }),
    });
    const starts = [
      () => startProcess('api', dataDir, env, `${baseUrl}/readyz`),
      () => startProcess('worker', dataDir, env),
    ];
    const children = await Promise.all(starts.map((start) => start()));
    running.processes.push(
      ...children.map((child, index) => keep({ child, again: starts[index] as () => Promise<Child> })),
    );
    return { baseUrl, temporalUi: servers.temporalUi ?? '', failed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function serversFor(
  config: Config,
  baseUrl: string,
  report: (line: string) => void,
  cacheDir: string = config.dataDir,
): Promise<Servers> {
  const { given, mongodbUri, temporal, dataDir } = config;
  return startServers({
    dataDir,
    cacheDir,
    need: ['mongodb', 'temporal'],
    given: {
      ...(given.mongodb && { mongodbUri }),
      ...(given.temporal && { temporalAddress: temporal.connection.address, temporalUi: temporal.uiUrl }),
    },
    codecEndpoint: `${baseUrl}/codec`,
    report,
  });
}

async function workflowBundle(
  { workflowBundle: prebuilt, dataDir }: Config,
  report: (line: string) => void,
  cacheDir: string = dataDir,
): Promise<string> {
  if (prebuilt) return prebuilt;
  return cachedWorkflowBundle(cacheDir, (target) => {
    report('Bundling the workflow code (once for each version of it) ...');
    return buildWorkflowBundle(target);
  });
}

async function prepareTemporal({ given, temporal }: Config, servers: Servers): Promise<void> {
  if (!given.temporal) return;
  try {
    const connection = await Connection.connect(temporal.connection);
    await registerSearchAttributes(connection, temporal.namespace);
    await connection.close();
  } catch (error) {
    throw new LaunchError(
      `Temporal at ${servers.temporalAddress} (TEMPORAL_ADDRESS) cannot be used: ${clause(error)}. Start it or correct the address.`,
    );
  }
}

/** Only for the sample business, and only where its service is not somewhere else already. */
async function sampleService(config: Config): Promise<{ url: string; close: () => Promise<void> }> {
  if (config.sampleServiceUrl) return { url: config.sampleServiceUrl, close: async () => {} };
  if (relative(SAMPLE, config.businessDir) !== '') return { url: '', close: async () => {} };
  return startSampleService();
}

async function startProcess(
  name: 'api' | 'worker',
  dataDir: string,
  env: NodeJS.ProcessEnv,
  readyUrl?: string,
): Promise<Child> {
  const args = ['--import', 'tsx', join(ROOT, name, 'main.ts')];
  const child = launch({ name, file: process.execPath, args, env, dataDir, cwd: ROOT, ipc: true });
  let ready = false;
  child.process.once('message', (message) => {
    ready = message === 'ready';
  });
  await untilReady(child, async () => {
    if (!ready) throw new Error('not ready yet');
    if (readyUrl && !(await fetch(readyUrl)).ok) throw new Error('not ready yet');
  });
  return child;
}
