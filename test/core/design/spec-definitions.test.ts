import { referenceDiagram } from "../../../src/core/design/reference-diagram.ts";
import { specDefinitions } from "../../../src/core/design/spec-definitions.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import { entryOf } from "../../support/spec-builders.ts";

function definitionsOf(text: string, ...ids: string[]) {
  const files = [{ path: "queue.md", text }];
  const entries = parseSpec(files, {}).files.flatMap((file) => file.entries);
  return specDefinitions({
    entries: entries.filter(({ id }) => ids.includes(id)),
    files,
    parentOf: (id) => entries.find((entry) => entry.id === id)?.parent ?? null,
  });
}

const idl = `# Queue

- \`(Q1)\` Sends an item.
- \`(Q3)\` Takes options.
  - \`(Q3a)\` \`maxItems\` bounds the queue.
  - \`(Q3b)\` Cited nowhere.
- \`(Q4)\` Nothing of the IDL.

## IDL

    class Queue: // Q*
      constructor(name: String) // Q1
      unrelated() // Q77
      send(
        item: T,
      ) => io // Q1

    class QueueOptions: // Q3
      maxItems: Int // Q3a
      names: String[] default ["a", "b"] // Q3
`;

describe("the spec's own definitions", () => {
  it("are the lines of an IDL that cite an entry, under their headers, with what is left out marked", () => {
    const [found, ...more] = definitionsOf(idl, "Q1");
    expect(more).toEqual([]);
    expect(found).toMatchObject({ file: "queue.md", line: 11, language: "text", entries: ["Q1"] });
    expect(found?.text).toBe("class Queue: // Q*\n  constructor(name: String) // Q1\n  …\n  ) => io // Q1");
    expect(definitionsOf(idl, "Q3a")[0]?.text).toBe("class QueueOptions: // Q3\n  maxItems: Int // Q3a");
  });

  it("are those of the entry above, for one that is cited nowhere", () => {
    expect(definitionsOf(idl, "Q3b")[0]?.text).toContain('  names: String[] default ["a", "b"] // Q3');
    expect(definitionsOf(idl, "Q4")).toEqual([]);
  });

  it("are code blocks and type tables of the entries that declare something, and no samples", () => {
    const text = `# Queue

- \`(Q1)\` An item:

  \`\`\`ts
  export interface Item {
    id: string; // \u202E
  }
  \`\`\`

  sent as

  \`\`\`json
  { "id": "1" }
  \`\`\`

- \`(Q2)\` Its fields:

  | Field | Type   |
  | ----- | ------ |
  | id    | string |
`;
    expect(definitionsOf(text, "Q1", "Q2")).toEqual([
      {
        ...{ file: "queue.md", line: 5, language: "ts", entries: ["Q1"] },
        text: "export interface Item {\n  id: string; // \n}",
      },
      {
        ...{ file: "queue.md", line: 19, language: "text", entries: ["Q2"] },
        text: "| Field | Type   |\n| ----- | ------ |\n| id    | string |",
      },
    ]);
  });

  it("closes what it opens, and follows a comment to the line that it speaks of", () => {
    const text = `# Q\n\n- \`(QU1)\` A limit.\n\n\`\`\`ts\ninterface Queue {\n  // QU1\n  limit: number;\n  other: string;\n}\n\`\`\`\n`;
    expect(definitionsOf(text, "QU1")[0]?.text).toBe("interface Queue {\n  // QU1\n  limit: number;\n  …\n}");
  });
});

describe("the picture of references", () => {
  const chain = ["E1", "E2", "E3"].map((id, i) => entryOf("", { id, references: [`E${String(i + 2)}`] }));

  it("is drawn where more than two entries refer to each other", () => {
    expect(referenceDiagram(chain)).toBe(
      'flowchart LR\n  n1["E1"]\n  n2["E2"]\n  n3["E3"]\n  n1 --> n2\n  n2 --> n3',
    );
    expect(referenceDiagram(chain.slice(0, 2))).toBeNull();
  });
});
