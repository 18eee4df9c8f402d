import { isExecuted, type PathFacts } from "./executed-source.ts";
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

/** A path at no place that is known: only the repository's root is one. */
const nowhere: PathFacts = { isRoot: (folder) => folder === "", folders: [] };

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
  if (protectedNames.has(name.replace(/\.(?:mdx|markdown|mkdn?|mdown|mdwn)$/, ".md")))
    return "is a manifest, lockfile, build, review or agent file";
  if (protectedEndings.some((ending) => name.endsWith(ending))) return "is of a protected kind of file";
  return isExecuted(path, facts)
    ? "is a file that a build, a test runner or another tool loads by itself"
    : null;
}
