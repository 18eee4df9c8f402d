/** Letters that stand for a requirement or a part of one, wherever they are written before a number. */
const forRequirements = new Set(
  (
    "FR NFR REQ RQ FREQ NFREQ SRS SRD SYS SYSREQ SWR SWREQ HLR LLR STK STKREQ URS URD PRD BRD MRD FUN FUNC FN NF SEC PERF " +
    "SC US AC BR TR UR SR CR IR PR UC QR DR OR PRQ FRQ CON CONST UX UI API DATA RULE STORY FEAT FEATURE EPIC INV"
  ).split(" "),
);
/** Of these a number alone tells nothing: it is joined by a hyphen, or the ID is one of a series. */
const onlyJoined = new Set(
  "PR CR OR IR DR UI UX API DATA SYS SEC SC CON FN NF EPIC FEATURE STORY RULE CONST INV".split(" "),
);
/** What is counted in documents and asks for nothing by itself: tasks, decisions, risks, tests, norms, ciphers. */
const forOthers = new Set(
  (
    "T TASK TASKS PHASE STEP TODO M MILESTONE SPRINT WP WORK ADR RFC BCP STD EIP ERC BIP KEP PEP CIP NIP LIP SIP TIP ISO IEC IEEE " +
    "ECMA ANSI DIN EN UTF SHA MD AES RSA DES HTTP TLS SSL IPV CVE CWE GHSA BUG ISSUE JIRA Q QUESTION OQ D DEC DECISION RISK " +
    "ASM ASSUMPTION A P PRIORITY H L W V VERSION TC TEST TS E2E IT UT QA CHK CHECK FIG FIGURE TABLE APPENDIX ANNEX " +
    "CHAPTER PART PAGE NOTE EX EXAMPLE STAGE LEVEL TIER GPT COVID WEEK DAY YEAR FY G"
  ).split(" "),
);
/** Of these letters that may as well be short for what a file is about. */
const forMatter = new Set(
  "WP TC TS IT UT QA CHK CHECK PAGE TABLE EN TIP SIP NIP LIP CIP DAY WEEK YEAR".split(" "),
);
const singles = new Set(["R", "F", "N", "S", "C", "B", "I"]);
/** What stands behind these names an area: `FR-A01`, `NFR-TEST-02`. */
const alwaysRequirements = new Set(
  "FR NFR REQ RQ FREQ NFREQ US UR BR SR SWR SYSREQ HLR LLR FUNC FUN".split(" "),
);

interface Family {
  /** The ID's letters, with the hyphen between them: `REQ`, `FR-SEC`. */
  readonly prefix: string;
  readonly first: number;
  /** A mark stands between letters and number. */
  readonly isJoined: boolean;
  /** The number is filled with zeros, which nobody does to a name. */
  readonly isPadded: boolean;
}

export function familyOf(id: string): Family {
  const found = /^(.{0,60}?)([-_.]?)(\d{1,6})(?:[.-]\d{1,4}){0,5}(?:[a-z]|[-_]\p{Lu}{1,8})?$/u.exec(id);
  const [, prefix = "", join = "", digits = ""] = found ?? [];
  return {
    prefix,
    first: Number(digits),
    isJoined: join !== "",
    isPadded: digits.length > 1 && digits.startsWith("0"),
  };
}

/** Whether it is the ID of a task, a decision, a test, a norm, … */
export function isOfOthers(id: string): boolean {
  const [first = "", ...more] = familyOf(id).prefix.toUpperCase().split(/[-_.]/u);
  if (more.length > 0 && alwaysRequirements.has(first)) return false;
  return [first, ...more].some((word) => forOthers.has(word));
}

/** Whether its letters, although mostly those of a test, a page, …, may name the matter of a file. */
export function mayNameMatter(prefix: string): boolean {
  return forMatter.has(prefix.toUpperCase());
}

/** Whether the letters alone say that this is the ID of a requirement. */
export function isRequirementId(id: string): boolean {
  const { prefix, isJoined } = familyOf(id);
  const words = prefix.toUpperCase().split(/[-_.]/u);
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (isOfOthers(id)) return false;
  const known = [first, last].filter((word) => forRequirements.has(word));
  return known.length > 0 && (isJoined || known.some((word) => !onlyJoined.has(word)));
}

/**
 * The prefixes of a file's other IDs that are counted on: filled with zeros, two from the first on, or three in a row.
 * Names such as AES-128 and AES-256 are not. `M1`, `S1`, `C1` beside each other: what must, should and could be.
 */
export function seriesIn(ids: readonly string[]): ReadonlySet<string> {
  const numbers = new Map<string, { numbers: Set<number>; padded: boolean; joined: boolean }>();
  const byPriority = ["M", "S", "C"].every((letter) => ids.includes(`${letter}1`));
  for (const id of ids) {
    const { prefix, first, isPadded, isJoined } = familyOf(id);
    const isMust = byPriority && prefix === "M" && !isJoined;
    if (isOfOthers(id) && !isMust) continue;
    if (!isJoined && !singles.has(prefix) && !isMust) continue;
    const known = numbers.get(prefix) ?? { numbers: new Set(), padded: false, joined: isJoined };
    known.numbers.add(first);
    known.padded ||= isPadded;
    numbers.set(prefix, known);
  }
  const series = [...numbers].filter(
    ([prefix, one]) => isSeries(one) || (byPriority && !one.joined && /^[MSC]$/.test(prefix)),
  );
  return new Set([...series.map(([prefix]) => prefix), ...namesInSeries(ids), ...partsInSeries(ids)]);
}

/** `TPL-2.1`, `TPL-2.2`, `TPL-2.3`: rules of one chapter, counted from one on. */
function partsInSeries(ids: readonly string[]): readonly string[] {
  const counted = new Map<string, Set<string>>();
  for (const id of ids) {
    const [, chapter = "", part = ""] = /^(\p{Lu}{2,11}[-_]\d{1,3})\.(\d{1,3})$/u.exec(id) ?? [];
    if (chapter !== "" && !isOfOthers(id))
      counted.set(chapter, (counted.get(chapter) ?? new Set()).add(part));
  }
  return [...counted].flatMap(([chapter, known]) =>
    ["1", "2", "3"].every((part) => known.has(part)) ? [familyOf(`${chapter}.1`).prefix] : [],
  );
}

/** Of names with a number of their own, `BASE64-1`, `BASE64-2`, that are counted from one on: what stands before that number. */
function namesInSeries(ids: readonly string[]): readonly string[] {
  const counted = new Map<string, Set<string>>();
  for (const id of ids) {
    const [, name = "", number = ""] = /^(\p{Lu}{1,11}\d{1,4})-(\d{1,3})$/u.exec(id) ?? [];
    if (name !== "" && !isOfOthers(id)) counted.set(name, (counted.get(name) ?? new Set()).add(number));
  }
  return [...counted].flatMap(([name, known]) =>
    known.has("1") && known.has("2") ? [familyOf(`${name}-1`).prefix] : [],
  );
}

function isSeries(one: { numbers: ReadonlySet<number>; padded: boolean; joined: boolean }): boolean {
  const inRow = [...one.numbers].filter((number) => one.numbers.has(number + 1)).length;
  if (!one.joined) return inRow >= 2 && one.numbers.has(1);
  return one.padded || inRow >= 2 || (inRow >= 1 && one.numbers.has(1));
}

/** Prefixes of two letters or more that headings count from one on: `## PW1`, `## PW2`. */
export function seriesOfHeadings(ids: readonly string[]): readonly string[] {
  const numbers = new Map<string, Set<number>>();
  for (const id of ids) {
    const { prefix, first } = familyOf(id);
    if (!/^\p{Lu}{2,}$/u.test(prefix) || isOfOthers(id)) continue;
    numbers.set(prefix, (numbers.get(prefix) ?? new Set()).add(first));
  }
  const counted = [...numbers].filter(([, known]) => known.has(1) && known.has(2)).map(([prefix]) => prefix);
  return [...counted, ...namesInSeries(ids)];
}
