import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

// The checker in plain JavaScript: no native binary, no Java.
process.env["RECHECK_BACKEND"] = "pure";
const { checkSync } = await import("recheck");

const { version: checker } = JSON.parse(
  readFileSync(new URL("../../node_modules/recheck/package.json", import.meta.url), "utf8"),
) as { version: string };

const source = fileURLToPath(new URL("../../src/", import.meta.url));
/**
 * Rooms that read what anybody may write: specs, comments, webhooks, replies of models. Those that read the code of targets
 * are not among them.
 */
const rooms = [
  "action.ts",
  "app.ts",
  "cli",
  "compose.ts",
  "core/command",
  "core/decision",
  "core/design",
  "core/entries",
  "core/markdown",
  "core/message",
  "core/plan",
  "core/code",
  "core/trace",
  "sandbox",
  "settings.ts",
  "shell",
];

/** A regular expression in the source. */
interface Literal {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

function literalsIn(room: string): Literal[] {
  if (room.endsWith(".ts")) return literals(room);
  const names = readdirSync(join(source, room), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".ts")).flatMap((name) => literals(join(room, name)));
}

function literals(file: string): Literal[] {
  const tree = ts.createSourceFile(file, readFileSync(join(source, file), "utf8"), ts.ScriptTarget.Latest);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf("/");
      found.push({ file, pattern: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Bounds on repetition cost a constant, and large ones make the checker give up: what is unbounded is what matters. */
function withSmallBounds(pattern: string): string {
  const least = (count: string): string => String(Math.min(Number(count), 3));
  return pattern
    .replace(
      /\{(\d+),(\d+)\}/g,
      (_, from: string, to: string) => `{${least(from)},${String(Math.min(Number(to), 4))}}`,
    )
    .replace(/\{(\d+)(,?)\}/g, (_, from: string, open: string) => `{${least(from)}${open}}`);
}

/** Every expression of those rooms, once. */
export function literalsOfSource(): readonly Literal[] {
  const all = rooms.flatMap(literalsIn);
  return [...new Map(all.map((one) => [`${one.pattern}/${one.flags}`, one])).values()];
}

/** Of the expression and what checks it. */
export function fingerprint({ pattern, flags }: Literal): string {
  return createHash("sha256").update(`${checker} ${pattern}/${flags}`).digest("hex").slice(0, 16);
}

/** `safe` where no text makes it take more than linear time. */
export function timeOf({ pattern, flags }: Literal): string {
  return checkSync(withSmallBounds(pattern), flags.replace(/[gy]/g, ""), {
    timeout: 60_000,
    // A search that ends by the clock finds other things on a busy machine.
    incubationTimeout: null,
    attackTimeout: null,
    seedingTimeout: null,
    randomSeed: 1,
  }).status;
}
