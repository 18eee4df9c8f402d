import { literalsIn } from "../../../../../src/core/code/verification/demands/literals.ts";
import fc from "fast-check";
import { demandsOf } from "../../../../../src/core/code/verification/demands/demands.ts";

const none = new Set<string>();
const kinds = (text: string): string[] => demandsOf(text, none).map(({ kind, quote }) => `${kind}: ${quote}`);
const values = (text: string): string[] =>
  demandsOf(text, none).flatMap(({ literals }) =>
    literals.map(({ kind, text: of, isResult }) => `${kind} ${of}${isResult ? " (result)" : ""}`),
  );

test("each sentence, and each clause that fixes something of its own, is a demand", () => {
  expect(
    kinds(
      "`add` takes 1 to 20 items. A longer list fails with `too_many`, an empty one with `nothing_to_add`. The default order is `name`. " +
        "Items MUST NOT be changed; they are kept in the order of the call.",
    ),
  ).toEqual([
    "value: `add` takes 1 to 20 items.",
    "error: A longer list fails with `too_many`",
    "value: an empty one with `nothing_to_add`.",
    "default: The default order is `name`.",
    "prohibition: Items MUST NOT be changed;",
    "order: they are kept in the order of the call.",
  ]);
});

test("a condition stays with its consequence", () => {
  expect(kinds("When the state is `closed`, the call fails with code 80017.")).toHaveLength(1);
});

test("notes, examples, fences and tables ask for nothing", () => {
  expect(
    kinds(
      "Note: this is slow.\n\nFor example `a` is cut.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```json\n{}\n```\n",
    ),
  ).toEqual([]);
});

test.each([
  ["**Rationale**\n\nThe server must be asked once. It fails with `busy`.", "a titled section"],
  ["Rationale: the server must be asked once.\nIt fails with `busy`.", "a labelled paragraph"],
  ["> **Note:** the server must be asked once. It fails with `busy`.", "a quoted note"],
  ["> [!NOTE]\n> The server must be asked once.\n> It fails with `busy`.", "an alert"],
  ["- Example: the server must be asked once. It fails with `busy`.", "an item"],
  ["Test data: [`vectors/tiles.json`](vectors/tiles.json).", "a link to test data"],
])("what is said aside asks for nothing: %j (%s)", (aside) => {
  const rule = "Tiles MUST be kept for 5 minutes.";
  expect(kinds(`${rule}\n\n${aside}\n\n**Errors**\n\nAn empty tile fails with \`empty\`.`)).toEqual([
    `value: ${rule}`,
    "error: An empty tile fails with `empty`.",
  ]);
});

test("a title asks for nothing, nor does what opens a list", () => {
  expect(kinds("Adding a tile\n\nA tile MUST have a name.")).toEqual(["rule: A tile MUST have a name."]);
  expect(kinds("A client has options:")).toEqual([]);
  expect(kinds("Tiles")).toEqual([]);
});

test("reasons beside what is normative ask for nothing", () => {
  const asked = "The cache MUST hold at most 50 tiles.";
  expect(
    kinds(
      `${asked} Most map libraries offer a cache of tiles. This allows a quick return to \`home\`. The reason is cost. Some tiles fail with \`stale_tile\`.`,
    ),
  ).toEqual([`value: ${asked}`, "error: Some tiles fail with `stale_tile`."]);
});

test("where nothing is normative, every sentence asks", () => {
  expect(kinds("Most map libraries offer a cache of tiles.")).toHaveLength(1);
});

test("values are told from names, and results from what leads to them", () => {
  expect(
    values('When the state is `closed`, `send` fails with code 80017 and the message "channel is closed".'),
  ).toEqual(["string closed", "name send", "number 80017 (result)", "string channel is closed (result)"]);
  expect(values("Waits 10 seconds, as RFC 3339 and section 4.2 say, three times.")).toEqual([
    "number 10",
    "number three",
  ]);
});

test("an amount with a unit is looked for in the units that code counts in", () => {
  expect(demandsOf("It waits 2 minutes.", none)[0]?.literals[0]?.values).toEqual([2, 120, 120_000]);
});

test("every demand is a verbatim span of the text", () => {
  fc.assert(
    fc.property(
      fc.string({
        maxLength: 400,
        unit: fc.constantFrom(..."a A 1 . ; , ` - | : * (".split(" "), " ", "\n", '"'),
      }),
      (text) => {
        for (const { quote, start, end } of demandsOf(text, none)) expect(text.slice(start, end)).toBe(quote);
      },
    ),
  );
});

test("what something holds under a name is no value, what is returned by itself is", () => {
  const kindsOf = (text: string): readonly string[] =>
    literalsIn(text, new Set()).map(({ kind, text: literal }) => `${kind} ${literal}`);
  expect(kindsOf("It returns the `code` of the last failure.")).toEqual(["name code"]);
  expect(kindsOf("It returns `closed` when the link is gone.")).toEqual(["string closed"]);
});

test("what stands behind a colon belongs to what stands before it", () => {
  expect(kinds("Errors: the server answers 409 when the name is taken.")).toEqual([
    "error: Errors: the server answers 409 when the name is taken.",
  ]);
  expect(kinds("A job that is `busy` is kept: `E_BUSY` is what a second one fails with.")).toHaveLength(1);
});

test("a title on its own line is no part of the first sentence", () => {
  expect(kinds("Names\nA taken name fails with `taken`.")).toEqual([
    "error: A taken name fails with `taken`.",
  ]);
  expect(kinds("The names are those of\nAnn and Bob.")).toHaveLength(1);
});

test("a status that is answered is a result, and one that is met is none", () => {
  expect(values("The server answers 409. It responds with status `404`.")).toEqual([
    "number 409 (result)",
    "number 404 (result)",
  ]);
  expect(values("When the server answers `429`, the client waits.")).toEqual(["number 429"]);
});

it.each([
  "`[Checked]` If the `key` of a parcel is one of: `none, blank`, an error with code 40007 must be raised.",
  "[Checked] When the `key` is `a, b`, an error with `40007` is raised.",
])("a condition behind a mark, with a list in it, waits for its consequence: %s", (text) => {
  expect(demandsOf(text, none).map(({ quote }) => quote)).toEqual([text]);
});
