import { isShortFor } from "../../../../src/core/entries/dialects/short-for.ts";
import { parseSpec } from "../../../../src/core/entries/parse-spec.ts";

const idsOf = (title: string, lines: readonly string[], path = "spec.md") =>
  parseSpec([{ path, text: [`# ${title}`, "", ...lines].join("\n") }]).files.flatMap(({ entries }) =>
    entries.map(({ id }) => id.slice(id.indexOf("#") + 1)).filter((id) => !/^\p{Ll}/u.test(id)),
  );

it.each<[string, string, string[], string[]]>([
  ["one in bold that states a rule", "Evictions", ["- **STORE-4** The oldest must go."], ["STORE-4"]],
  ["one in brackets that states a rule", "Evictions", ["[STORE-4] The oldest must go."], ["STORE-4"]],
  ["one in code that states a rule", "Letters", ["- `MB-12` A letter shall leave once."], ["MB-12"]],
  ["a plain one before a sentence", "Gate", ["GT-5 The gate shall close after 20 s."], ["GT-5"]],
  [
    "a heading whose section states a rule",
    "Evictions",
    ["## STORE-4 Order", "", "The oldest goes first. Pinned items MUST stay."],
    ["STORE-4"],
  ],
  [
    "a row below ID that states a rule",
    "Letters",
    ["| ID | Rule |", "|---|---|", "| LTR-9 | A letter shall leave once. |"],
    ["LTR-9"],
  ],
  [
    "two rows below ID, counted from any number",
    "Letters",
    ["| ID | Behaviour |", "|---|---|", "| POST-7 | A letter leaves once. |", "| POST-8 | It is stamped. |"],
    ["POST-7", "POST-8"],
  ],
  [
    "rows below ID and Requirement whose letters mostly count work, short for the title",
    "Water pumps",
    [
      "| ID | Requirement |",
      "|---|---|",
      "| WP-1 | A pump has two valves. |",
      "| WP-2 | It stops when dry. |",
    ],
    ["WP-1", "WP-2"],
  ],
  [
    "headings of one chapter, counted from one",
    "Kitchen",
    [
      "### OVN-3.1 Heat",
      "",
      "Heat is even.",
      "",
      "### OVN-3.2 Door",
      "",
      "It opens.",
      "",
      "### OVN-3.3 Lamp",
      "",
      "Lit.",
    ],
    ["OVN-3.1", "OVN-3.2", "OVN-3.3"],
  ],
  [
    "two headings with titles, counted from any number",
    "Doors",
    ["## LOCK-7 Night", "", "Locked from ten.", "", "## LOCK-8 Day", "", "Open from six."],
    ["LOCK-7", "LOCK-8"],
  ],
  [
    "headings of which one is struck through",
    "Fees",
    ["## FEE-1 Base", "", "2 euros a month.", "", "## FEE-2 ~~Late fee~~ (withdrawn)", "", "Withdrawn."],
    ["FEE-1", "FEE-2"],
  ],
  [
    "a letter behind an area",
    "Sign-in",
    ["- **AUTH-P1**: A password has 12 characters.", "- **AUTH-P2**: A password is never logged."],
    ["AUTH-P1", "AUTH-P2"],
  ],
  [
    "letters without a hyphen in brackets",
    "Printer",
    ["1. [PQ1] Jobs print in the order they came.", "2. [PQ2] A job without pages is dropped."],
    ["PQ1", "PQ2"],
  ],
  [
    "letters without a hyphen that begin the title",
    "Shipping",
    ["- **SH1** Orders over 50 ship for free.", "- **SH2** Orders abroad take 5 days."],
    ["SH1", "SH2"],
  ],
  [
    "those left of a series that are short for the title",
    "Refunds",
    ["- **REF-1** Refunds go back to the card.", "- **REF-3** Nothing is refunded after 30 days."],
    ["REF-1", "REF-3"],
  ],
  [
    "letters of tests that are the title's initials",
    "Tenant catalogue",
    ["- **TC-1** A tenant sees its own items.", "- **TC-2** An item without a price is hidden."],
    ["TC-1", "TC-2"],
  ],
  [
    "letters of work that are the title's initials, in headings",
    "Water pumps",
    ["## WP-1 Start", "", "A pump starts below 20 cm.", "", "## WP-2 Stop", "", "A pump stops above 80 cm."],
    ["WP-1", "WP-2"],
  ],
  [
    "a word for other things where all state rules",
    "Book layout",
    ["[PAGE-1] When a page is full, a new one shall begin.", "", "[PAGE-2] A page shall carry its number."],
    ["PAGE-1", "PAGE-2"],
  ],
  [
    "several areas with one ID each, set in brackets",
    "CLK: clock, technical specification",
    [
      "### **[CLK-TICK.1]**",
      "",
      "```ts",
      "tick();",
      "```",
      "",
      "### **[CLK-STOP.1]**",
      "",
      "```ts",
      "stop();",
      "```",
    ],
    ["CLK-TICK.1", "CLK-STOP.1"],
  ],
])("reads %s", (_, title, lines, ids) => {
  expect(idsOf(title, lines)).toEqual(ids);
});

it.each<[string, string, string[]]>([
  [
    "test cases under a title with their initials",
    "Tenant catalogue",
    [
      "- **TC-1**: Verify that a tenant sees its items.",
      "- **TC-2**: Open an item. Expected: it has a price.",
    ],
  ],
  [
    "a section of test cases that say what must be",
    "Tenant catalogue",
    ["## Test cases", "", "- **TC-1**: The list must be empty.", "- **TC-2**: The list must have an item."],
  ],
  [
    "work packages under a title with their initials",
    "Water pumps",
    ["## Work packages", "", "- **WP-1**: The pump shall be bought.", "- **WP-2**: The pump shall be laid."],
  ],
  [
    "work that orders something to be made",
    "Water pumps",
    ["- **WP-1**: Build the control of the pump.", "- **WP-2**: Migrate the data of the old pump."],
  ],
  [
    "assumptions and questions",
    "Quotas",
    [
      "## Assumptions",
      "",
      "- **QT-4**: Every user must have mail.",
      "",
      "## Open questions",
      "",
      "- **OQ-1**: Must it be?",
    ],
  ],
  [
    "decisions",
    "Decoder",
    ["## Decisions", "", "- **DEC-1**: Frames must be kept.", "- **DEC-2**: It must be C."],
  ],
  [
    "names of ciphers",
    "Encryption",
    ["- **AES-256**: All backups must use it.", "- **CHACHA-20** MUST be allowed."],
  ],
  [
    "names of parts of a device",
    "Panel",
    [
      "- **LED1**: Lights when the pump runs.",
      "- **LED2**: Lights when it is full.",
      "- **LED3**: Lights on a fault.",
    ],
  ],
  ["bare headings of names", "Ports", ["## USB-2", "", "480 Mbit/s.", "", "## USB-3", "", "5 Gbit/s."]],
  ["ranges of IDs", "Types", ["## TD1-TD5 Token", "", "The type must have all attributes."]],
  [
    "placeholders",
    "Template",
    ["## [PART_2_TITLE]", "", "[PART_2_BODY]", "", "## [PART_3_TITLE]", "", "[PART_3_BODY]"],
  ],
  [
    "numbers of tickets",
    "Export",
    ["- **PROJ-1432**: The export must be faster.", "- **PROJ-1407**: It must be blue."],
  ],
  ["references", "Alarm", ["## References", "", "- **PUMP-4**: The pump must stop (pump spec)."]],
  ["steps", "Installation", ["1. **STEP-1** You must download it.", "2. **STEP-2** You must run it."]],
])("does not read %s", (_, title, lines) => {
  expect(idsOf(title, lines)).toEqual([]);
});

it("reads letters of tests as tests beside requirements", () => {
  const tests = ["- **TC-1** A tenant sees its own items.", "- **TC-2** An item has a price."];
  expect(idsOf("Tenant catalogue", ["- **FR-1**: Items MUST be listed.", ...tests])).toEqual(["FR-1"]);
});

it("takes a lone ID without a rule only in a file called a specification", () => {
  const lines = ["- **REF-1** Refunds go back to the card."];
  expect(idsOf("Refunds", lines)).toEqual(["REF-1"]);
  expect(idsOf("Refunds", lines, "docs/money.md")).toEqual([]);
});

it.each([
  ["TC", "The tenant catalogue", true],
  ["PL", "Paging of lists", true],
  ["PAGE", "Paging of lists", true],
  ["CHK", "Checkout", true],
  ["UN", "Undo", true],
  ["EN", "Open doors", false],
  ["CHK", "Archives", false],
  ["T", "Tickets", false],
  ["TC", "", false],
])("%s is short for %j: %s", (letters, title, isShort) => {
  expect(isShortFor(letters, title)).toBe(isShort);
});
