import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Child, lastWord, launch, untilReady } from '../../scripts/servers/child';
import { supervise } from '../../scripts/supervise';
import { temporaryFolder } from '../support/temporary-folder';
import { until } from '../support/until';

const folder = temporaryFolder();
const node = (script: string, name = 'child'): Child =>
  launch({ name, file: process.execPath, args: ['-e', script], dataDir: folder() });
const SLEEP = 'setInterval(() => {}, 1000)';

describe('a supervised child', () => {
  it('is started again after a crash, and the crash is told', async () => {
    const lines: string[] = [];
    let second: Child | undefined;
    const again = async () => {
      second = node(SLEEP);
      return second;
    };
    const supervised = supervise({
      child: node('process.exit(3)'),
      again,
      report: (line) => lines.push(line),
      giveUp: fail,
      backoffMs: 5,
    });
    await until('both lines', () => lines.length === 2);
    expect(lines).toEqual(['child stopped (exit code 3); starting it again', 'child is running again']);
    await supervised.stop();
    expect(second?.running()).toBe(false);
  });

  it('is given up after six crashes within a minute, with the reason', async () => {
    const crash = () => node('console.error("fatal: the disk is full"); process.exit(1)', 'hopeless');
    const reason = new Promise<Error>((resolve) => {
      supervise({ child: crash(), again: async () => crash(), report: () => {}, giveUp: resolve, backoffMs: 1 });
    });
    expect((await reason).message).toMatch(
      /^hopeless stopped 6 times within a minute, last by exit code 1\. Its last word: fatal: the disk is full\. Its log: .*hopeless\.log\.$/,
    );
  });

  it('counts a start that fails as a crash', async () => {
    const reason = new Promise<Error>((resolve) => {
      const again = () => Promise.reject(new Error('no port left'));
      supervise({ child: node('process.exit(1)'), again, report: () => {}, giveUp: resolve, backoffMs: 1 });
    });
    expect((await reason).message).toContain('last by no port left');
  });

  it('is not started again when it was asked to stop', async () => {
    const lines: string[] = [];
    const child = node(SLEEP);
    const supervised = supervise({
      child,
      again: () => Promise.reject(new Error('never')),
      report: (line) => lines.push(line),
      giveUp: fail,
    });
    await supervised.stop();
    expect([child.running(), lines]).toEqual([false, []]);
  });

  it('is killed when it does not listen', async () => {
    const child = node(`process.on('SIGTERM', () => {}); console.log('up'); ${SLEEP}`, 'deaf');
    await until('its word', () => readFileSync(child.logFile, 'utf8').includes('up'));
    await child.stop(200);
    expect(await child.exited).toBe('signal SIGKILL');
  });
});

describe('waiting for a program', () => {
  const never = () => Promise.reject(new Error('not yet'));

  it('ends at once when the program ends, with its last word', async () => {
    const child = node('console.log("starting"); console.error("ERROR: data is corrupt"); process.exit(2)', 'broken');
    await expect(untilReady(child, never)).rejects.toThrow(
      /^broken stopped while starting \(exit code 2\)\. Its last word: ERROR: data is corrupt\. Its log: /,
    );
  });

  it('has its last word also in a log that was begun anew, and none where the log is gone', async () => {
    await node('console.error("ERROR: of the first run")', 'rotated').exited;
    const child = node('', 'rotated');
    await child.exited;
    writeFileSync(child.logFile, 'ERROR: anew');
    expect(lastWord(child)).toBe(`Its last word: ERROR: anew. Its log: ${child.logFile}.`);
    rmSync(child.logFile);
    expect(lastWord(child)).toBe(`Its log: ${child.logFile}.`);
  });

  it('says the end of a long last word, where the cause stands', async () => {
    const child = node(
      'console.error("ERROR:", "could not build; ".repeat(40), "disk full"); process.exit(2)',
      'layers',
    );
    await expect(untilReady(child, never)).rejects.toThrow(
      /ERROR: could not build; .* … .*could not build; {2}disk full/,
    );
  });

  it('ends when the program cannot be run at all', async () => {
    const child = launch({ name: 'absent', file: '/nowhere/absent', args: [], dataDir: folder() });
    await expect(untilReady(child, never)).rejects.toThrow('it could not be run (ENOENT)');
  });

  it('kills what never answers', async () => {
    const child = node(SLEEP, 'mute');
    await expect(untilReady(child, never, 300)).rejects.toThrow('mute did not answer within 0.3 s');
    expect(child.running()).toBe(false);
  });
});

function fail(error: Error): void {
  throw error;
}
