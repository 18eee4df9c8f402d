import { dialects } from "./entries/dialects/index.ts";
import type { FoundSpec } from "./entries/find-specs.ts";

/** What a look at a repository found that its configuration should say. */
export interface RepositorySurvey {
  readonly specs: readonly FoundSpec[];
  /** Markdown files that hold no entries. */
  readonly others: readonly string[];
  /** Folders of code and tests at the root, where there are any. */
  readonly source: readonly string[];
  readonly tests: readonly string[];
  /** Name of the language most files are written in; null: no code was found. */
  readonly language: string | null;
}

/**
 * A commented `.github/twopath.yml` that says what was found and otherwise keeps to the defaults; valid as it stands.
 * `null` where no entries with IDs were found: then there is nothing worth asking.
 */
export function draftRepoConfig(survey: RepositorySurvey): string | null {
  const globs = specGlobs(survey);
  if (globs.length === 0) return null;
  const entries = survey.specs.reduce((sum, spec) => sum + spec.entries, 0);
  const found = [...new Set(survey.specs.map(({ dialect }) => dialect))].join(", ");
  return `# twopath reads this file from the base branch only. Every setting has a default: delete what you do not need.

# Globs of the spec files. Found: ${entries} entries in ${survey.specs.length} ${survey.specs.length === 1 ? "file" : "files"} (${found}).
spec:
${globs.map((glob) => `  - ${JSON.stringify(glob)}`).join("\n")}

# Glob -> dialect, where a file is not read or read wrongly; \`prose\` reads any Markdown. An own pattern captures the ID.
# dialects: { "docs/checkout.md": prose, "docs/rules/**": { pattern: "^(?<id>RULE-[0-9]+)" } }
# The dialects:
${dialects.map(({ name, describes }) => `#   ${name} - ${describes}`).join("\n")}

# What implements the spec: one entry per repository, or folder of this one. Without any, reviews still work;
# \`/generate\` on the direct path needs one.
${targetLines(survey).join("\n")}

# Folder of the design documents.
# design: design

# Whether merging a design pull request starts the code pull request.
# codeAfterDesign: true

# How often the bot tries again after a target's CI failed.
# maxRepairs: 2

# Limits of the model's use.
# model:
#   enabled: true
#   maxUsdPerPullRequest: 5
`;
}

/** A `.github/twopath.yml` for a repository of code: it opts in to be a target of the spec `owner/name`. */
export function draftTargetConfig(spec: string): string {
  return `# twopath reads this file from the default branch only.

# The specs that this repository implements: they may read its code for citations and open draft pull requests here.
specs:
  - ${spec}
`;
}

/** A folder's glob where every Markdown file in it is a spec file, else the files themselves. */
function specGlobs({ specs, others }: RepositorySurvey): string[] {
  const globs = new Set<string>();
  for (const { path } of specs) {
    const folder = path.includes("/") ? path.slice(0, path.indexOf("/")) : null;
    const isAll = folder !== null && !others.some((other) => other.startsWith(`${folder}/`));
    const glob = folder !== null && isAll ? `${folder}/**/*.md` : path;
    if (isPlain(isAll ? folder : path)) globs.add(glob);
  }
  return [...globs].sort();
}

/** A path that a glob would read as something else is left to the people who know it. */
function isPlain(path: string): boolean {
  return path.length <= 200 && !/[[\](){}*?!\\\u0000-\u001f]/.test(path);
}

function targetLines({ language, source, tests }: RepositorySurvey): string[] {
  const folders = (found: readonly string[], usual: string): string =>
    `[${(found.length > 0 ? found : [usual]).map((folder) => JSON.stringify(folder)).join(", ")}]`;
  return [
    "# targets:",
    "#   - name: sdk",
    "#     repository: owner/name        # default: this repository; that one lists this one under `specs`",
    `#     language: ${language ?? "typescript"}`,
    `#     source: ${folders(source, "src")}`,
    `#     tests: ${folders(tests, "test")}`,
    '#     tag: "// ID"                  # how code cites an entry; ID stands for its ID',
  ];
}
