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

/** The Markdown of the feature's folder. */
export function filesOfFeature({ home, specFiles }: Place): readonly SourceFile[] {
  if (home === null) return [];
  return specFiles.filter(({ path }) => featureFolder(path) === home && /\.mdx?$/i.test(path));
}
