import type { Finding, SourceFile } from "./entry.ts";

/** Bytes; a bigger spec file is refused. */
export const largestSource = 8 * 1024 * 1024;

/**
 * A spec file's bytes as text: UTF-8 (a byte order mark is dropped; encoded surrogates are invalid) with `\n` line ends.
 * A finding with rule `unreadable-file` says why there is no text: too big, not UTF-8, or binary.
 */
export function decodeSource(path: string, bytes: Uint8Array): SourceFile | Finding {
  if (bytes.length > largestSource) {
    return refusal(
      path,
      `${path} has ${bytes.length} bytes; at most ${largestSource} are read. Split the file.`,
    );
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0)
    return refusal(path, `${path} holds a NUL byte at offset ${nul}; it is binary, not Markdown.`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { path, text: text.replace(/\r\n?/g, "\n") };
  } catch {
    return refusal(path, `${path} is not valid UTF-8; save it as UTF-8.`);
  }
}

/** Tells the two results of `decodeSource` apart. */
export function isRefusal(result: SourceFile | Finding): result is Finding {
  return "rule" in result;
}

function refusal(file: string, message: string): Finding {
  return { rule: "unreadable-file", id: null, file, line: 1, message };
}
