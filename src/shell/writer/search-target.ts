import { protectedPathProblem } from "../../core/code/guard/protected-path.ts";
import { fileForModel } from "../../core/model-text.ts";
import type { Overlay } from "./overlay.ts";

const bounds = { lines: 80, file: 20, line: 240, filesNamed: 40 };

interface Sought {
  readonly text: string;
  readonly prefix: string;
}

/** Lines of the target that hold a text, with their indentation, and of which files how many were not shown. */
export async function search({ text, prefix }: Sought, overlay: Overlay): Promise<string> {
  const found: string[] = [];
  const cut: string[] = [];
  for (const path of overlay.paths().filter((one) => one.startsWith(prefix) && readable(one))) {
    const lines = await matches(path, text, overlay);
    const kept = lines.slice(0, Math.min(bounds.file, bounds.lines - found.length));
    found.push(...kept);
    if (lines.length > kept.length) cut.push(`${path} (${lines.length - kept.length})`);
  }
  return (found.join("\n") || "(nothing found)") + cutWords(cut);
}

function cutWords(cut: readonly string[]): string {
  if (cut.length === 0) return "";
  const rest = cut.length - bounds.filesNamed;
  const named = cut.slice(0, bounds.filesNamed).join(", ") + (rest > 0 ? `, and ${rest} more files` : "");
  return `\n(cut; lines not shown, by file: ${named}. Give a longer text or prefix.)`;
}

/** What the model may see of a file; null for one that is not there or not shown. */
export async function shownFile(path: string, overlay: Overlay): Promise<string | null> {
  const content = readable(path) ? await overlay.read(path) : null;
  return content === null ? null : fileForModel(path, content);
}

/** Lines of a file that hold the text. */
async function matches(path: string, text: string, overlay: Overlay): Promise<readonly string[]> {
  const content = await shownFile(path, overlay);
  if (content?.includes(text) !== true) return [];
  return content
    .split("\n")
    .flatMap((line, index) =>
      line.includes(text)
        ? [`${path}:${index + 1}: ${line.slice(0, bounds.line)}${line.length > bounds.line ? " […]" : ""}`]
        : [],
    );
}

/** Environment and key files of the target are never shown, whatever they hold. */
export function readable(path: string): boolean {
  const name = path.split("/").at(-1)?.toLowerCase() ?? "";
  if (path.startsWith(".git/") || name.startsWith(".env") || name === ".npmrc" || name === ".netrc")
    return false;
  return !(
    protectedPathProblem(path) === "is an environment file" ||
    /\.(?:pem|key|p12|pfx|jks|keystore)$/.test(name)
  );
}
