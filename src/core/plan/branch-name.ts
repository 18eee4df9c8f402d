/** What a branch of the bot is for. */
interface BranchSubject {
  readonly stage: "design" | "code";
  /** Number of the spec's pull request. */
  readonly pullRequest: number;
  /** The work package's slug. */
  readonly slug: string;
  /** Names a target only where several share a repository; else null. */
  readonly target?: string | null;
  /** Name of the spec's repository where it is another one: several specs may send code to one target. */
  readonly spec?: string | null;
}

const maxSlug = 50;

/**
 * `twopath/<code|design>/[<spec>/]<pr>-<slug>[--<target>]` of `[a-z0-9-]` only: a valid ref whatever the entry is called. The
 * same subject gives the same name, and no two subjects one; those that differ only in characters a branch cannot have are told
 * apart by a hash.
 */
export function branchName({ stage, pullRequest, slug, target, spec }: BranchSubject): string {
  const folder = spec === undefined || spec === null ? "" : `${safePart(spec)}/`;
  const own = target === undefined || target === null ? "" : `--${safePart(target)}`;
  return `twopath/${stage}/${folder}${pullRequest}-${safePart(slug)}${own}`;
}

function safePart(wanted: string): string {
  const safe = wanted
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (safe === wanted && safe !== "" && safe.length <= maxSlug) return safe;
  return `${safe.slice(0, maxSlug - 9).replace(/-$/, "")}-${hash(wanted)}`.replace(/^-/, "");
}

/** Whether a branch has a name of the bot's follow-ups; anyone with write access could make one. */
export function isBotBranch(branch: string): boolean {
  return /^twopath\/(?:code|design)\//.test(branch);
}

/** FNV-1a over UTF-16 code units, 32 bits, as 8 hexadecimal digits. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}
