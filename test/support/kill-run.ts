import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { QueueOptions } from "../../src/shell/queue/queue-options.ts";
import { openStoreAdmin, type StoreAdmin, type StorePlace } from "../../src/shell/queue/store.ts";
import { type ChildServer, standBy, type Standby } from "./child-server.ts";
import { startFakeAnthropic, type FakeAnthropic, type ToolCall } from "./fake-anthropic.ts";
import { githubState } from "./github-state.ts";
import { testModelKey } from "./test-settings.ts";
import { createWatchedSandbox } from "./watched-sandbox.ts";

export type Scenario = "review" | "generate";
export type Moment = "before" | "after";

export interface Outcome {
  /** False: there were fewer calls than that. */
  readonly killed: boolean;
  /** The call at which it was killed. */
  readonly at: string;
  readonly calls: number;
  readonly modelCalls: number;
  /** From the restart, or the kill where another takes over, until everything was done; undisturbed: from the beginning. */
  readonly seconds: number;
  /** What stands on GitHub in the end; see githubState. */
  readonly state: string;
  /** Every job ended well. */
  readonly ended: boolean;
}

/** Where a server is killed: around its `call`th call, or around its first to that route (`model`: to the model). */
export type Kill = { readonly moment: Moment } & ({ readonly call: number } | { readonly route: string });

interface KillRunOptions {
  /** Short times by default, so that many kills fit into minutes; `{}`: as a server has them. */
  readonly queue?: Partial<QueueOptions>;
  /** True: a second server on the same store takes over, instead of the first being started again. */
  readonly beside?: boolean;
}

const quick = { leaseMs: 1500, pollMs: 20, backoffMs: 50, backoffLimitMs: 100 };
const config =
  "spec: [spec.md]\ntargets:\n" +
  "  - name: own\n    path: lib\n    language: typescript\n" +
  "  - name: sdk\n    repository: OWNER/sdk\n    language: typescript\n";
const spec = "# Limits\n\n- `(LM1)` The client MUST send at most 10 messages in one batch.\n";

/** One GitHub, one model and one server that is killed again and again; each run has an owner of its own. */
export class KillRuns {
  readonly #place: StorePlace;
  readonly #options: Required<KillRunOptions>;
  #sandbox!: Sandbox;
  #model!: FakeAnthropic;
  #admin!: StoreAdmin;
  #server: ChildServer | null = null;
  /** The server after the next kill, loaded meanwhile: the matrix waits for it hundreds of times. */
  #next: Standby | null = null;
  /** Stopped until it has to take over, so that all the work is the first one's. */
  #second: ChildServer | null = null;
  #resumedAt = 0;
  #runs = 0;
  #calls = 0;
  #modelCalls = 0;
  #kill: Kill | null = null;
  #at = "";

  constructor(place: StorePlace, { queue = quick, beside = false }: KillRunOptions = {}) {
    this.#place = place;
    this.#options = { queue, beside };
  }

  async open(): Promise<void> {
    this.#sandbox = await createWatchedSandbox({ clock: () => new Date() });
    for (const login of ["author", "maintainer"]) this.#sandbox.createUser(login);
    this.#model = await startFakeAnthropic(
      ({ turn, text }) => written(text.includes("lib/") ? "lib/" : "", turn),
      {
        before: async () => {
          this.#modelCalls++;
          return !(await this.#strike("before", "model"));
        },
        after: async () => {
          await this.#strike("after", "model");
        },
      },
    );
    await this.#start();
    this.#admin = await openStoreAdmin(this.#place, () => undefined);
  }

  async close(): Promise<void> {
    await this.#next?.kill();
    await this.#server?.kill();
    await this.#second?.kill();
    await this.#admin.close();
    await this.#model.close();
    await this.#sandbox.close();
  }

  /** Plays the scenario; with `kill` the server dies around that call to GitHub or the model, and is started again. */
  async run(scenario: Scenario, kill: Kill | null): Promise<Outcome> {
    if (this.#options.beside) await this.#startSecond();
    const owner = `owner${String(++this.#runs)}x`;
    const pull = await this.#populate(owner);
    await this.#ended();
    if (scenario === "generate") {
      await pull.open();
      await this.#ended();
    }
    [this.#calls, this.#modelCalls, this.#kill, this.#at] = [0, 0, kill, ""];
    this.#watch();
    this.#resumedAt = performance.now();
    if (scenario === "review") await pull.open();
    else pull.generate();
    await this.#ended();
    const seconds = (performance.now() - this.#resumedAt) / 1000;
    this.#sandbox.clearFaults();
    const killed = this.#at !== "";
    this.#kill = null;
    const failed = await this.#admin.jobs.jobs({ states: ["failed"] });
    return {
      killed,
      at: this.#at,
      calls: this.#calls,
      modelCalls: this.#modelCalls,
      seconds,
      state: await githubState(this.#sandbox, owner),
      ended: failed.length === 0,
    };
  }

  async #populate(owner: string) {
    const sandbox = this.#sandbox;
    const collaborators = { author: "write", maintainer: "write" } as const;
    const files = { "spec.md": spec, ".github/twopath.yml": config.replace("OWNER", owner) };
    const own = { ...files, "lib/src/batch.ts": "export const a = 1;\n" };
    const sdk = { "src/batch.ts": "// LM1\nexport const largestBatch = 10;\n" };
    const repository = `${owner}/spec`;
    await sandbox.createRepository({ name: repository, files: own, collaborators });
    await sandbox.createRepository({ name: `${owner}/sdk`, files: sdk, collaborators });
    const change = { "spec.md": spec.replace("10", "20") };
    await sandbox.commit({ repository, branch: "change", files: change, author: "author" });
    await sandbox.webhooks.settled();
    return {
      open: () => sandbox.openPullRequest({ repository, head: "change", author: "author" }),
      generate: () => {
        const [pull] = sandbox.pullRequests(repository);
        if (pull !== undefined) sandbox.comment(pull, "maintainer", "/generate --path code");
      },
    };
  }

  /** Every request to GitHub passes here before it has an effect and after it has had one. */
  #watch(): void {
    this.#sandbox.fault({
      times: Infinity,
      effect: { run: async (route) => ((await this.#strike("before", route ?? "")) ? "reset" : undefined) },
    });
    this.#sandbox.fault({
      times: Infinity,
      when: "after",
      effect: { run: (route) => this.#strike("after", route ?? "") },
    });
  }

  #after = 0;

  /** True when the server was killed now. */
  async #strike(moment: Moment, what: string): Promise<boolean> {
    const count = moment === "before" ? ++this.#calls : ++this.#after;
    if (moment === "before" && this.#calls === 1) this.#after = 0;
    if (this.#at !== "" || this.#kill?.moment !== moment) return false;
    if ("call" in this.#kill ? count !== this.#kill.call : what !== this.#kill.route) return false;
    this.#at = what;
    await this.#server?.kill();
    this.#server = null;
    this.#resumedAt = performance.now();
    this.#takeOver();
    return true;
  }

  async #startSecond(): Promise<void> {
    this.#second ??= await (this.#next ?? standBy(this.#environment(), this.#options.queue)).start();
    this.#next = standBy(this.#environment(), this.#options.queue);
    this.#second.process.kill("SIGSTOP");
  }

  #takeOver(): void {
    if (this.#second === null) return;
    this.#second.process.kill("SIGCONT");
    this.#server = this.#second;
    this.#second = null;
    this.#sandbox.webhooks.target = `${this.#server.url}/api/github/webhooks`;
  }

  #environment(): Readonly<Record<string, string>> {
    const store: Record<string, string> =
      this.#place.type === "sqlite"
        ? { TWOPATH_DATA_DIR: this.#place.folder }
        : { DATABASE_URL: this.#place.url };
    const model = { ANTHROPIC_API_KEY: testModelKey, ANTHROPIC_BASE_URL: this.#model.url };
    return { ...this.#sandbox.settings, ...model, ...store };
  }

  async #start(): Promise<void> {
    this.#resumedAt = performance.now();
    this.#server = await (this.#next ?? standBy(this.#environment(), this.#options.queue)).start();
    this.#next = standBy(this.#environment(), this.#options.queue);
    this.#sandbox.webhooks.target = `${this.#server.url}/api/github/webhooks`;
  }

  /** Until every webhook was answered and every job has ended; a dead server is started again. */
  async #ended(): Promise<void> {
    for (let quiet = 0; quiet < 2;) {
      await this.#sandbox.webhooks.settled();
      if (this.#server === null) await this.#start();
      const { waiting, running, parked } = await this.#admin.jobs.counts();
      quiet = waiting + running + parked === 0 ? quiet + 1 : 0;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }
}

/** What the model does in turn: the code, its test, the end. */
function written(root: string, turn: number): ToolCall {
  const code = `// LM1\nexport const largestBatch = 20;\n`;
  const test = `// LM1\ntest("a batch", () => {\n  expect(largestBatch).toBe(20);\n});\n`;
  const calls: readonly ToolCall[] = [
    { name: "write_file", input: { path: `${root}src/batch.ts`, content: code } },
    { name: "write_file", input: { path: `${root}test/batch.test.ts`, content: test } },
    { name: "finish", input: { summary: "The limit is 20 now." } },
  ];
  return calls[Math.min(turn, 2)] as ToolCall;
}
