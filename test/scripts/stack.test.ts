import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { environmentWith } from '../../config';
import { endOrphans } from '../../scripts/servers/orphans';
import { isAlive } from '../../scripts/servers/os-process';
import { anyFreePort } from '../../scripts/servers/ports';
import { testServers, workflowBundlePath } from '../support/servers';
import { temporaryFolder } from '../support/temporary-folder';

const ROOT = join(__dirname, '../..');
const folder = temporaryFolder();
const dataDir = () => join(folder(), 'data');
let env: NodeJS.ProcessEnv;
let stack: Script;

interface Script {
  process: ChildProcess;
  said: () => string;
  exited: Promise<number | null>;
}

function run(name: 'start' | 'demo'): Script {
  const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, `scripts/${name}.ts`)], { cwd: ROOT, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk;
    });
  }
  return { process: child, said: () => said, exited: new Promise((resolve) => child.once('close', resolve)) };
}

/** Ready in some ten seconds; the rest is a busy machine. */
const PATIENCE_MS = 150_000;
jest.setTimeout(PATIENCE_MS + 60_000);

async function until(condition: () => unknown): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not in time; npm start said: ${stack.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const pidOf = (program: string): number => {
  const pids = readdirSync(join(dataDir(), 'children'));
  return Number(pids.find((pid) => readFileSync(join(dataDir(), 'children', pid), 'utf8').includes(program)) ?? 0);
};
const answers = () =>
  fetch(`http://127.0.0.1:${env.PORT}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

beforeAll(async () => {
  // What the shared servers had to fetch is not fetched again.
  await testServers();
  mkdirSync(dataDir(), { recursive: true });
  if (existsSync(join(ROOT, '.baton/python'))) symlinkSync(join(ROOT, '.baton/python'), join(dataDir(), 'python'));
  env = environmentWith({
    DATA_DIR: dataDir(),
    PORT: String(await anyFreePort()),
    WORKFLOW_BUNDLE: await workflowBundlePath(),
    MONGODB_URI: '',
    TEMPORAL_ADDRESS: '',
    API_KEYS: '',
    BATON_URL: '',
  });
  stack = run('start');
  await until(() => stack.said().includes('Ctrl-C stops everything') || stack.process.exitCode !== null);
});

afterAll(async () => {
  stack.process.kill('SIGKILL');
  await endOrphans(dataDir());
});

describe('npm start', () => {
  it('says where everything is', () => {
    expect(stack.said()).toContain(`Chat page    http://127.0.0.1:${env.PORT}/`);
    expect(stack.said()).toMatch(/Team page .*\/team {3}operator key: \S{20,}/);
    expect(stack.said()).toMatch(/Temporal UI {2}http:\/\/127\.0\.0\.1:\d+/);
    expect(stack.said()).toMatch(/curl .*\/v1\/conversations\/demo-1\/messages/);
  });

  it('prints a curl line that is accepted as it stands', async () => {
    const command = /curl[\s\S]*?\}'/.exec(stack.said())?.[0] ?? '';
    const shell = spawn('/bin/sh', [
      '-c',
      `${command.replace('curl', 'curl -s --retry 10 -o /dev/null -w "%{http_code}"')}`,
    ]);
    let status = '';
    shell.stdout.on('data', (chunk) => {
      status += chunk;
    });
    await new Promise((resolve) => shell.once('close', resolve));
    expect(status).toBe('202');
  });

  it('carries the whole demo', async () => {
    const demo = run('demo');
    expect(await demo.exited).toBe(0);
    expect(demo.said()).not.toMatch(/^ {2}NO /m);
    expect(demo.said()).toMatch(/Temporal UI: http:\/\/127\.0\.0\.1:\d+\/namespaces\/default\/workflows\/\S+/);
  });

  it.each(['api/main.ts', 'worker/main.ts', 'temporal', 'secantusd|mongod'])(
    'brings back %s when it is killed',
    async (program) => {
      const name = program.split('|').find((one) => pidOf(one) > 0) ?? '';
      const killed = pidOf(name);
      process.kill(killed, 'SIGKILL');
      await until(() => pidOf(name) > 0 && pidOf(name) !== killed);
      await until(answers);
      expect(stack.process.exitCode).toBeNull();
    },
  );

  it('ends everything it started when it is asked to stop', async () => {
    stack.process.kill('SIGTERM');
    expect(await stack.exited).toBe(0);
    expect(readdirSync(join(dataDir(), 'children'))).toEqual([]);
    expect(await answers()).toBe(false);
  });

  it('keeps its data for the next start', () => {
    expect(readdirSync(dataDir())).toEqual(expect.arrayContaining(['keys.json', 'ports.json', 'temporal.db']));
  });

  it('leaves neither an API nor a worker behind when it is killed itself', async () => {
    stack = run('start');
    await until(() => stack.said().includes('Ctrl-C stops everything'));
    const pids = ['api/main.ts', 'worker/main.ts'].map(pidOf);
    expect(pids.every((pid) => isAlive(pid))).toBe(true);
    stack.process.kill('SIGKILL');
    await until(() => !pids.some((pid) => isAlive(pid)));
    // The servers are left for the next start to end; here there is none, and the folder that names them goes.
    expect(await endOrphans(dataDir())).toBeGreaterThan(0);
  });
});
