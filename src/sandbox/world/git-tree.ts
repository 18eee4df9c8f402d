export interface TreeItem {
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly sha: string;
  readonly size: number | null;
  readonly path: string;
}

export interface TreeChange {
  readonly mode: string;
  readonly sha: string | null;
  readonly path: string;
}

/** What `git ls-tree -z -l` printed. */
export function parseTree(listing: string): readonly TreeItem[] {
  return listing
    .split("\0")
    .filter((line) => line !== "")
    .map(treeItem);
}

function treeItem(line: string): TreeItem {
  const tab = line.indexOf("\t");
  const [mode = "", type = "blob", sha = "", size = "-"] = line.slice(0, tab).split(/ +/);
  return {
    mode,
    type: type as TreeItem["type"],
    sha,
    size: size === "-" ? null : Number(size),
    path: line.slice(tab + 1),
  };
}
