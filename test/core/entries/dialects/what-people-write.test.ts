import { parseSpec, readFile } from "../../../../src/core/entries/parse-spec.ts";

const entriesOf = (path: string, ...lines: string[]) =>
  parseSpec([{ path, text: lines.join("\n") }]).files.flatMap(({ entries }) => entries);
const namesIn = (path: string, ...lines: string[]) =>
  entriesOf(path, ...lines).map(({ id }) => id.slice(id.indexOf("#") + 1));

it.each<[string, string[], string[]]>([
  [
    "an area between the letters and the number, whatever it is",
    ["- **FR-A01**: Sign in.", "- **FR-TASK-02**: Add a task.", "- **NFR-T01**: Fast."],
    ["FR-A01", "FR-TASK-02", "NFR-T01"],
  ],
  [
    "tests and tasks as before",
    ["- **FR-1**: Sign in.", "- **T-1**: Do it.", "- **TC-SEC-1**: Try it."],
    ["FR-1"],
  ],
  [
    "what must, should and could be",
    ["### Must", "- **M1. Pump**: It pumps.", "### Should", "- S1. It hums.", "### Could", "- C1. It sings."],
    ["M1", "S1", "C1"],
  ],
  ["milestones as before", ["- **FR-1**: It pumps.", "- **M1**: In March.", "- **M2**: In May."], ["FR-1"]],
  [
    "a letter and a number in a table of requirements",
    ["| ID | Requirement | Test |", "|---|---|---|", "| R1 | Keep a log | log |", "| R2 | Show it | page |"],
    ["R1", "R2"],
  ],
  [
    "letters of tests and tasks where a table of requirements states a rule with them",
    ["| ID | Requirement |", "|---|---|", "| TEST-1 | Each pump shall be tried. |", "| TEST-2 | R1 |"],
    ["TEST-1"],
  ],
])("reads %s", (_, lines, ids) => {
  expect(namesIn("docs/PRD.md", "# Pump", "", ...lines)).toEqual(ids);
});

it("gives a bold title with an ID what stands below it", () => {
  const entries = entriesOf(
    "prd.md",
    "## Orders",
    "",
    "**FR-1: Cancelling**",
    "- within an hour",
    "- with a reason",
    "",
    "**FR-2: Paying**",
    "",
    "By card.",
    "",
    "| Card | Fee |",
    "|---|---|",
    "| A | 1 % |",
    "",
    "---",
    "",
    "Words.",
    "",
    "**FR-3**: The receipt has:",
    "",
    "1. a number",
    "",
    "Other words.",
  );
  expect(entries.map(({ line, endLine }) => [line, endLine])).toEqual([
    [3, 5],
    [7, 13],
    [19, 21],
  ]);
  expect(entries[0]?.text).toBe("Cancelling\n- within an hour\n- with a reason");
});

describe("rows", () => {
  const rules = Array.from({ length: 12 }, (_, at) => [
    `| <a name="2.${at}">${at}</a> | A hub MUST keep port ${at}. |`,
    `| [why](#2.${at} "why") | *Ports are dear.* |`,
  ]).flat();
  const page = [
    "# Hub",
    "",
    "Words as in RFC 2119.",
    "",
    "### Glossary",
    "",
    "| Term | Definition |",
    "|---|---|",
    '| <a name="hub">Hub</a> | It MUST have ports. |',
    "",
    "## Rules",
    "",
    "| ID | Rule |",
    "|---|---|",
    ...rules,
  ];

  it("that are linked to the row above belong to it; those of a glossary are none", () => {
    const rows = entriesOf("README.md", ...page).filter(({ kind }) => kind === "row");
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({ id: "README.md#2.0", line: 15, endLine: 16 });
    expect(rows[0]?.text).toBe("A hub MUST keep port 0.\n*Ports are dear.*");
  });

  it("of a read-me are read where it says how its words bind", () => {
    expect(entriesOf("README.md", ...page.filter((line) => !line.includes("2119")))).toEqual([]);
    expect(entriesOf("CONTRIBUTING.md", ...page)).toEqual([]);
  });

  it("of risks are no rules", () => {
    const lines = [
      "# Bird PRD",
      "",
      "## Risks",
      "",
      "| Constraint / Risk | Help |",
      "|---|---|",
      "| No GPU | Wait |",
    ];
    expect(entriesOf("docs/PRD.md", ...lines).filter(({ kind }) => kind === "row")).toEqual([]);
  });
});

describe("features of a document without IDs", () => {
  it.each<[string, string[], string[]]>([
    [
      "items of a list",
      ["## Features", "", "1. Search", "   - by name", "   - by date", "2. Export", "   - as CSV"],
      ["features", "features/search", "features/export"],
    ],
    [
      "bold items",
      ["## 2. Must have", "", "- **Login** with a mail address", "- **Logout**"],
      ["2-must-have", "2-must-have/login", "2-must-have/logout"],
    ],
    [
      "bold lines with a list",
      [
        "## Core features",
        "",
        "**Import**",
        "- reads CSV",
        "- skips blanks",
        "",
        "**Undo**",
        "",
        "Ten steps.",
      ],
      ["core-features", "core-features/import", "core-features/undo"],
    ],
    [
      "in another language",
      ["## 核心功能", "", "- 登录", "- 导出"],
      ["核心功能", "核心功能/登录", "核心功能/导出"],
    ],
    [
      "a bold title with what it has",
      ["## Reports", "", "- **Daily report**", "  - sales", "  - returns", "- Weekly"],
      ["reports", "reports/daily-report"],
    ],
    [
      "nothing of what is not asked",
      ["## Non-functional: later features", "", "- Chat"],
      ["non-functional-later-features"],
    ],
    [
      "nothing of a section that is a feature",
      ["## Feature 1: Search", "", "- by name"],
      ["feature-1-search"],
    ],
    [
      "a rule as the entry that it is",
      ["## Features", "", "- **Locks**", "  - MUST open", "  - shine"],
      ["features", "features/locks", "features/must-open"],
    ],
    ["no priority as a rule", ["## Search", "", "**Priority:** P0 (must ship)"], ["search"]],
  ])("are %s", (_, lines, ids) => {
    expect(namesIn("docs/prd.md", ...lines)).toEqual(ids);
  });

  it("have all that is nested in their text", () => {
    const [, search] = entriesOf(
      "docs/prd.md",
      "## Features",
      "",
      "- **Search**",
      "  - by name",
      "    - or number",
    );
    expect(search).toMatchObject({ kind: "feature", line: 3, endLine: 5 });
    expect(search?.text).toBe("**Search**\n\n- by name\n  - or number");
  });
});

describe("a title with the number of a proposal", () => {
  const proposal = (title: string): string[] => [
    `# ${title}`,
    "",
    "## Motivation",
    "",
    "Deliveries get lost.",
    "",
    "## Requirements",
    "",
    "- Each parcel has a receipt",
    "- A receipt lasts a year",
    "",
    "## Alternatives",
    "",
    "A book of receipts.",
  ];
  const readAs = (title: string) =>
    parseSpec([{ path: "parcels/0007-receipts.md", text: proposal(title).join("\n") }], {
      spec: ["parcels/**"],
      dialects: {},
    }).files.flatMap(({ entries }) => entries.map(({ line }) => line));

  it("names the document, whose sections and lists are its entries", () => {
    expect(readAs("PXP-0007: Receipts")).toEqual(expect.arrayContaining([7, 9, 10]));
  });

  it("is an entry where its letters say that it is a requirement", () => {
    expect(readAs("REQ-0007: Receipts")).toEqual([1]);
  });

  it("is an entry where the document argues for nothing", () => {
    const text =
      "# MASV-AUTH-1\n\n## Statement\n\nThe app signs out after an hour.\n\n## Rationale\n\nPhones get lost.";
    const { files } = parseSpec([{ path: "controls/MASV-AUTH-1.md", text }]);
    expect(files.flatMap(({ entries }) => entries.map(({ line }) => line))).toEqual([1]);
  });
});

describe("stories as items of a list", () => {
  it.each([
    ["As a guest, I want to park, so that I can eat", "As an owner I'd like to lock the gate"],
    ["As a member I would like to be able to leave", "As the warden we need a list"],
    ["Als gast wil ik kunnen parkeren, zodat ik kan eten", "Als beheerder moet ik de poort kunnen sluiten"],
    ["Als Gast möchte ich parken", "Als Wart brauche ich eine Liste"],
    ["En tant qu'invité, je veux me garer", "En tant que gardien, j'aimerais une liste"],
    ["Como invitado quiero aparcar", "Como dueño, necesito una lista"],
    ["Como convidado, quero estacionar", "Como dono gostaria de uma lista"],
    ["Come ospite vorrei parcheggiare", "Come custode, voglio una lista"],
    ["Som gäst vill jag parkera", "Som vert ønsker jeg en liste"],
    ["Jako gość chcę parkować", "Jako dozorca, potrzebuję listy"],
    ["ゲストとして、駐車したい", "管理者として一覧を見たい"],
    ["作为访客,我想停车", "作为管理员，我需要一份名单"],
  ])("are entries: %s", (first, second) => {
    const lines = [
      "# Yard",
      "",
      "## Guests",
      "",
      `1. ${first}`,
      "2. The gate is green",
      "",
      "## Owners",
      "",
      `- **${second}**`,
    ];
    expect(entriesOf("docs/user-stories.md", ...lines).map(({ line }) => line)).toEqual([1, 3, 5, 8, 10]);
  });

  it("are entries beside rules, with what is nested in them", () => {
    const rules = Array.from({ length: 9 }, (_, at) => `- Gate ${at} must close.`);
    const stories = ["- As a guest", "  I want to park", "  - for an hour"];
    const found = entriesOf("docs/user-stories.md", "# Yard", "", ...rules, "", "## Guests", "", ...stories);
    expect(found.slice(-2).map(({ line, endLine }) => [line, endLine])).toEqual([
      [13, 17],
      [15, 17],
    ]);
  });

  it("make a specification of a file, where there are three", () => {
    const stories = [
      "- As a guest I want to park",
      "- As a guest I want to pay",
      "- As a guest I want to leave",
    ];
    expect(entriesOf("yard.md", "# Yard", "", ...stories)).toHaveLength(4);
    expect(entriesOf("yard.md", "# Yard", "", ...stories.slice(1))).toHaveLength(0);
  });

  it.each(["As an aside, the gate is green", "As said, I want to park"])("are not %s", (line) => {
    expect(entriesOf("docs/user-stories.md", "# Yard", "", `- ${line}`)).toHaveLength(1);
  });
});

describe("a list with a rule in it, in a document of few rules", () => {
  const page = [
    "# Barge",
    "",
    "## Loading",
    "",
    "- A crate is weighed.",
    "- The hatch must be shut before sailing.",
    "- Most crates: 40.",
    "",
    "Colours of a crate:",
    "",
    "- red or green",
    "",
    "## Non-goals",
    "",
    "- Sailing at night.",
    "- It must not be a ferry.",
  ];
  const linesOf = (versions: readonly string[][]) =>
    versions.map((lines) => readFile(at(lines), versions.map(at), {}).entries.map(({ line }) => line));
  const at = (lines: readonly string[]) => ({ path: "docs/product-spec.md", text: lines.join("\n") });

  it("is entries, each of its items", () => {
    expect(linesOf([page])[0]).toEqual([1, 3, 5, 6, 7, 13, 16]);
  });

  it("is read so on both sides, where it has the rule on one", () => {
    const before = page.with(5, "- The hatch is shut before sailing.");
    expect(linesOf([before, page])[0]).toEqual([1, 3, 5, 6, 7, 13, 16]);
  });

  it("is as it was in a document of many rules", () => {
    const rules = Array.from({ length: 8 }, (_, n) => ["", `Rope ${n} must hold.`]).flat();
    expect(linesOf([[...page, ...rules]])[0]?.slice(0, 4)).toEqual([1, 3, 6, 13]);
  });

  it("is as it was where capitals say what binds, and where its items are steps", () => {
    const capitals = page.with(5, "- The hatch MUST be shut before sailing.");
    expect(linesOf([capitals])[0]?.slice(0, 4)).toEqual([1, 3, 6, 13]);
    const steps = page.map((line) => line.replace(/^- /, "1. "));
    expect(linesOf([steps])[0]?.slice(0, 4)).toEqual([1, 3, 6, 13]);
  });
});

describe("a numbered table of requirements", () => {
  const table = (title: string, rows = 3): string[] => [
    "# Car park",
    "",
    `| # | ${title} | Priority |`,
    "|---|---|---|",
    ...Array.from({ length: rows }, (_, at) => `| ${at + 1} | The gate opens for car ${at}. | high |`),
  ];

  it("makes a specification of a file", () => {
    const names = ["car-park", "car-park/1", "car-park/2", "car-park/3"];
    expect(namesIn("docs/park.md", ...table("Requirement"))).toEqual(names);
    expect(namesIn("docs/park.md", ...table("Acceptance criterion"))).toEqual(names);
  });

  it("is one where its column says so and it has three rows", () => {
    expect(namesIn("docs/park.md", ...table("Owner"))).toEqual([]);
    expect(namesIn("docs/park.md", ...table("Requirement", 2))).toEqual([]);
    expect(namesIn("README.md", ...table("Requirement"))).toEqual([]);
  });
});
