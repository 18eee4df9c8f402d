/** A repository by name, as it stands in URLs. */
export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

/** Where links lead: the web address of GitHub (`https://github.com` or an Enterprise Server) and the spec's repository. */
export interface LinkBase {
  /** Empty: nothing is on the web; files are linked by their path. */
  readonly webUrl: string;
  readonly repository: RepositoryName;
}

/** Lines of a file at a commit. `plain=1`, because GitHub renders Markdown files and then has no line anchors. */
export function blobUrl(
  base: LinkBase,
  commit: string,
  path: string,
  line: number,
  endLine?: number,
): string {
  const file = path.split("/").map(encodePart).join("/");
  const lines = endLine !== undefined && endLine > line ? `#L${line}-L${endLine}` : `#L${line}`;
  if (base.webUrl === "") return `${file}${lines}`;
  const plain = /\.(?:md|markdown|mdx)$/i.test(path) ? "?plain=1" : "";
  return `${repositoryUrl(base)}/blob/${encodePart(commit)}/${file}${plain}${lines}`;
}

export function pullRequestUrl(base: LinkBase, number: number): string {
  return `${repositoryUrl(base)}/pull/${number}`;
}

export function checksUrl(base: LinkBase, number: number): string {
  return `${pullRequestUrl(base, number)}/checks`;
}

function repositoryUrl(base: LinkBase): string {
  return `${base.webUrl}/${encodePart(base.repository.owner)}/${encodePart(base.repository.name)}`;
}

/** An address this program made, safe inside `[…](…)`; anything but http(s) is not linked. */
export function safeUrl(url: string): string | null {
  return /^https?:\/\/[^\s<>()"'`\\]+$/.test(url) ? url : null;
}

function encodePart(part: string): string {
  return encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, "\ufffd")).replace(
    /[()'*!~]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
