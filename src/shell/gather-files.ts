import { stateOf } from "../core/design/design-state.ts";
import { mayHoldTestData, maySpecify } from "../core/entries/candidate-file.ts";
import { filterInTurns } from "./filter-in-turns.ts";
import { decodeSource, maxSpecBytes, oversized, tooMuch } from "../core/entries/decode-source.ts";
import type { Finding, SourceFile } from "../core/entries/entry.ts";
import type { SpecSource, TreeFile } from "./ports.ts";

/** Files and bytes of test data that are looked through for entry IDs. */
const testDataBounds = { files: 2_000, bytes: 20_000_000 };

/** Spec files and their bytes, each version once, that a review reads at most; what the change touches comes first. */
const specBounds = { files: 10_000, bytes: 100_000_000 };

export interface GatheredFiles {
  readonly baseFiles: readonly SourceFile[];
  readonly headFiles: readonly SourceFile[];
  readonly testFiles: readonly SourceFile[];
  /** Files that could not be read, as findings. */
  readonly unread: readonly Finding[];
}

/**
 * The text a review looks at, from any source; the command line and the App gather alike, so their verdicts are the same.
 * A blob that both sides share is read once and is the same object on both.
 */
export async function gatherFiles(
  source: SpecSource,
  base: string,
  head: string,
  isSpec: (path: string) => boolean = maySpecify,
): Promise<GatheredFiles> {
  const [baseTree, headTree] = await Promise.all([source.list(base), source.list(head)]);
  const isFileOfSpec = ({ path }: TreeFile): boolean => isSpec(path);
  const baseSpec = await filterInTurns(baseTree, isFileOfSpec);
  const headSpec = await filterInTurns(headTree, isFileOfSpec);
  const testData = boundedTestData(headTree);
  const beyond = beyondBounds(baseSpec, headSpec);
  const isWithin = ({ path }: { readonly path: string }): boolean => !beyond.has(path);
  const sides = [...baseSpec, ...headSpec].filter(isWithin);
  const decoded = await decodeAll(source, [...sides, ...testData.filter(isWithin)]);
  const unread = new Map<string, Finding>();
  const pick = (files: readonly TreeFile[], report: boolean): SourceFile[] =>
    files.flatMap((file) => {
      const found = decoded.get(`${file.blob} ${file.path}`);
      if (found === undefined) return [];
      // A design document quotes entries, wherever it lies; it is no spec.
      if ("text" in found) return stateOf(found.text) === null ? [found] : [];
      if (report) unread.set(found.file, found);
      return [];
    });
  const [before, after] = [pick(baseSpec.filter(isWithin), true), pick(headSpec.filter(isWithin), true)];
  // Of a file that cannot be read on one side nothing is known: its entries are neither gone nor new.
  const isReadable = ({ path }: SourceFile): boolean => !unread.has(path);
  return {
    baseFiles: before.filter(isReadable),
    headFiles: after.filter(isReadable),
    testFiles: pick(testData.filter(isWithin), false),
    unread: [...unread.values(), ...tooMuch([...beyond])],
  };
}

/** Paths whose files are not read on either side, so that of their entries nothing is known. */
function beyondBounds(base: readonly TreeFile[], head: readonly TreeFile[]): ReadonlySet<string> {
  const versions = new Map<string, TreeFile[]>();
  for (const file of [...base, ...head]) versions.set(file.path, [...(versions.get(file.path) ?? []), file]);
  const isChanged = ([one, other]: readonly TreeFile[]): boolean => one?.blob !== other?.blob;
  const [changed, same] = [true, false].map((wanted) =>
    [...versions.values()].filter((files) => isChanged(files) === wanted),
  );
  const beyond = new Set<string>();
  const seen = new Set<string>();
  let bytes = 0;
  for (const files of [...(changed ?? []), ...(same ?? [])]) {
    const fresh = new Map(
      files
        .filter(({ blob, size }) => !seen.has(blob) && size <= maxSpecBytes)
        .map(({ blob, size }) => [blob, size]),
    );
    const more = [...fresh.values()].reduce((total, size) => total + size, 0);
    if (seen.size + fresh.size > specBounds.files || bytes + more > specBounds.bytes) {
      beyond.add(files[0]?.path ?? "");
      continue;
    }
    bytes += more;
    for (const blob of fresh.keys()) seen.add(blob);
  }
  return beyond;
}

function boundedTestData(tree: readonly TreeFile[]): TreeFile[] {
  let bytes = 0;
  return tree
    .filter(({ path, size }) => mayHoldTestData(path) && size <= maxSpecBytes)
    .slice(0, testDataBounds.files)
    .filter(({ size }) => (bytes += size) <= testDataBounds.bytes);
}

async function decodeAll(
  source: SpecSource,
  files: readonly TreeFile[],
): Promise<ReadonlyMap<string, SourceFile | Finding>> {
  const wanted = new Map(
    files.filter(({ size }) => size <= maxSpecBytes).map((file) => [`${file.blob} ${file.path}`, file]),
  );
  const blobs = [...new Set([...wanted.values()].map(({ blob }) => blob))];
  const bytes = await source.read(blobs);
  const byBlob = new Map(blobs.map((blob, i) => [blob, bytes[i] ?? new Uint8Array()]));
  const tooLarge = files.filter(({ size }) => size > maxSpecBytes);
  return new Map<string, SourceFile | Finding>([
    ...tooLarge.map(({ path, blob, size }) => [`${blob} ${path}`, oversized(path, size)] as const),
    ...[...wanted].map(
      ([key, { path, blob }]) => [key, decodeSource(path, byBlob.get(blob) ?? new Uint8Array())] as const,
    ),
  ]);
}
