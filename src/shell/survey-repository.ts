import type { RepositorySurvey } from "../core/draft-repo-config.ts";
import { maySpecify } from "../core/entries/candidate-file.ts";
import { decodeSource } from "../core/entries/decode-source.ts";
import type { SourceFile } from "../core/entries/entry.ts";
import type { FoundSpec } from "../core/entries/find-specs.ts";
import type { SpecSource, TreeFile } from "./ports.ts";

/** Markdown files looked into, likeliest first, and the bytes of each: one request for each on GitHub. */
const bounds = { files: 60, bytes: 1_000_000 };

const likely = /spec|requirement|feature|standard|protocol|rfc/i;

const languages: Readonly<Record<string, string>> = {
  ts: "typescript",
  js: "typescript",
  swift: "swift",
  kt: "kotlin",
  java: "java",
  go: "go",
  py: "python",
  cs: "csharp",
  dart: "dart",
  rb: "ruby",
  php: "php",
};

/** `findSpecs`, here or on another thread. */
type FindSpecs = (files: readonly SourceFile[]) => Promise<readonly FoundSpec[]>;

/** Looks at a commit for spec files with IDs, and for code that may implement them. Throws what `find` throws. */
export async function surveyRepository(
  source: SpecSource,
  commit: string,
  find: FindSpecs,
): Promise<RepositorySurvey> {
  const tree = await source.list(commit);
  const candidates = tree
    .filter(({ path, size }) => maySpecify(path) && size <= bounds.bytes)
    .sort(byLikelihood);
  const looked = candidates.slice(0, bounds.files);
  const bytes = await source.read(looked.map(({ blob }) => blob));
  const sources = looked.flatMap(({ path }, at) => {
    const decoded = decodeSource(path, bytes[at] ?? new Uint8Array());
    return "text" in decoded ? [decoded] : [];
  });
  const specs = await find(sources);
  const found = new Set(specs.map(({ path }) => path));
  return {
    specs,
    others: candidates.map(({ path }) => path).filter((path) => !found.has(path)),
    ...codeOf(tree),
  };
}

function byLikelihood(a: TreeFile, b: TreeFile): number {
  return Number(likely.test(b.path)) - Number(likely.test(a.path)) || b.size - a.size;
}

function codeOf(tree: readonly TreeFile[]): Pick<RepositorySurvey, "source" | "tests" | "language"> {
  const counts = new Map<string, number>();
  const folders = new Set<string>();
  for (const { path } of tree) {
    const language = languages[/\.([a-z]+)$/.exec(path)?.[1] ?? ""];
    if (language === undefined) continue;
    counts.set(language, (counts.get(language) ?? 0) + 1);
    if (path.includes("/")) folders.add(path.slice(0, path.indexOf("/")));
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return {
    source: [...folders].filter((folder) => /^(?:src|source|sources|lib|app|pkg)$/i.test(folder)).sort(),
    tests: [...folders].filter((folder) => /^(?:tests?|specs?|__tests__)$/i.test(folder)).sort(),
    language: most?.[0] ?? null,
  };
}
