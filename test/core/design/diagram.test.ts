import fc from "fast-check";
import { referenceDiagram, sequenceDiagram, stateDiagram } from "../../../src/core/design/diagram.ts";
import { findMessages } from "../../../src/core/design/find-messages.ts";
import { findStates } from "../../../src/core/design/find-states.ts";
import { findTransitions } from "../../../src/core/design/find-transitions.ts";
import { sentencesOf } from "../../../src/core/design/sentences.ts";
import { entryOf } from "../../support/spec-builders.ts";
import { type MermaidPage, openMermaid } from "../../support/mermaid-page.ts";

let page: MermaidPage | null = null;

beforeAll(async () => {
  page = await openMermaid();
});

afterAll(async () => {
  await page?.close();
});

/** Steps as `A > B (event)`. */
function steps(...texts: string[]): readonly string[] {
  const sentences = sentencesOf(texts.map((text, i) => entryOf(text, { id: `S${String(i + 1)}` })));
  return findTransitions(sentences, findStates(sentences, new Map())).map(
    ({ from, to, event }) => `${from} > ${to}${event === null ? "" : ` (${event})`}`,
  );
}

describe("steps between states", () => {
  it("are taken only where a sentence names both ends", () => {
    expect(steps("If the room is in the `OPEN` status, it must transition to `CLOSED`.")).toEqual([
      "OPEN > CLOSED",
    ]);
    expect(
      steps("When a `STOP` message is received while in the `OPEN` state, it enters the `DONE` state."),
    ).toEqual(["OPEN > DONE (STOP)"]);
    expect(steps("If the state is `AA` or `BB`, then the queue moves to the `CC` state.")).toEqual([
      "AA > CC",
      "BB > CC",
    ]);
  });

  it("are not taken from denials, conditions and lone targets", () => {
    expect(steps("In the `OPEN` state it must not transition to the `CLOSED` state.")).toEqual([]);
    expect(steps("The queue transitions to the `CLOSED` state.")).toEqual([]);
    expect(steps("In the `OPEN` state, if the peer enters the `CLOSED` state, an error is raised.")).toEqual(
      [],
    );
    expect(steps("Send `OPEN` and then change to `CLOSED`.")).toEqual([]);
  });
});

describe("messages", () => {
  it("need a sender and a receiver", () => {
    const found = findMessages(
      sentencesOf([
        entryOf("The client sends a `HELLO` message to the server."),
        entryOf("The client receives a `WELCOME` from the server."),
        entryOf("A `BYE` is sent."),
        entryOf("The client must not send a `NOISE` to the server."),
      ]),
    );
    expect(found.map(({ from, to, what }) => `${from} ${what} ${to}`)).toEqual([
      "client HELLO server",
      "server WELCOME client",
    ]);
  });
});

const name = fc.oneof(
  fc.constantFrom(
    "end",
    "state",
    "[*]",
    "note",
    "A-->B",
    'x"]',
    "graph",
    "click",
    "%%{init}%%",
    "<b>",
    ";",
    ":",
    "#35;",
  ),
  fc.string({ maxLength: 20, unit: "binary" }),
  fc.string({ maxLength: 20 }),
);

describe("diagrams of any names", () => {
  it("are drawn by Mermaid itself", async () => {
    if (page === null) return;
    const drawn = page;
    const edge = fc.record({ from: name, to: name, id: name, event: fc.option(name), what: name });
    await fc.assert(
      fc.asyncProperty(fc.array(edge, { minLength: 2, maxLength: 6 }), async (edges) => {
        const entries = edges.map(({ from, to }) => entryOf("", { id: from, references: [to] }));
        const all = [stateDiagram(edges), sequenceDiagram(edges), referenceDiagram(entries)];
        for (const diagram of all) if (diagram !== null) expect(await drawn.problem(diagram)).toBeNull();
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it("would be refused if they were wrong", async () => {
    if (page === null) return;
    expect(await page.problem('stateDiagram-v2\n  state "a" as')).not.toBeNull();
  });
});
