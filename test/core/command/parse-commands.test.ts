import { parseCommands } from "../../../src/core/command/parse-commands.ts";

/** Comment body → the commands found, as `name`, `name!` for a problem, `name?` for "did you mean". */
const table: readonly (readonly [string, string])[] = [
  ["/generate", "generate"],
  ["/generate all", "generate"],
  ["  /generate", "generate"],
  ["   /generate", "generate"],
  ["    /generate", ""],
  ["\t/generate", ""],
  ["\u00a0/generate", "generate"],
  ["/generate\u00a0all", "generate"],
  ["\ufeff/generate", "generate"],
  ["/generate\r\n", "generate"],
  ["Thanks!\r\n\r\n/generate\r\n", "generate"],
  ["Thanks!\n/generate", "generate"],
  ["please /generate", ""],
  ["- /generate", ""],
  ["1. /generate", ""],
  ["> /generate", ""],
  [">/generate", ""],
  ["> > /generate", ""],
  ["> quoted\n/generate", ""],
  ["> quoted\n\n/generate", "generate"],
  [">\n/generate", "generate"],
  ["> ```\n> /generate\n> ```\n/help", "help"],
  ["On Tue, Ann wrote:\n> /generate\n> more\n\n/status", "status"],
  ["/status\n\nOn Tue, Ann wrote:\n> /generate", "status"],
  ["/status\n\n-----Original Message-----\nFrom: Ann\n\n/generate", "status"],
  ["`/generate`", ""],
  ["``/generate``", ""],
  ["`a\n/generate\nb`", ""],
  ["`a\n\n/generate\n\nb`", "generate"],
  ["one ` tick\n/generate", "generate"],
  ["``` \n/generate\n```", ""],
  ["```\n/generate\n```\n/help", "help"],
  ["```sh\n/generate\n```", ""],
  ["~~~\n/generate\n~~~", ""],
  ["~~~\n/generate\n```\n/help\n~~~", ""],
  ["````\n```\n/generate\n````", ""],
  ["```\n/generate", ""],
  ["- ```\n  /generate\n  ```", ""],
  ["<!-- /generate -->", ""],
  ["<!--\n/generate\n-->", ""],
  ["<!--\n/generate\n-->\n/help", "help"],
  ["text <!--\n/generate\n--> text", ""],
  ["<!-- never closed\n\n/generate", ""],
  ["<pre>\n/generate\n</pre>", ""],
  ["<details>\n\n/generate\n\n</details>", "generate"],
  ["/generatex", "generate?"],
  ["/genrate", "generate?"],
  ["/hlep", "help?"],
  ["/GENERATE", "generate"],
  ["/Generate RTN15a", "generate"],
  ["/generate\n/help", "generate help"],
  ["/explain RTN15a\n\ntext\n\n/status", "explain status"],
  ["/lgtm", ""],
  ["/approve", ""],
  ["/hold", ""],
  ["/close", ""],
  ["/assign @ann", ""],
  ["/usr/local/bin", ""],
  ["/path/to/file", ""],
  ["/generate/all", ""],
  ["/generate.", ""],
  ["//generate", ""],
  ["\\/generate", ""],
  ["/", ""],
  ["", ""],
  ["@dependabot merge", ""],
  ["/generate RTN15a --path code -- keep `x`", "generate"],
  ["/generate --path", "generate!"],
  ["/generate --path sideways", "generate!"],
  ["/generate --pth code", "generate!"],
  ["/generate ../../etc", "generate!"],
  ["/generate --repo=evil/x", "generate!"],
  ["/generate $(id)", "generate!"],
  ["/generate —path design", "generate"],
  ["/explain", "explain!"],
  ["/path RTN15a", "path!"],
  ["/path RTN15a code", "path"],
  ["/revise", "revise!"],
  ["/help me", "help!"],
];

test.each(table)("%j", (body, expected) => {
  const found = parseCommands(body).map((parsed) => {
    if (parsed.type === "unknown") return `${parsed.suggestion}?`;
    return parsed.type === "problem" ? `${parsed.command.name}!` : parsed.command.name;
  });
  expect(found.join(" ")).toBe(expected);
});

test("the table is large enough to mean something", () => {
  expect(table.length).toBeGreaterThanOrEqual(60);
});

const requests: readonly (readonly [string, object])[] = [
  [
    "/generate RTN15a, `RTL7*` --target sdk-js sdk-go --path=design --dry-run -- mind the --order",
    {
      name: "generate",
      ids: ["RTN15a", "RTL7*"],
      path: "design",
      targets: ["sdk-js", "sdk-go"],
      dryRun: true,
      together: false,
      acceptOpen: false,
      commit: null,
      note: "mind the --order",
    },
  ],
  [
    '/generate "condition 4.3.2" --together',
    {
      name: "generate",
      ids: ["condition 4.3.2"],
      path: null,
      targets: [],
      dryRun: false,
      together: true,
      note: null,
    },
  ],
  [
    "/path RTN15a RTN15b Design because the order is shared",
    { name: "path", ids: ["RTN15a", "RTN15b"], path: "design", because: "the order is shared" },
  ],
  ["/path RTN15a auto", { name: "path", ids: ["RTN15a"], path: "auto", because: null }],
  ["/explain (RTN15a)", { name: "explain", ids: ["(RTN15a)"] }],
  [
    '/explain "auth#The user\'s session, & more"',
    { name: "explain", ids: ["auth#The user's session, & more"] },
  ],
  ["/explain “condition 4.3.2”", { name: "explain", ids: ["condition 4.3.2"] }],
  ["/explain User's session", { name: "explain", ids: ["User's", "session"] }],
  ['/path "--path" none', { name: "path", ids: ["--path"], path: "none", because: null }],
  ["/revise use RTL7c's name", { name: "revise", instructions: "use RTL7c's name" }],
];

test.each(requests)("%j is understood", (body, request) => {
  expect(parseCommands(body)).toMatchObject([{ type: "command", request }]);
});

test("64 kB of anything is read to its end", () => {
  for (const piece of ["`", "``\n`", "<!--", "- ", "> ", "/", "/generate\n", "<pre>", "~~~\n", "` ``"]) {
    expect(parseCommands(`/help\n${piece.repeat(65_536 / piece.length)}`)[0]).toMatchObject({
      type: "command",
    });
  }
});
