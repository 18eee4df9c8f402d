import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "expect";
import { collectTests } from "./collect-tests.mjs";

/** What the first run of all tests has shown, for the processes after it; in Stryker's copy of the checkout. */
const notes = "mutation-notes.json";

/**
 * A test runner for Stryker (https://stryker-mutator.io/docs/stryker-js/guides/create-a-plugin): imports the tests once and
 * runs those that reach a mutant in the same process, quick ones first, up to the first that fails. Jest loads every test
 * file anew for each mutant, which takes seconds; here it takes milliseconds. For mutants of what modules compute when they
 * are loaded, they are loaded anew; the old ones stay in memory, so that Stryker must begin a new process now and then.
 */
class InProcessRunner {
  /** Where mutants of the instrumented code look up which of them is active, and count that they were reached. */
  context = (globalThis.__stryker__ ??= {});

  loadings = 0;

  constructor(options) {
    this.options = options.mutation;
    register("./typescript-loader.mjs", import.meta.url);
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    await this.load();
    const spent = {};
    const results = [];
    for (const test of this.tests) {
      this.context.currentTestId = test.id;
      const start = performance.now();
      const failure = await failureOf(test);
      const timeSpentMs = (spent[test.id] = performance.now() - start);
      const place = { id: test.id, name: test.id, fileName: resolve(test.file), timeSpentMs };
      results.push(
        failure === null ? { ...place, status: 0 } : { ...place, status: 1, failureMessage: failure },
      );
    }
    Object.assign(this.context, { currentTestId: undefined, counted: true });
    const { mutantCoverage } = this.context;
    const early = withoutEarly(mutantCoverage);
    const reached = Object.entries(mutantCoverage.perTest).map(([id, hits]) => [id, Object.keys(hits)]);
    this.remember({ spent, reached: Object.fromEntries(reached), early });
    writeFileSync(notes, JSON.stringify(this.notes));
    return { status: "complete", tests: results, mutantCoverage };
  }

  async mutantRun({ activeMutant: { id }, testFilter, hitLimit, sandboxFileName, ...run }) {
    Object.assign(this.context, { hitLimit, counted: true });
    const mutant = internalised(id);
    const isStatic = run.mutantActivation === "static";
    if (run.reloadEnvironment) this.tests = undefined;
    const result = await this.attempt(mutant, isStatic, () =>
      testFilter === undefined ? this.testsOf(sandboxFileName) : this.only(testFilter),
    );
    if (isStatic || result.status !== "survived" || !this.notes.early.includes(id)) return result;
    // What tests compute before the first of them begins has not seen the mutant yet.
    this.tests = undefined;
    const again = await this.attempt(mutant, true, () => this.testsOf(sandboxFileName));
    this.tests = undefined;
    return again;
  }

  /** Runs tests while a mutant is active, from when they are loaded on if `early`. */
  async attempt(mutant, early, chosen) {
    this.context.activeMutant = early ? mutant : undefined;
    this.context.hitCount = this.context.hitLimit === undefined ? undefined : 0;
    try {
      await this.load();
    } catch (error) {
      return { status: "killed", killedBy: [], failureMessage: String(error), nrOfTests: 0 };
    }
    this.context.activeMutant = mutant;
    const tests = chosen();
    for (const [index, test] of tests.entries()) {
      const failure = await failureOf(test);
      if (this.context.hitCount > this.context.hitLimit) return { status: "timeout", reason: "hit limit" };
      if (failure !== null)
        return { status: "killed", killedBy: [test.id], failureMessage: failure, nrOfTests: index + 1 };
    }
    return { status: "survived", nrOfTests: tests.length };
  }

  only(ids) {
    const wanted = new Set(ids);
    return this.tests.filter(({ id }) => wanted.has(id));
  }

  /** Tests that run code of a file; all where none does, since the file then holds nothing but data. */
  testsOf(file) {
    const found = [...readFileSync(file, "utf8").matchAll(/stryCov_\w+\(([^)]*)\)/g)];
    const mutants = new Set(found.flatMap(([, ids]) => ids.match(/\d+/g) ?? []));
    const reaching = this.tests.filter(({ id }) =>
      this.notes.reached[id]?.some((mutant) => mutants.has(mutant)),
    );
    return reaching.length > 0 ? reaching : this.tests;
  }

  async load() {
    if (this.tests) return;
    this.loadings += 1;
    globalThis.expect = expect;
    const { tests, startFile } = collectTests(globalThis);
    for (const file of this.options.folders.flatMap(testFiles)) {
      if (this.options.without.some((name) => file.endsWith(name))) continue;
      startFile(file);
      await import(`${pathToFileURL(resolve(file)).href}?loading=${this.loadings}`);
    }
    this.tests = tests;
    if (existsSync(notes)) this.remember(JSON.parse(readFileSync(notes, "utf8")));
  }

  /** What the first run of all tests has shown: quick ones are run first, slow ones no more. */
  remember(known) {
    this.notes = known;
    const spent = ({ id }) => known.spent[id] ?? 0;
    this.tests = this.tests.filter((test) => spent(test) <= this.options.longestTestMs);
    this.tests.sort((a, b) => spent(a) - spent(b));
  }
}

function testFiles(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".test.ts"));
  return names.sort().map((name) => join(folder, name));
}

/** Mutants that are reached while tests are loaded and by tests: Stryker is told of the latter, and given the former. */
function withoutEarly(coverage) {
  const reached = new Set(Object.values(coverage.perTest).flatMap((hits) => Object.keys(hits)));
  const early = Object.keys(coverage.static).filter((id) => reached.has(id));
  for (const id of early) delete coverage.static[id];
  return early;
}

/** The same string as the engine keeps of literals: comparing it with them, at every step of the tests, is comparing pointers. */
function internalised(text) {
  return Symbol.keyFor(Symbol.for(text));
}

async function failureOf(test) {
  try {
    await test.run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
}

function createRunner(options) {
  return new InProcessRunner(options);
}
createRunner.inject = ["options"];

export const strykerValidationSchema = { type: "object", properties: { mutation: { type: "object" } } };

export const strykerPlugins = [{ kind: "TestRunner", name: "in-process", factory: createRunner }];
