import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { playStory } from "../../../src/cli/demo/run-demo.ts";
import { type DemoWorld, startWorld } from "../../../src/cli/demo/start-world.ts";
import { Terminal } from "../../../src/cli/demo/terminal.ts";

const silent = new Terminal({ isTTY: false, color: false, columns: 80, write: () => undefined });
const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) process.stderr.write("NOT TESTED: the demo's Python target, as python3 is missing.\n");

const targets = [
  {
    name: "relay-js",
    repository: "example-org/relay-js",
    folder: ".",
    source: "src",
    vectors: "test/spec-vectors",
  },
  {
    name: "relay-py",
    repository: "example-org/relay-spec",
    folder: "reference/python",
    source: "relay",
    vectors: "tests/spec-vectors",
  },
].filter(({ name }) => hasPython || name !== "relay-py");

let world: DemoWorld;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "generated-"));
  world = await startWorld(0, true);
  await playStory(world, null, silent);
}, 240_000);

afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(targets)(
  "the scripted code pull request of $name",
  ({ name, repository, folder: inside, source, vectors }) => {
    let clone: string;
    let place: string;

    const git = (...args: readonly string[]): string =>
      execFileSync("git", ["-C", clone, ...args], { encoding: "utf8" });

    /** Runs the target's tests as its README says; whether they pass. */
    function passes(): boolean {
      const [command, ...args]: readonly [string, ...string[]] =
        name === "relay-js"
          ? [process.execPath, "--test"]
          : ["python3", "-B", "-m", "unittest", "discover", "-s", "tests", "-t", "."];
      const env = { PATH: process.env["PATH"] };
      return spawnSync(command, args, { cwd: place, env, timeout: 30_000 }).status === 0;
    }

    beforeAll(() => {
      const pull = world.sandbox.pullRequests(repository).find(({ headRef }) => headRef.includes("/code/"))!;
      clone = join(folder, name);
      execFileSync("git", ["clone", "--quiet", pull.repository.store.dir, clone]);
      git("switch", "--quiet", "--detach", pull.headSha);
      place = join(clone, inside);
    });

    beforeEach(() => {
      git("checkout", "--quiet", "--force", "HEAD");
    });

    test("its tests pass", () => {
      expect(passes()).toBe(true);
    });

    test("its tests fail when the implementation is reverted", () => {
      git("checkout", "--quiet", "HEAD~1", "--", join(inside, source));
      expect(passes()).toBe(false);
    });

    test("its vectors are the spec's files, byte for byte", () => {
      const files = readdirSync(join(place, vectors));
      expect(files.sort()).toEqual(["retry-after.json", "retry-delay.json"]);
      for (const file of files) {
        const ours = readFileSync(join(place, vectors, file), "utf8");
        expect(ours).toBe(
          readFileSync(new URL(`../../../demo/change/spec/vectors/${file}`, import.meta.url), "utf8"),
        );
      }
    });

    test.each(["retry-delay.json", "retry-after.json"])(
      "its tests fail when one vector of %s is changed",
      (file) => {
        const path = join(place, vectors, file);
        const text = readFileSync(path, "utf8");
        const changes = [...text.matchAll(/"delay": (\d+)/g)];
        expect(changes.length).toBeGreaterThan(3);
        for (const found of changes) {
          const at = found.index;
          writeFileSync(
            path,
            `${text.slice(0, at)}"delay": ${Number(found[1]) + 1}${text.slice(at + found[0].length)}`,
          );
          expect([found[0], passes()]).toEqual([found[0], false]);
        }
      },
      240_000,
    );
  },
);
