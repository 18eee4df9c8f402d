import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { TarReader } from "../../../src/shell/github/tar-reader.ts";

const long = `src/${"folder/".repeat(20)}${"long".repeat(30)}.ts`;
const wide = `src/${"é".repeat(60)}.ts`;
let tar: Buffer;

beforeAll(() => {
  const root = mkdtempSync(join(tmpdir(), "tar-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write("src/a.ts", "a\n");
  write("src/empty.ts", "");
  write("src/large.ts", "x".repeat(2_000));
  write(long, "long");
  write(wide, "wide");
  write("notes.md", "notes");
  symlinkSync("/etc/passwd", join(root, "src/link.ts"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", root, "-c", "user.name=A", "-c", "user.email=a@example.com", ...args]);
  git("init", "-q");
  git("add", "--all");
  git("commit", "-q", "--no-gpg-sign", "-m", "all");
  tar = git("archive", "--format=tar", "--prefix=owner-name-0123456/", "HEAD");
  rmSync(root, { recursive: true, force: true });
});

const bounds = { fileBytes: 1_000, keptBytes: 100_000, wanted: (path: string) => path.endsWith(".ts") };

function read(pieces: readonly Buffer[], change: Partial<typeof bounds> = {}): Record<string, string> {
  const reader = new TarReader({ ...bounds, ...change });
  for (const piece of pieces) reader.push(piece);
  return Object.fromEntries(reader.files.map(({ path, text }) => [path, text]));
}

const expected = { "src/a.ts": "a\n", "src/empty.ts": "", [long]: "long", [wide]: "wide" };

test("reads wanted plain files, long and non-ASCII names included; no link, nothing too large", () => {
  expect(read([tar])).toEqual(expected);
});

test("property: pieces of any length give the same files", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: tar.length }), { maxLength: 30 }), (cuts) => {
      const places = [0, ...cuts, tar.length].sort((a, b) => a - b);
      const pieces = places.slice(1).map((to, i) => tar.subarray(places[i], to));
      expect(read(pieces)).toEqual(expected);
    }),
  );
});

test("an archive that was cut off is no smaller repository", () => {
  const whole = new TarReader(bounds);
  whole.push(tar);
  expect(() => {
    whole.end();
  }).not.toThrow();
  for (const length of [0, 300, 512, 5 * 512, tar.indexOf("long") + 2, tar.lastIndexOf("wide") + 512]) {
    const cut = new TarReader(bounds);
    cut.push(tar.subarray(0, length));
    expect(() => {
      cut.end();
    }).toThrow(/cut off/);
  }
});

test("stops at its bound", () => {
  expect(() => read([tar], { keptBytes: 5 })).toThrow(RangeError);
});

test("a path that leaves the archive is left out", () => {
  const bad = Buffer.from(tar);
  const at = bad.indexOf("owner-name-0123456/src/a.ts");
  bad.write("owner-name-0123456/../../.ts", at);
  expect(read([bad])["../../.ts"]).toBeUndefined();
  expect(Object.keys(read([bad]))).not.toContain("src/a.ts");
});

test("what is no tar file is refused or gives nothing, never an endless loop", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => {
      try {
        read([Buffer.from(bytes)]);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
  );
});
