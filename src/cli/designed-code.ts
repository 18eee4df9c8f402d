import { basename, resolve } from "node:path";
import type { ConfiguredTarget } from "../core/code/configured-target.ts";
import { rankContext } from "../core/code/context/rank-context.ts";
import { shownFiles } from "../core/code/context/shown-files.ts";
import { fileLanguage, type Language, parseLanguage } from "../core/code/language.ts";
import { changedEntries, type PlacedEntry } from "../core/code/requested-entries.ts";
import type { ContextFile } from "../core/code/target.ts";
import type { DesignFacts } from "../core/design/design-facts.ts";
import type { SourceFile } from "../core/entries/entry.ts";
import { readTarget } from "../shell/target/read-target.ts";
import { splitRevision } from "./check-target.ts";
import { configuredFor } from "./configured-for.ts";

/** A target as a design is drawn up with it. */
export interface DesignedTarget {
  readonly name: string;
  readonly language: Language | null;
  readonly files: readonly SourceFile[];
}

/** Tokens of each target that a design is shown: it needs less than the code does. */
const mostTokens = 8_000;

/** Reads the folders that `--target` names. Throws UserError where there is none. */
export function openDesigned(
  folders: readonly string[],
  configured: readonly ConfiguredTarget[],
): readonly DesignedTarget[] {
  return folders.map((target) => {
    const { folder, revision } = splitRevision(target);
    const files = readTarget(folder, revision);
    const config = configuredFor(folder, configured);
    const language = config?.language === undefined ? mostUsed(files) : parseLanguage(config.language);
    return { name: config?.name ?? basename(resolve(folder)), language, files };
  });
}

/** The code that a writer of these entries would open. */
export function designedCode(
  { members }: DesignFacts,
  entriesAtHead: readonly PlacedEntry[],
  targets: readonly DesignedTarget[],
): readonly ContextFile[] {
  const head = new Map(entriesAtHead.map((entry) => [entry.id, entry]));
  const entries = changedEntries(members, { base: new Map(), head });
  return targets.flatMap(({ files }) =>
    shownFiles(rankContext({ files, entries, budget: mostTokens }), files),
  );
}

function mostUsed(files: readonly SourceFile[]): Language | null {
  const counts = new Map<Language, number>();
  for (const { path } of files) {
    const language = fileLanguage(path);
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
