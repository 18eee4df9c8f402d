import { isExecuted, isLoadedByName } from "./executed-source.ts";
import { nowhere, type PathFacts } from "./path-facts.ts";
import { protectedEndings, protectedNames } from "./protected-names.ts";

/** Folders whose files are somebody else's, or belong to a build, wherever they stand. */
const protectedFolders = new Set(
  (
    "node_modules vendor bower_components third_party site-packages __pycache__ __pypackages__ " +
    "githooks git-hooks buildsrc build-logic build-conventions convention-plugins meta-inf magefiles xtask fastlane tuist site_scons renv packrat mu-plugins"
  ).split(" "),
);

/** Languages in which a file called `env` is source. */
const codeNamedEnv = /\.(?:[cm]?[jt]sx?|py|go|rs|java|kt|swift|cs|rb|php|dart|exs?|scala|c|cc|cpp|h)$/;

/** Data called as agents call what they obey. */
const agentData =
  /^(?:agents|claude|gemini|qwen|copilot|opencode|goose|crush|codex|skills?|llms|mcp|cursorrules|coderabbit|promptfooconfig)(?:[._-][a-z0-9_-]{1,40}){0,2}\.(?:txt|json|jsonc|ya?ml|xml|csv)$/;

/** Names of data that decide something at a root or in a hidden folder only. */
const plainData =
  /^(?:app|tasks|launch|settings|hooks|extensions|project|workspace|component|manifest|template|values|action|pipeline|environment|plugin|server|site|release|deploy|build|workflow|database|main|test)\.(?:json|ya?ml|xml|csv|txt)$/;

/** Kinds of Markdown that agents obey. */
const obeyedEndings = protectedEndings.filter((ending) => /\.mdc?$/.test(ending));

/** Data that a test reads, in a folder for nothing else. */
function isFixture(segments: readonly string[]): boolean {
  const [folders, name] = [segments.slice(0, -1), segments.at(-1) ?? ""];
  const at = folders.findIndex((folder) => /^(?:(?:__)?fixtures?(?:__)?|test-?data)$/.test(folder));
  return at > 0 && plainData.test(name);
}

/**
 * Says why the bot can never write a well-formed path, or null: what tools execute or agents obey, by exact place and kind.
 * No setting lifts it. Case is ignored, as some file systems do.
 */
export function protectedPathProblem(path: string, facts: PathFacts = nowhere): string | null {
  const segments = path.toLowerCase().split("/");
  const name = segments.at(-1) ?? "";
  if (segments.some((segment) => segment.startsWith("."))) return "is in or is a hidden file or folder";
  const folder = segments.slice(0, -1).find((segment) => protectedFolders.has(segment));
  if (folder !== undefined) return `is in a protected folder (${folder})`;
  if (/(?:^|[._-])env(?:$|[._-])/.test(name) && !codeNamedEnv.test(name)) return "is an environment file";
  if (agentData.test(name)) return "is a file that agents take for orders";
  if (/\.PL$/.test(path)) return "is of a kind that the build of Perl runs";
  if (isFixture(segments)) return null;
  if (isProtectedName(name)) return "is a manifest, lockfile, build, review or agent file";
  if (protectedEndings.some((ending) => name.endsWith(ending))) return "is of a protected kind of file";
  return isExecuted(path, facts)
    ? "is a file that a build, a test runner or another tool loads by itself"
    : null;
}

/**
 * Whether a path of which nothing else is known is, by a name of its own, one that tools execute or agents obey. Names without an
 * ending are words, unless they say that they are files.
 */
export function isPlaceOfTools(path: string): boolean {
  const plain = path.replace(/(^|\/)\.(?=[^/]*$)/, "$1");
  const segments = plain.toLowerCase().split("/");
  const name = segments.at(-1) ?? "";
  if (plainData.test(name)) return false;
  const isInFolder = segments.slice(0, -1).some((segment) => protectedFolders.has(segment));
  const isOfAgents = agentData.test(name) || obeyedEndings.some((ending) => name.endsWith(ending));
  const isFile = name.includes(".") || name.endsWith("file") || plain !== path;
  if (isFile && (isInFolder || isOfAgents || isProtectedName(name))) return true;
  return isLoadedByName(plain, { ...nowhere, mayHavePython: false });
}

function isProtectedName(name: string): boolean {
  return protectedNames.has(name.replace(/\.(?:mdx|markdown|mkdn?|mdown|mdwn)$/, ".md"));
}
