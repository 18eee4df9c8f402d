import type { SourceFile } from "../entries/entry.ts";
import { readMarkdown } from "../markdown/read/read-markdown.ts";
import type { DesignFacts } from "./design-facts.ts";
import { featureFolder } from "./feature.ts";

/** One sentence, or a row of a table. */
interface Prose {
  readonly text: string;
}

type Place = Pick<DesignFacts, "home" | "specFiles">;

/** Other files whose prose is read, and characters of one: more is a whole standard. */
const mostFiles = 40;
const longestFile = 200_000;

/** What the files of a feature say, also outside its entries: assumptions, edge cases, notes; and the design that the team has of it. */
export function proseOfFeature(facts: Place & Pick<DesignFacts, "ownDesign">): readonly Prose[] {
  const own = facts.ownDesign ?? null;
  return [...filesOfFeature(facts), ...(own === null ? [] : [own])].flatMap(proseOf);
}

/** What the other files of the specification say that the change touches. */
export function proseOfChange(facts: Place & Pick<DesignFacts, "review">): readonly Prose[] {
  const own = new Set(filesOfFeature(facts));
  const changed = new Set(facts.review.recommendations.map(({ change }) => change.file));
  return facts.specFiles
    .filter((file) => changed.has(file.path) && !own.has(file) && /\.mdx?$/i.test(file.path))
    .filter(({ text }) => text.length <= longestFile)
    .slice(0, mostFiles)
    .flatMap(proseOf);
}

/** Of a file: several features of one change read it. */
const known = new WeakMap<SourceFile, readonly Prose[]>();

function proseOf(file: SourceFile): readonly Prose[] {
  const prose =
    known.get(file) ??
    readMarkdown(file.text).passages.flatMap(({ sentences }) =>
      sentences.map(({ visible }) => ({ text: visible })),
    );
  known.set(file, prose);
  return prose;
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
