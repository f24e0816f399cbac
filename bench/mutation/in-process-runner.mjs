/**
 * Runs redaction's unit tests and labelled rows for Stryker in one process that stays: a run under jest loads the room
 * anew for each mutant and takes seconds, one of these milliseconds. A test is a `test` of the files, or a packet of
 * rows, which passes where the rows it misses or damages are those that it does without a mutant.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';

const FOLDER = join('test', 'redaction');
/** Slow or with chance: growth, the proof of patterns, properties. The rows of `corpus.test` run as packets. */
const LEFT_OUT = ['growth', 'patterns', 'properties', 'corpus'];
const ROWS = 'rows ';
const ROWS_A_PACKET = 20;
/** What these remember while no mutant is active would hide one: they are loaded with it. */
const WITH_MEMORY = ['fold-character.ts', 'character-class.ts'];

/** What the instrumented code reads and writes. */
globalThis.__stryker__ ??= {};
const stryker = globalThis.__stryker__;

class InProcessRunner {
  tests = new Map();
  /** What each packet of rows misses without a mutant; a process begun after one that hung has to learn it again. */
  known = new Map();
  loadedClean = false;
  /** Stryker starts runners in the copy of the project that has the mutants. */
  sandbox = process.cwd();

  capabilities() {
    return { reloadEnvironment: false };
  }

  init() {
    this.load();
  }

  async dryRun() {
    const tests = [];
    for (const [id, run] of this.tests) {
      stryker.currentTestId = id;
      const startedAt = performance.now();
      const failure = await failureOf(run);
      const result = { id, name: id, timeSpentMs: performance.now() - startedAt };
      tests.push(
        failure === null
          ? { ...result, status: TestStatus.Success }
          : { ...result, status: TestStatus.Failed, failureMessage: failure },
      );
    }
    stryker.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName }) {
    const remembers = WITH_MEMORY.includes(basename(sandboxFileName));
    const ids = testFilter ?? [...this.tests.keys()];
    const unknown = ids.filter((id) => id.startsWith(ROWS) && !this.known.has(id));
    if (!this.loadedClean && (!remembers || unknown.length > 0)) this.load();
    for (const id of unknown) await failureOf(this.tests.get(id));
    Object.assign(stryker, { activeMutant: activeMutant.id, hitCount: hitLimit ? 0 : undefined, hitLimit });
    try {
      if (remembers) {
        this.load();
        this.loadedClean = false;
      }
      return await this.outcome(ids);
    } catch (error) {
      return { status: MutantRunStatus.Killed, killedBy: ids.slice(0, 1), failureMessage: String(error), nrOfTests: 1 };
    } finally {
      Object.assign(stryker, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    }
  }

  async outcome(ids) {
    for (const [index, id] of ids.entries()) {
      const failure = await failureOf(this.tests.get(id));
      if (stryker.hitCount > stryker.hitLimit) return { status: MutantRunStatus.Timeout, reason: 'too many hits' };
      if (failure === null) continue;
      return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage: failure, nrOfTests: index + 1 };
    }
    return { status: MutantRunStatus.Survived, nrOfTests: ids.length };
  }

  load() {
    const require = createRequire(join(this.sandbox, 'package.json'));
    for (const file of Object.keys(require.cache)) {
      if (file.startsWith(this.sandbox) && !file.includes('node_modules')) delete require.cache[file];
    }
    this.tests.clear();
    this.loadFiles(require);
    this.loadRows(require(join(this.sandbox, FOLDER, 'evaluate')));
    this.loadedClean = true;
  }

  loadFiles(require) {
    const { expect } = require('expect');
    const titles = [];
    const add = (title, run) => {
      const name = [...titles, title].join(' > ');
      this.tests.set(this.tests.has(name) ? `${name} #${this.tests.size}` : name, run);
    };
    const test = Object.assign(add, {
      each: (table) => (title, run) => {
        for (const [index, given] of table.entries()) {
          add(`${title} (${index})`, () => run(...(Array.isArray(given) ? given : [given])));
        }
      },
    });
    const describe = (title, define) => {
      titles.push(title);
      define();
      titles.pop();
    };
    Object.assign(globalThis, { describe, test, expect });
    for (const file of readdirSync(join(this.sandbox, FOLDER))) {
      const name = basename(file, '.test.ts');
      if (!file.endsWith('.test.ts') || LEFT_OUT.includes(name)) continue;
      titles.push(name);
      require(join(this.sandbox, FOLDER, file));
      titles.pop();
    }
  }

  loadRows({ evaluate }) {
    const corpus = join(this.sandbox, FOLDER, 'corpus');
    for (const file of readdirSync(corpus).filter((name) => name.endsWith('.jsonl'))) {
      const lines = readFileSync(join(corpus, file), 'utf8').split('\n').filter(Boolean);
      for (let from = 0; from < lines.length; from += ROWS_A_PACKET) {
        const rows = lines.slice(from, from + ROWS_A_PACKET).map((line) => JSON.parse(line));
        const id = `${ROWS}${basename(file, '.jsonl')} from ${from + 1}`;
        this.tests.set(id, () => {
          const missed = JSON.stringify(evaluate(rows).misses);
          if (!this.known.has(id)) this.known.set(id, missed);
          if (missed !== this.known.get(id)) throw new Error('other rows are missed or damaged');
        });
      }
    }
  }
}

async function failureOf(run) {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
