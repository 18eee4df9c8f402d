import type { SourceFile } from "../entries/entry.ts";
import { readMarkdown } from "../markdown/read/read-markdown.ts";
import type { DesignFacts } from "./design-facts.ts";
import { featureFolder } from "./feature.ts";

/** What the files of a feature say, also outside its entries: assumptions, edge cases, notes. Nothing where it has no folder. */
export function proseOfFeature(facts: DesignFacts): readonly { readonly text: string }[] {
  return filesOfFeature(facts).flatMap(({ text }) =>
    readMarkdown(text).passages.flatMap(({ sentences }) =>
      sentences.map(({ visible }) => ({ text: visible })),
    ),
  );
}

/** The Markdown of the feature's folder. */
export function filesOfFeature({ home, specFiles }: DesignFacts): readonly SourceFile[] {
  if (home === null) return [];
  return specFiles.filter(({ path }) => featureFolder(path) === home && /\.mdx?$/i.test(path));
}
