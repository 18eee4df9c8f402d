import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { corpus, corpusPairs } from "./support/corpus-pairs.mjs";
import { largeSpec } from "./support/large-spec.mjs";
import { median } from "./support/timing.mjs";
import { wholeProcess } from "./support/whole-process.mjs";

const root = resolve(import.meta.dirname, "..");
const rounds = 9;

/** The installed command line as whole processes: `--help`, and a review of a large spec in turn with two plain remark passes. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), "twopath-bench-"));
  for (const file of ["package.json", "bin"])
    cpSync(join(root, file), join(folder, file), { recursive: true });
  execFileSync(process.execPath, [join(root, "scripts/bundle.mjs"), "--out", join(folder, "bundle")]);
  const program = join(folder, "bin/twopath.js");

  const [help, node] = [[], []];
  for (let round = 0; round < rounds; round++) {
    help.push(await wholeProcess([program, "--help"]));
    node.push(await wholeProcess(["-e", "0"]));
  }
  console.log(`--help: ${told(help)} (limit 120 ms on an idle machine); Node alone: ${told(node)}`);

  const [real] = corpusPairs();
  if (real === undefined) console.log(`SKIPPED: ${corpus} is not there.`);
  else await compare(folder, "a real specification", real);
  await compare(folder, "short entries and nothing else", { base: largeSpec(1000), head: largeSpec(2000) });
  rmSync(folder, { recursive: true, force: true });
}

async function compare(folder, name, { base, head }) {
  const files = makeClone(folder, [base, head]);
  const [ours, plain] = [[], []];
  const words = [join(folder, "bin/twopath.js"), "review", "--base", "base", "--head", "head"];
  for (let round = 0; round < rounds; round++) {
    ours.push(await wholeProcess(words, { cwd: folder }));
    plain.push(await wholeProcess([join(root, "bench/support/plain-remark.mjs"), ...files]));
  }
  const ratio = (of) => median(ours.map((each, i) => of(each) / of(plain[i]))).toFixed(2);
  console.log(
    `review of ${name}, ${Math.round(head.length / 1000)} KB: ${told(ours)}; two remark passes: ${told(plain)}; ` +
      `pair by pair ${ratio(({ wall }) => wall)} of the time, ${ratio(({ used }) => used)} of the processors (limit 0.50)`,
  );
}

function told(runs) {
  const middle = (of) => Math.round(median(runs.map(of)));
  return `${middle(({ wall }) => wall)} ms, ${middle(({ used }) => used)} ms of processors`;
}

/** The folder becomes a clone with the branches `base` and `head`; the paths of both texts. */
function makeClone(folder, texts) {
  const git = (...words) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.org", ...words]);
  rmSync(join(folder, ".git"), { recursive: true, force: true });
  git("init", "--quiet", "--initial-branch=base");
  return ["base", "head"].map((branch, i) => {
    if (i > 0) git("switch", "--quiet", "--create", branch);
    writeFileSync(join(folder, "spec.md"), texts[i]);
    git("add", "spec.md");
    git("commit", "--quiet", "--message", branch);
    writeFileSync(join(folder, `${branch}.txt`), texts[i]);
    return join(folder, `${branch}.txt`);
  });
}
