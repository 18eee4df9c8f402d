import type { Finding, SourceFile } from "./entry.ts";

/** Bytes a spec file may have; ten times the largest known one. */
export const maxSpecBytes = 4_000_000;

/**
 * A spec file from its bytes. Strict UTF-8 (RFC 3629); a byte order mark is dropped. What cannot be read exactly is
 * refused by a finding that says why, and the other files of the pull request still work.
 */
export function decodeSource(path: string, bytes: Uint8Array): SourceFile | Finding {
  if (bytes.length > maxSpecBytes) return oversized(path, bytes.length);
  if (/^(?:255,254|254,255)$/.test(bytes.slice(0, 2).join(",")))
    return unreadable(path, "The file is UTF-16, so it was not read. Save it as UTF-8.");
  if (bytes.includes(0)) return unreadable(path, "The file holds NUL bytes, so it is not text. Remove them.");
  try {
    return { path, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return unreadable(path, "The file is not valid UTF-8. Save it as UTF-8.");
  }
}

/** What is said of a file that is too large to be read at all. */
export function oversized(path: string, bytes: number): Finding {
  return unreadable(path, `The file has ${bytes} bytes; at most ${maxSpecBytes} are read. Split it.`);
}

/** What is said of the files that are too many, or too large together, to be read. */
export function tooMuch(paths: readonly string[]): readonly Finding[] {
  const [first] = paths;
  if (first === undefined) return [];
  const others =
    paths.length === 1 ? "This file was" : `This and ${String(paths.length - 1)} more files were`;
  return [unreadable(first, `${others} not read: the spec's files are too many, or too large together.`)];
}

function unreadable(file: string, message: string): Finding {
  return { rule: "unreadable-file", id: null, file, line: 1, message };
}
