import { fileRole, looksGenerated } from "../../core/code/file-role.ts";
import { formatSettings } from "../../core/code/format-settings.ts";
import { conventionNames, formatNames } from "../../core/code/target.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import type { TreeItem } from "../ports.ts";
import type { Workspace } from "../writer/workspace.ts";

/** Bytes of one file; nobody writes a larger one by hand. */
export const largestFile = 1_000_000;

/** A target at one commit, read-only. */
export interface OpenedTarget extends Workspace {
  /** Code of the target's folder; paths relative to the repository. */
  code(): Promise<readonly SourceFile[]>;
  /** What tells contributors how this target is written, from the target's folder and the repository's root. */
  conventions(): Promise<readonly SourceFile[]>;
  /** How its formatter and linter want it, from the same places. */
  formatting(): Promise<readonly SourceFile[]>;
}

interface TargetContents {
  readonly commit: string;
  /** The target's part of the repository, `""` for all of it. */
  readonly folder: string;
  readonly items: readonly TreeItem[];
  /** Bytes of blobs, in the order asked. */
  readonly readBlobs: (blobs: readonly string[]) => Promise<readonly Uint8Array[]>;
  /** Text of all wanted files in the cheapest way there is. */
  readonly readAll: (wanted: (path: string) => boolean) => Promise<readonly SourceFile[]>;
}

/** A target as the writer reads it, wherever its contents come from. */
export function openedTarget({ commit, folder, items, readBlobs, readAll }: TargetContents): OpenedTarget {
  const byPath = new Map(items.map((item) => [item.path, item]));
  const texts = async (wanted: readonly TreeItem[]): Promise<readonly SourceFile[]> => {
    const bytes = await readBlobs(wanted.map(({ blob }) => blob));
    return wanted.flatMap(({ path }, at) => {
      const text = textOf(bytes[at]);
      return text === null ? [] : [{ path, text }];
    });
  };
  const readCode = async (): Promise<readonly SourceFile[]> => {
    const isInside = (path: string): boolean => folder === "" || path.startsWith(`${folder}/`);
    const files = await readAll((path) => isInside(path) && fileRole(path) !== "skipped");
    return files.filter(({ text }) => !looksGenerated(text));
  };
  const named = (names: readonly string[], most: number): readonly TreeItem[] => {
    const folders = [...new Set(["", folder])];
    const paths = folders.flatMap((at) => names.map((name) => (at === "" ? name : `${at}/${name}`)));
    const found = paths.flatMap((path) => byPath.get(path) ?? []);
    return found.filter(({ kind, size }) => kind === "file" && size <= most);
  };
  let code: Promise<readonly SourceFile[]> | null = null;
  return {
    commit,
    tree: () =>
      Promise.resolve(
        items.map(({ path, kind, isExecutable }) => ({
          path,
          kind,
          ...(isExecutable === true ? { isExecutable } : {}),
        })),
      ),
    read: async (path) => {
      const item = byPath.get(path);
      if (item?.kind !== "file" || item.size > largestFile) return null;
      return (await texts([item]))[0]?.text ?? null;
    },
    code: () => (code ??= readCode()),
    conventions: () => texts(named(conventionNames, 100_000)),
    formatting: async () => {
      const files = await texts(named(formatNames, 200_000));
      return files.flatMap(({ path, text }) => {
        const shown = formatSettings(path, text);
        return shown === null ? [] : [{ path, text: shown }];
      });
    },
  };
}

/** Null when the bytes are not text. */
export function textOf(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
