import { reviewSpecs } from "../../src/core/decision/review-specs.ts";
import { type DesignFacts, designFacts } from "../../src/core/design/design-facts.ts";
import type { DesignDraft } from "../../src/core/design/draft/design-draft.ts";
import { draftRequest } from "../../src/core/design/draft/draft-request.ts";
import { neighbouringEntries } from "../../src/core/code/requested-entries.ts";
import type { ModelRequest } from "../../src/core/model-request.ts";
import { fingerprint } from "../../src/core/entries/fingerprint.ts";
import { parseSpec } from "../../src/core/entries/parse-spec.ts";

const before = `# Uploads

- \`(UPL1)\` A file is uploaded in parts.
  - \`(UPL1a)\` The default part size is 5 MB.

# Errors

- \`(ERR7)\` A refused part is reported with the code 41007.
`;
const after = `# Uploads

- \`(UPL1)\` A file is uploaded in parts.
  - \`(UPL1a)\` The default part size is 8 MB.
  - \`(UPL1b)\` Parts may be sent at the same time, at most \`maxParallel\` of them; several components share the
    connections, and memory use must stay low on mobile devices.
  - \`(UPL1c)\` A part that is refused (\`ERR7\`) is sent again up to 3 times; then the upload fails with 41008.

# Errors

- \`(ERR7)\` A refused part is reported with the code 41007.
`;

/** A work package of two new entries, and everything a draft of its design is made from. */
interface DesignWorld {
  readonly facts: DesignFacts;
  /** IDs of all entries. */
  readonly all: readonly string[];
  readonly request: ModelRequest;
}

export function designWorld(note: string | null = null): DesignWorld {
  const headFiles = [{ path: "spec.md", text: after }];
  const review = reviewSpecs({
    ...{ base: "a".repeat(40), head: "b".repeat(40) },
    baseFiles: [{ path: "spec.md", text: before }],
    headFiles,
  });
  const entries = parseSpec(headFiles).files.flatMap((file) => file.entries);
  const facts = designFacts({
    workPackage: { slug: "parallel-parts", entries: ["UPL1b", "UPL1c"] },
    review,
    targets: [
      { name: "web", language: "typescript" },
      { name: "server", language: "go" },
    ],
    folder: "design",
    fingerprint,
    link: (file, line) => `../${file}#L${String(line)}`,
    specFiles: headFiles,
    entriesAtHead: entries,
  });
  const head = new Map(entries.map((entry) => [entry.id, entry]));
  const neighbours = neighbouringEntries(facts.members, { base: new Map(), head });
  const request = draftRequest({ design: facts, neighbours, note });
  if (request === null) throw new Error("The entries are few.");
  return { facts, all: entries.map(({ id }) => id), request };
}

/** A draft that passes every check. */
export const goodDraft: DesignDraft = {
  interfaces: [
    {
      language: "TypeScript",
      entries: ["UPL1b", "UPL1c"],
      text: "export interface UploadOptions {\n  /** UPL1b */\n  readonly maxParallel: number;\n}",
    },
    {
      language: "Go",
      entries: ["UPL1b"],
      text: "package upload\n\ntype Options struct {\n\tMaxParallel int\n}",
    },
  ],
  abstractions: [
    {
      name: "PartQueue",
      entries: ["UPL1b"],
      text: "Holds parts that wait; at most `maxParallel` are under way.",
    },
    {
      name: "RetryCount",
      entries: ["UPL1c"],
      text: "Counts how often one part was refused (`ERR7`), up to 3.",
    },
  ],
  dataFlow: [
    {
      entries: ["UPL1b"],
      text: "A part leaves the queue as soon as fewer than `maxParallel` are under way.",
    },
    {
      entries: ["UPL1c"],
      text: "A refused part goes back to the queue; after 3 times the upload fails with 41008.",
    },
  ],
  diagrams: [
    {
      entries: ["UPL1c"],
      text: 'stateDiagram-v2\n  state "waiting" as waiting\n  state "under way" as sending\n  waiting --> sending: free place\n  sending --> waiting: refused up to 3 times',
    },
  ],
  platform: [
    { entries: ["UPL1b"], text: "On mobile devices only parts that are under way are held in memory." },
  ],
  performance: [],
  tests: [
    { entries: ["UPL1b"], text: "With `maxParallel` 2 and 5 parts, never more than 2 requests are open." },
    { entries: ["UPL1c"], text: "A part refused 4 times ends the upload with 41008 after 4 requests." },
  ],
  questions: [
    {
      entries: ["UPL1b"],
      text: "What is the default of `maxParallel`?",
      options: ["it has to be given", "a number that the spec names"],
    },
  ],
};
