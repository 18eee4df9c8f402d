import { readChange } from "../../../../src/core/decision/reading.ts";
import { matchTerms } from "../../../../src/core/decision/rules/match-terms.ts";
import { byRules } from "../../../../src/core/decision/rules/by-rules.ts";
import { lexicon } from "../../../../src/core/lexicon/lexicon.ts";
import { changeOf, contextOf } from "../../../support/spec-builders.ts";

const ruled = (text: string, before: string | null = null) => byRules(changeOf(before, text), contextOf());
const kindsIn = (text: string): string[] =>
  ruled(text).criteria.flatMap(({ id, verdict }) =>
    id !== "test-data" && verdict === "unclear" ? [id] : [],
  );

const speaks: [string, string][] = [
  ["deterministic", "The order of retries is left to the host, as appropriate for its network."],
  [
    "fully-specified",
    "The importer shall give robust feedback and recover smoothly with configured fallbacks.",
  ],
  ["performance-not-a-constraint", "The list stays responsive while a large dataset is loaded."],
  ["non-obvious-interfaces", "The engine must define a mechanism with an extensible public API."],
  ["several-components", "The uploader and the index are coordinated by a background process."],
  [
    "platform-constraints",
    "The key is kept in the secure storage of the phone, with native UI on iOS and Android.",
  ],
  ["performance-choices", "Lookups use caching, and cached pages are invalidated."],
];

test.each(speaks)("%s speaks for a design, with its words and what would settle it", (kind, text) => {
  const { path, reason, criteria } = ruled(text);
  expect(path).toBe("design");
  expect(reason.split(" ").length).toBeLessThanOrEqual(12);
  const answer = criteria.find(({ id }) => id === kind);
  expect(answer?.verdict).toBe("unclear");
  expect(answer?.because).toContain("“");
  for (const span of answer?.evidence ?? []) expect(text).toContain(span.quote);
  expect(answer?.need).not.toContain("{words}");
});

/** Words that could be asked about. */
const askedIn = (text: string): readonly string[] =>
  matchTerms({ families: lexicon, silent: null }, readChange(changeOf(null, text)))
    .filter(({ modifies }) => !modifies)
    .map(({ words }) => words);

test("what is not to be asks for nothing", () => {
  expect(kindsIn("The answer is read without any caching, as it was appropriate.")).not.toContain(
    "performance-choices",
  );
  expect(kindsIn("The answer is read with caching of every page.")).toContain("performance-choices");
});

test("a list of what a rule is good for is nothing to ask about", () => {
  const list = "\n\n- Boxes are read in parallel\n- The queue stays consistent\n";
  expect(askedIn(`Each box MUST have a lid.\n\nThis requirement ensures:${list}`)).toEqual([]);
  expect(askedIn(`Each box MUST have a lid.\n\nThe clerk sees to it that:${list}`)).not.toEqual([]);
});

test("names of products, platforms and kinds say which is meant, and leave nothing open", () => {
  for (const text of [
    "A change must be seen at once through Tidy **Fast Render**, with the tools of today.",
    "Tidy Fast Render shows each change.",
    "The Tidy Box pipeline runs at night.",
    "The gallery must drop EXIF/GPS metadata of a photo.",
    "The tour is checked cross-platform on webOS and Tizen sets.",
    "The tour is checked with Tizen and webOS devices.",
    "The page follows a responsive grid of twelve columns.",
    "The shelf opens the iOS app of the shop.",
    "The picture stands in one of the categories.",
  ])
    expect(askedIn(text)).toEqual([]);
  expect(askedIn("The tour must run cross-platform.")).toEqual(["cross-platform"]);
  expect(askedIn("The grid must stay responsive.")).toEqual(["stay responsive"]);
  expect(askedIn("THE Courier MUST cache every parcel.")).toEqual(["cache"]);
});

test("the kind of another thing, a figure that is shown and a time that is told are nothing to ask about", () => {
  for (const text of [
    "The branch workflow section stands above the search box.",
    "A resume failure is kept beside pipeline metrics.",
    "The screen displays memory usage.",
    "The page refreshes automatically every 10 seconds.",
  ])
    expect(askedIn(text)).toEqual([]);
  expect(askedIn("The pipeline runs.")).toEqual(["pipeline"]);
  expect(askedIn("Memory gets scarce.")).toEqual(["Memory"]);
});

test("a text that is shown, a name in code and a word of the product say nothing", () => {
  expect(kindsIn('The program displays "Workflows are synchronised reliably" and ends.')).toEqual([]);
  expect(kindsIn("The value of `mechanism` is kept.")).toEqual([]);
  const change = changeOf(null, "Each Workflow has an Orchestrator.");
  const glossary = { product: ["workflow", "orchestrator"], vague: [], heavy: [] };
  expect(byRules(change, contextOf()).path).toBe("design");
  expect(byRules(change, contextOf(), glossary)).toMatchObject({
    path: "code",
    reason: "",
  });
});

test("a repository's own words speak", () => {
  const glossary = { product: [], vague: ["housekeeping"], heavy: ["quorum (all|some)"] };
  const said = byRules(changeOf(null, "A quorum is needed; housekeeping runs."), contextOf(), glossary);
  expect(said.criteria[0]).toMatchObject({ because: "“housekeeping”" });
});

test("silence claims nothing, and what a change did is no reason for the direct path", () => {
  const exact =
    "If `retries` is 3, the client must set `state` to `FAILED` and throw an error with code 40160.";
  expect(ruled(exact)).toMatchObject({ path: "code", confidence: 0.9, reason: "" });
  expect(ruled("It waits until the page is there, at most 5 s.", "It waits.").reason).toBe("");
});

test("a single hint is no verdict", () => {
  expect(ruled("When `limit` is 0, the `list` may be empty: `[]`.")).toMatchObject({
    path: "code",
    reason: "",
  });
});

test("only what the change brought is heard", () => {
  const { path } = ruled(
    "The list stays responsive. It has 20 rows.",
    "The list stays responsive. It has 10 rows.",
  );
  expect(path).toBe("code");
});

test("test data is what brings a value, and its lack alone never calls for a design", () => {
  const dataOf = (text: string) => ruled(text).criteria.find(({ id }) => id === "test-data");
  expect(dataOf("For example `a+b` gives `ab`.")).toMatchObject({ verdict: "yes" });
  expect(dataOf("For example, somebody writes a letter.")).toMatchObject({ verdict: "no" });
  expect(dataOf("It is:\n\n```python\ndef double(n):\n    return n * 2\n```")).toMatchObject({
    verdict: "no",
  });
  expect(dataOf("It is:\n\n```python\ndef f(n):\n    return n\n\nassert f(2) == 2\n```")).toMatchObject({
    verdict: "yes",
  });
  expect(dataOf("`n` is doubled.")?.need).toBeUndefined();
});

test("every term has a source, and is in once", () => {
  const terms = lexicon.flatMap((family) => family.terms.split("|"));
  expect(lexicon.filter(({ source }) => source === "")).toEqual([]);
  expect(terms.filter((term, i) => terms.indexOf(term) !== i)).toEqual([]);
});

describe("a feature in points", () => {
  const points = [
    "**Forecast center**",
    "- Command: `/forecast <team>`",
    "- Covers all teams",
    "- Shows the end",
  ];

  it("with nothing exact but how it is called is a goal without the how", () => {
    const { path, reason } = ruled(points.join("\n"));
    expect(path).toBe("design");
    expect(reason).toBe("points without a rule");
  });

  it.each([
    ["says what happens", [...points, "- Ends with 2 when the team is unknown"]],
    ["states a rule", [...points, "- The end must be a Monday"]],
    ["is a sentence with a list", ["The command shows a forecast.", ...points.slice(1)]],
    ["has one point", points.slice(0, 2)],
  ])("that %s is weighed by its words alone", (_, lines) => {
    expect(ruled(lines.join("\n")).path).toBe("code");
  });

  it("that was there before is no new feature", () => {
    expect(ruled(points.join("\n"), points.slice(0, 3).join("\n")).path).toBe("code");
  });
});

test("an example counts as test data where it came with the change; one that stood before is not denied", () => {
  const example = 'For example, `split("a,b")` gives `["a", "b"]`.';
  const dataOf = (text: string, before: string | null) =>
    ruled(text, before).criteria.find(({ id }) => id === "test-data")?.verdict;
  expect(dataOf(`It splits at commas. ${example}`, null)).toBe("yes");
  expect(dataOf(`It splits at each comma. ${example}`, `It splits at commas. ${example}`)).toBe("unclear");
  expect(dataOf("It splits at each comma.", "It splits at commas.")).toBe("no");
});
