export interface GitPerson {
  readonly name: string;
  readonly email: string;
  /** ISO 8601. */
  readonly date: string;
}

export interface GitCommit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: GitPerson;
  readonly committer: GitPerson;
  readonly message: string;
}

/** Of `git log`, read by `parseCommits`. */
export const commitFormat = "%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B%x01";

/** What `git log --format` of `commitFormat` printed. */
export function parseCommits(log: string): readonly GitCommit[] {
  return log
    .split("\x01")
    .map((text) => text.replace(/^\n/, ""))
    .filter((text) => text !== "")
    .map(parseCommit);
}

/** A commit as git stores it. */
export function commitObject(commit: Omit<GitCommit, "sha">): string {
  return [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${personLine(commit.author)}`,
    `committer ${personLine(commit.committer)}`,
    "",
    commit.message,
  ].join("\n");
}

export function personLine(who: GitPerson): string {
  return `${who.name} <${who.email}> ${Math.floor(new Date(who.date).getTime() / 1000)} +0000`;
}

function parseCommit(text: string): GitCommit {
  const [
    sha = "",
    tree = "",
    parents = "",
    an = "",
    ae = "",
    ad = "",
    cn = "",
    ce = "",
    cd = "",
    message = "",
  ] = text.split("\0");
  return {
    sha,
    tree,
    parents: parents === "" ? [] : parents.split(" "),
    author: { name: an, email: ae, date: utc(ad) },
    committer: { name: cn, email: ce, date: utc(cd) },
    message: message.trimEnd(),
  };
}

function utc(date: string): string {
  return new Date(date).toISOString().replace(".000Z", "Z");
}
