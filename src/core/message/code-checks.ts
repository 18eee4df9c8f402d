import { newPlace, toolPlace, useKinds, weakerTest } from "../code/guard/uses/language-uses.ts";
import { clip } from "./escape.ts";
import { listWords, plural } from "./wording.ts";

/** What a command of the person who asked said of the change, in a copy on their machine. */
export interface TestRun {
  readonly command: string;
  readonly passes: boolean;
  /** New tests that were tried without the code of the change, and those for which there was no time. */
  readonly tried: number;
  readonly left: number;
  /** Of those tried, the ones that pass all the same. */
  readonly unnoticed: readonly { readonly path: string; readonly title: string }[];
}

interface CodeCheckFacts {
  readonly entries: number;
  readonly vectors: number;
  readonly folders: readonly string[];
  /** What did not hold when the writer had finished. */
  readonly unverified: readonly string[];
  /** Entries around those asked for that the model was not shown, for lack of room. */
  readonly notShown: readonly string[];
  /** Refused writes that nothing took the place of. */
  readonly unresolved: readonly { readonly message: string }[];
  /** Lines that newly use what is outside the program. */
  readonly uses: readonly { readonly path: string; readonly line: number; readonly kind: string }[];
  /** Absent where nothing was run. */
  readonly run?: TestRun;
  /** Test data of the spec that is not among the vectors. */
  readonly left: readonly {
    readonly source: { readonly file: string; readonly line: number };
    readonly why: string;
  }[];
}

const maxShown = 20;

/** What a code pull request may claim, and what it may not. */
export function codeChecks(facts: CodeCheckFacts): {
  /** What is missing; empty when nothing is known to be. */
  readonly incomplete: readonly string[];
  /** What a reviewer reads first. */
  readonly readFirst: readonly string[];
  readonly verified: readonly string[];
  readonly notVerified: readonly string[];
} {
  const { entries, vectors, folders, unverified, unresolved, uses, left, notShown } = facts;
  const [firstPlaces, ...otherPlaces] = newPlaceWords(uses);
  const tagged = unverified.length === 0;
  const where = folders.map((folder) => (folder === "" ? "the repository" : `\`${folder}\``)).join(", ");
  return {
    incomplete: unresolved.map(({ message }) => message),
    readFirst: [
      ...(firstPlaces === undefined ? [] : [firstPlaces]),
      ...usesWords(uses.filter(({ kind }) => kind !== newPlace)),
      ...otherPlaces,
    ],
    verified: [
      `Only source, tests and test data within ${where} were written.`,
      "No file has a name or place that is known here to be run by a tool or obeyed by an agent; others may be. What is new in folder, ending or form of name is under Read first.",
      "Files of the languages known here parse; no secret, binary or invisible character was found in them.",
      ...(tagged ? [`${plural(entries, "entry is", "entries are")} tagged in code and in a test.`] : []),
      ...ranWords(facts.run),
      ...(vectors > 0 ? [`${plural(vectors, "file")} of test vectors, byte for byte as in the spec.`] : []),
    ],
    notVerified: [
      ...unnoticedWords(facts.run),
      ...unverified.map((problem) => `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`),
      ...left
        .slice(0, 20)
        .map(({ source, why }) => `Test data at \`${source.file}:${source.line}\` was left out: ${why}.`),
      ...(notShown.length === 0 ? [] : [notShownWords(notShown)]),
      ...notRunWords(facts.run),
    ],
  };
}

/** No rule knows all names and places by which tools load files. Lines are as long as a list shows them: no name is cut off. */
function newPlaceWords(uses: CodeCheckFacts["uses"]): readonly string[] {
  const lines: string[] = [];
  for (const { path } of uses.filter(({ kind }) => kind === newPlace)) {
    const name = named(path, 200);
    const last = lines.at(-1);
    const longer = `${last ?? ""}, ${name}`;
    if (last === undefined)
      lines.push(`New in folder, ending or form of name, by which tools may load files: ${name}`);
    else if (longer.length < 295) lines[lines.length - 1] = longer;
    else lines.push(`New as well: ${name}`);
  }
  return lines.map((line) => `${line}.`);
}

/**
 * Uses of one kind in one file are one line of the list, and one line of each kind, worst first, stands before all others: no
 * number of uses hides another kind.
 */
function usesWords(uses: CodeCheckFacts["uses"]): readonly string[] {
  const groups = new Map<
    string,
    { readonly path: string; readonly kind: string; readonly lines: number[] }
  >();
  for (const { path, line, kind } of uses) {
    const group = groups.get(`${path}\n${kind}`) ?? { path, kind, lines: [] };
    groups.set(`${path}\n${kind}`, group);
    group.lines.push(line);
  }
  const all = oneOfEachFirst([...groups.values()]).map(({ path, kind, lines }) => {
    const rest = lines.length > maxShown ? ` and ${plural(lines.length - maxShown, "more line")}` : "";
    const verb = kind === toolPlace ? "names" : kind === weakerTest ? "has" : "uses";
    return `\`${path}:${lines.slice(0, maxShown).join(", ")}\`${rest} newly ${verb} ${kind}.`;
  });
  const left = all.length - maxShown;
  return [
    ...all.slice(0, maxShown),
    ...(left > 0 ? [`And ${plural(left, "more kind of use", "more kinds of use")} in other places.`] : []),
  ];
}

function oneOfEachFirst<T extends { readonly kind: string }>(groups: readonly T[]): readonly T[] {
  const order: readonly string[] = useKinds;
  const sorted = groups.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  const isFirst = ({ kind }: T, at: number): boolean => sorted[at - 1]?.kind !== kind;
  return [...sorted.filter(isFirst), ...sorted.filter((group, at) => !isFirst(group, at))];
}

function notShownWords(ids: readonly string[]): string {
  const names = ids.slice(0, maxShown).map((id) => named(id, 60));
  const rest = ids.length > maxShown ? [plural(ids.length - maxShown, "more entry", "more entries")] : [];
  return `Entries that these refer to and that the model was not shown, for lack of room: ${listWords([...names, ...rest])}.`;
}

function ranWords(run: TestRun | undefined): readonly string[] {
  if (run?.passes !== true) return [];
  const noticed = run.tried - run.unnoticed.length;
  return [
    `${named(run.command, 200)} passes in a copy with the change.`,
    ...(noticed > 0
      ? [
          `${plural(noticed, "new test fails", "new tests fail")} there when the code of the change is taken back.`,
        ]
      : []),
  ];
}

function unnoticedWords(run: TestRun | undefined): readonly string[] {
  const all = run?.unnoticed ?? [];
  return [
    ...all
      .slice(0, maxShown)
      .map(
        ({ path, title }) =>
          `${named(path, 200)}: the test ${named(title, 120)} passes without the code of the change too.`,
      ),
    ...(all.length > maxShown ? [`And ${plural(all.length - maxShown, "more such test")}.`] : []),
  ];
}

function notRunWords(run: TestRun | undefined): readonly string[] {
  if (run === undefined)
    return [
      "Whether it builds and its tests pass: nothing was run. This repository's CI says so.",
      "Whether the tests would fail without the change: read them.",
    ];
  if (!run.passes)
    return [`${named(run.command, 200)} fails in a copy with the change, so no test was tried without it.`];
  return run.left === 0
    ? []
    : [`Whether ${plural(run.left, "further new test")} would fail without the change: read them.`];
}

/** A name within a line that is escaped as a whole wherever it is shown. */
function named(text: string, most: number): string {
  return `\`${clip(text.replace(/[`\s]+/g, " "), most)}\``;
}
