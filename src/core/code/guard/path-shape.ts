import type { TreeEntry } from "./write-policy.ts";

const maxPath = 200;
const windowsDevice = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/**
 * Says what is wrong with a path as a path, or null. Only one spelling of each path is accepted: plain segments joined
 * by `/`, in NFKC form (so a fullwidth or decomposed twin of `.github` is refused), without escapes, control, format
 * or bidirectional characters, and without what Windows or macOS would silently change. Letters beyond ASCII, which can
 * look like others, only in segments that the tree has.
 */
export function pathShapeProblem(path: string, tree: readonly TreeEntry[] = []): string | null {
  if (path === "") return "is empty";
  if (path.length > maxPath) return `is longer than ${maxPath} characters`;
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(path)) return "holds a control or invisible character";
  if (path.normalize("NFKC") !== path) return "is not in its normal Unicode form";
  if (/[\\%:*?"<>|~$`]/.test(path))
    return "holds a character that a shell, a URL or Windows reads differently";
  if (path.startsWith("/")) return "is absolute";
  for (const segment of path.split("/")) {
    const problem = segmentProblem(segment);
    if (problem !== null) return problem;
    if (/[^ -~]/.test(segment) && !tree.some((entry) => entry.path.split("/").includes(segment)))
      return "holds letters beyond ASCII in a name that the repository does not have";
  }
  return null;
}

function segmentProblem(segment: string): string | null {
  if (segment === "") return "holds an empty segment";
  if (segment === "." || segment === "..") return "holds a `.` or `..` segment";
  if (/^\s|[\s.]$/.test(segment))
    return "holds a segment that begins or ends with a space or ends with a dot";
  if (windowsDevice.test(segment)) return "holds a name that is a device on Windows";
  return null;
}
