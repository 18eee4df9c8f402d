import type { SourceFile } from "../entries/entry.ts";
import { readMarkdown } from "../markdown/read/read-markdown.ts";
import type { DesignFacts } from "./design-facts.ts";
import { featureFolder } from "./feature.ts";

type Place = Pick<DesignFacts, "home" | "specFiles">;

/** What the files of a feature say, also outside its entries: assumptions, edge cases, notes. Nothing where it has no folder. */
export function proseOfFeature(facts: Place): readonly { readonly text: string }[] {
  return filesOfFeature(facts).flatMap(({ text }) =>
    readMarkdown(text).passages.flatMap(({ sentences }) =>
      sentences.map(({ visible }) => ({ text: visible })),
    ),
  );
}

/** The Markdown of the feature's folder; of a change to chapters that stand elsewhere, also these. */
export function filesOfFeature({ home, specFiles }: Place): readonly SourceFile[] {
  if (home === null) return [];
  const own = specFiles.filter(({ path }) => featureFolder(path) === home && /\.mdx?$/i.test(path));
  const root = /^(.*\bopenspec\/)changes\//.exec(home)?.[1];
  if (root === undefined) return own;
  const changed = new Set(own.map(({ path }) => root + path.slice(home.length + 1)));
  return [...own, ...specFiles.filter(({ path }) => path.startsWith(`${root}specs/`) && changed.has(path))];
}
