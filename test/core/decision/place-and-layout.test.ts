import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";

/** What a page demands by where a text stands in it, and how deep: none of these edits changes a word of an entry. */
type Edit = readonly [name: string, before: string, after: string];

const page = (text: string): string =>
  `# Product\n\n## Part\n\n- \`(A1)\` Names have 1 to 64 characters.\n- \`(A2)\` Logs carry the request id.\n- \`(A3)\` ${text}\n`;
const inPage = (name: string, before: string, after: string): Edit => [name, page(before), page(after)];
const sections = (...parts: readonly (readonly [title: string, ...entries: string[]])[]): string =>
  `# App\n\n${parts.map(([title, ...entries]) => `## ${title}\n\n${entries.map((text) => `- ${text}\n`).join("")}`).join("\n")}`;

const share = "`(B1)` Members can share a note.";
const fold = "`(B2)` Members can fold a note.";
const print = "`(B3)` Members can print a note.";
const fields = ["`(B1)` `name` is the name.", "`(B2)` `age` is the age in years."] as const;
const kiosk = (title: string, story: string, slips: string): string =>
  `# Kiosk\n\n### Requirement 1: ${title}\n\n**User Story:** As ${story}, I want to close the till, so that cash is safe.\n\n#### Acceptance Criteria\n\n1. WHEN the till is closed, THE Kiosk SHALL print ${slips}.\n2. WHEN the slip is printed, THE Kiosk SHALL lock the drawer.\n`;

const turned: readonly Edit[] = [
  inPage(
    "a list item that no longer depends on a condition",
    "On sign-out:\n  - if the cart is shared\n    - keep the cart\n    - tell the others",
    "On sign-out:\n  - if the cart is shared\n    - keep the cart\n  - tell the others",
  ),
  inPage(
    "a key of YAML under another one",
    "It reads:\n  ```yaml\n  limits:\n    read: 5\n    write: 2\n  ```",
    "It reads:\n  ```yaml\n  limits:\n    read: 5\n  write: 2\n  ```",
  ),
  inPage(
    "a statement outside its branch",
    "Do:\n  ```python\n  if shared:\n      keep()\n      tell()\n  ```",
    "Do:\n  ```python\n  if shared:\n      keep()\n  tell()\n  ```",
  ),
  inPage(
    "a full stop that ends a condition",
    "If the token has expired, reject the call; write an audit line.",
    "If the token has expired, reject the call. Write an audit line.",
  ),
  inPage("a name between signs in code", "It is sent to `/v1/<user>`.", "It is sent to `/v1/<team>`."),
  inPage(
    "a name between signs in a fence",
    "It is:\n  ```\n  <user>\n  ```",
    "It is:\n  ```\n  <team>\n  ```",
  ),
  [
    "out of scope",
    sections(["In scope", share, fold], ["Out of scope", print]),
    sections(["In scope", fold], ["Out of scope", print, share]),
  ],
  [
    "from could to must",
    sections(["Could have", share, fold], ["Must have", print]),
    sections(["Could have", fold], ["Must have", print, share]),
  ],
  [
    "an order under another actor",
    sections(
      ["Administrators", "`(B1)` Delete a list.", "`(B2)` Rename a list."],
      ["Guests", "`(B3)` Print it."],
    ),
    sections(
      ["Administrators", "`(B2)` Rename a list."],
      ["Guests", "`(B3)` Print it.", "`(B1)` Delete a list."],
    ),
  ],
  [
    "a section that binds otherwise",
    sections(["Optional fields", ...fields]),
    sections(["Required fields", ...fields]),
  ],
  [
    "a section that is due now",
    sections(["Planned for later", share, fold]),
    sections(["Release 1", share, fold]),
  ],
  [
    "the rule for all others first",
    sections(["Price", "`(B1)` Members pay half.", "`(B2)` Otherwise the price is paid."]),
    sections(["Price", "`(B2)` Otherwise the price is paid.", "`(B1)` Members pay half."]),
  ],
  [
    "a title for others",
    kiosk("Slips for members", "a clerk", "a slip"),
    kiosk("Slips for guests", "a clerk", "a slip"),
  ],
];

const review = (before: string, after: string) =>
  reviewSpecs({
    base: "base",
    head: "head",
    baseFiles: [{ path: "specs/page.md", text: before }],
    headFiles: [{ path: "specs/page.md", text: after }],
  }).recommendations;

test.each(turned)("%s is never nothing to build, either way", (_name, before, after) => {
  for (const [from, to] of [
    [before, after],
    [after, before],
  ] as const)
    expect(review(from, to).some(({ path }) => path !== "none")).toBe(true);
});

const pathOf = (id: string, before: string, after: string): string | undefined =>
  review(before, after).find(({ change }) => change.id.endsWith(id))?.path;

test("a story that somebody else tells is read, also where its criteria changed", () => {
  const before = kiosk("Closing", "an administrator", "a slip");
  expect(pathOf("Requirement 1", before, kiosk("Closing", "a trainee", "two slips"))).toBe("code");
  expect(pathOf("Requirement 1", before, kiosk("Closing", "an administrator", "two slips"))).toBeUndefined();
});

const twoCases = (first: string, second: string): string =>
  sections(["Cart", `\`(B1)\` After payment a receipt is sent.${first}`, `\`(B2)\` ${second}`]);

test("a sentence that moved to another case is read where it went, too", () => {
  const sentence = " The cart is emptied without a question.";
  const cancelled = "When the visit is cancelled, a note is kept.";
  expect(pathOf("B1", twoCases(sentence, cancelled), twoCases("", `${cancelled}${sentence}`))).toBe("code");
});

test("a rule that was deleted under a heading with children is no heading only", () => {
  const head = (rule: string): string =>
    `# App\n\n- \`(B1)\` Retries\n${rule}  - \`(B1a)\` The delay is 5 s.\n`;
  const said = pathOf("B1", head("\n  The client retries three times.\n\n"), head(""));
  expect(said).toBe("code");
});

const same: readonly Edit[] = [
  inPage(
    "two spaces for four",
    "Both:\n  - one\n    - two\n  - three",
    "Both:\n  - one\n      - two\n  - three",
  ),
  inPage(
    "white space of JSON",
    'It is:\n  ```json\n  {\n    "a": 1\n  }\n  ```',
    'It is:\n  ```json\n  { "a": 1 }\n  ```',
  ),
  inPage("a semicolon for a stop", "The name is kept; the photo goes.", "The name is kept. The photo goes."),
  ["another title", sections(["Sharing", share, fold]), sections(["Sharing notes", share, fold])],
  [
    "a rule with a subject of its own elsewhere",
    sections(["Sharing", share, fold], ["Folding", print]),
    sections(["Sharing", share], ["Folding", print, fold]),
  ],
];

test.each(same)("%s asks for nothing", (_name, before, after) => {
  expect(review(before, after).filter(({ path }) => path !== "none")).toEqual([]);
});
