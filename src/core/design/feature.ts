import type { Change } from "../entries/change.ts";
import type { SourceFile } from "../entries/entry.ts";
import { withFences } from "../markdown/fence.ts";

/** What a team would discuss in one meeting. */
export interface Feature {
  /** Tells features apart. */
  readonly key: string;
  readonly slug: string;
  /** The folder that holds the feature's specification and nothing else; null where it is a chapter of a file. */
  readonly folder: string | null;
}

/** Folders that a repository keeps for one feature each, the outermost that fits. */
const featureFolders: readonly RegExp[] = [
  /^((?:.*\/)?openspec\/changes\/(?:archive\/)?[^/]+)\/./,
  /^((?:.*\/)?\.kiro\/specs\/[^/]+)\/./,
  /^((?:.*\/)?specs\/\d{2,6}-[^/]+)\/./,
  /^((?:.*\/)?(?!(?:specs?|docs?|requirements|features|src|openspec)\/)[^/]+)\/(?:spec|requirements)\.md$/i,
];

/** The folder of the feature that a file of the specification belongs to, or null. */
export function featureFolder(file: string): string | null {
  for (const pattern of featureFolders) {
    const folder = pattern.exec(file)?.[1];
    if (folder !== undefined) return folder;
  }
  return null;
}

/**
 * The feature of each changed entry, by its ID: that of its folder, else the chapter of its file. An entry of a file
 * without chapters has none.
 */
export function featuresOf(
  changes: readonly Pick<Change, "id" | "file" | "after" | "before">[],
  files: readonly SourceFile[],
): ReadonlyMap<string, Feature> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const titles = new Map<string, string | null>();
  const titleOf = (file: string): string | null => {
    if (!titles.has(file)) titles.set(file, onlyTitle(texts.get(file) ?? ""));
    return titles.get(file) ?? null;
  };
  const slugs: Slugs = { ofKey: new Map(), taken: new Set() };
  return new Map(
    changes.flatMap((change) => {
      const folder = featureFolder(change.file);
      if (folder !== null) return [[change.id, named(ofFolder(folder), slugs)] as const];
      const [first, second] = ((change.after ?? change.before)?.section ?? "").split(" › ");
      const title = titleOf(change.file);
      const chapter = first === title ? second : first;
      const slug = chapter === undefined ? "" : slugOf(nameOf(chapter) ?? nameOf(title) ?? chapter);
      if (slug === "") return [];
      const key = `${change.file} › ${nameOf(chapter ?? null) === null ? "" : (chapter ?? "")}`;
      return [[change.id, named({ key, slug, folder: null }, slugs)] as const];
    }),
  );
}

/** Features of the same name are told apart by a number, the same for all their entries. */
function named(feature: Feature, { ofKey, taken }: Slugs): Feature {
  const slug = ofKey.get(feature.key) ?? freeSlug(feature.slug, taken);
  ofKey.set(feature.key, slug);
  taken.add(slug);
  return { ...feature, slug };
}

interface Slugs {
  readonly ofKey: Map<string, string>;
  readonly taken: Set<string>;
}

/** A slug that none of those taken is: itself, else with a number. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  let free = slug;
  for (let next = 2; taken.has(free); next += 1) free = `${slug}-${String(next)}`;
  return free;
}

function ofFolder(folder: string): Feature {
  const name = folder.slice(folder.lastIndexOf("/") + 1);
  const slug = slugOf(name.replace(/^\d+-(?=.)/, ""));
  return { key: folder, slug: slug === "" ? "feature" : slug, folder };
}

/** Of a heading without its number and its attributes. */
function slugOf(words: string): string {
  return words
    .replace(/\{[^{}]{0,200}\}\s*$/, "")
    .replace(/^[\s*_]{1,20}/, "")
    .replace(numbered, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-|-$/g, "");
}

const numbered = /^\d(?:[\d.)]|\\[.)]){0,20}\s+/;

/** Headings that stand in documents about anything, alone or two of them together. */
const anyDocument =
  "(?:(?:feature )?specifications?|(?:(?:non-)?functional |technical |product |system )?requirements(?: document)?|spec|change|proposal|(?:feature|project|product)(?: (?:description|overview))?|(?:detailed )?design|overview|introduction|goals?|objectives?|purpose|general|details|summary|background|scope|contents|conformance|user stories|acceptance criteria|open questions(?: \\([^()]{0,40}\\))?|schema|data model|fields|terminology|definitions)";
const generic = new RegExp(`^${anyDocument}(?:\\s*(?:[/&,]|and)\\s*${anyDocument})?$`, "i");
/** `Feature name TBD`. */
const unnamed = /\b(?:TBD|TBC|to be (?:determined|named|decided))\b|^untitled\b.{0,20}$/i;

/** What the feature of some entries is called: by the heading of its folder's specification, its folder, or its chapter; null where it has none. */
export function featureTitle(
  changes: readonly Pick<Change, "file" | "after" | "before">[],
  files: readonly SourceFile[],
): string | null {
  const [first] = changes;
  if (first === undefined) return null;
  const folder = featureFolder(first.file);
  if (folder !== null) {
    const main = files.find(
      ({ path }) =>
        /^(?:spec|requirements)\.md$/i.test(path.slice(folder.length + 1)) && path.startsWith(`${folder}/`),
    );
    return nameOfFolder(folder, main?.text ?? "");
  }
  const title = onlyTitle(files.find(({ path }) => path === first.file)?.text ?? "");
  const [outer, inner] = ((first.after ?? first.before)?.section ?? "").split(" › ");
  const chapter = outer === title ? inner : outer;
  return nameOf(chapter ?? null) ?? nameOf(title);
}

const kind = "(?:requirements?|specifications?|specs?|design|prd|documents?)";
const kindBefore = new RegExp(
  `^(?:(?:product|functional|software|system|technical|business|feature) )?(?:feature|${kind})(?: ${kind})*\\s*(?::|[—–-](?=\\s))\\s*`,
  "i",
);
/** `Export – Design` and `Export design document`; `Enhanced Visual Design` is called so. */
const kindAfter = new RegExp(
  `(?:\\s+[—–-]\\s+(?:[\\w-]+ ){0,2}${kind}|\\s+(?:design documents?|(?!design)${kind}))(?: ${kind})*$`,
  "i",
);

/** A heading as a name, without its kind, number and attributes; null where nothing else is in it. */
function nameOf(heading: string | null, text = ""): string | null {
  const plain = (heading ?? "")
    .replace(/\{[^{}]{0,200}\}\s*$/, "")
    .replace(kindBefore, "")
    .replace(numbered, "")
    .replace(/[*_`#[\]<>]/g, (mark) => (mark === "_" ? "_" : ""))
    .trim();
  if (generic.test(plain) || unnamed.test(plain) || /\.mdx?$/i.test(plain)) return null;
  const name = plain.replace(kindAfter, "").trim();
  if (name === "") return null;
  return /^[a-z\d]+(?:[-_ ][a-z\d]+)*$/.test(name)
    ? sentence(name, text)
    : name.replaceAll("_", "").slice(0, 80);
}

function nameOfFolder(folder: string, text: string): string | null {
  const slug = folder.slice(folder.lastIndexOf("/") + 1).replace(/^\d+-(?=.)/, "");
  return nameOf(onlyTitle(text), text) ?? sentence(slug, text);
}

/** The name that a file or folder has, as a title; what its text writes in capital letters stays so. */
function sentence(slug: string, text: string): string | null {
  const words = slug.replace(/[-_]+/g, " ").trim();
  if (words === "") return null;
  const cased = words.replace(/[a-z\d]+/gi, (word) =>
    isAbbreviation(word, text) ? word.toUpperCase() : word,
  );
  return cased.charAt(0).toUpperCase() + cased.slice(1);
}

function isAbbreviation(word: string, text: string): boolean {
  const found = text.slice(0, 100_000).match(new RegExp(`(?<![\\w/-])${word}(?![\\w/-])`, "gi")) ?? [];
  return found.filter((one) => one === word.toUpperCase()).length * 2 > found.length;
}

/** The one heading of the first level, which is the file's title and no chapter. */
function onlyTitle(text: string): string | null {
  const found = withFences(text).flatMap(({ text: line, inFence }) => {
    const title = inFence ? undefined : /^# +(.{1,400})$/.exec(line)?.[1];
    return title === undefined ? [] : [title.replace(/ #+\s*$/, "").trim()];
  });
  const [only] = found;
  return found.length === 1 ? (only ?? null) : null;
}
