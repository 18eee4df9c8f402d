import type { Change } from "../../src/core/entries/change.ts";
import { comparePair, hasCorpus, pairNumbered } from "../support/corpus-pair.ts";

/**
 * What reading the diffs of real pull requests finds, written by hand and not by the engine: `kind entry`, where an
 * entry is its ID inside the file or, where the ID is made of the spec's words, the line it begins in at head (at base when it
 * was removed). A renaming is `renamed old>new`. Two pairs at least per repository that has two.
 */
const checked: [repository: string, number: string, expected: string[]][] = [
  [
    "11me-light-session",
    "001",
    [
      ...each("added", "User Story ", 1, 5),
      ...each("added", "FR-", 1, 26, 3),
      ...each("added", "SC-", 1, 15, 3),
    ],
  ],
  ["21st-dev-1code", "002", each("added", "FR-", 37, 45, 3)],
  [
    "21st-dev-1code",
    "004",
    lines("added", 3, 6, 11, 16, 19, 24, 29, 32, 37, 42, 45, 50, 55, 58, 63, 68, 71, 76),
  ],
  [
    "AIGeekSquad-knowledge-network",
    "003",
    [
      ...["FR-001", "FR-005", "FR-007", "FR-010", "FR-011"].map((id) => `modified ${id}`),
      ...lines("renamed", 122),
      ...lines("modified", 123, 124),
      ...each("modified", "FR-", 1, 6, 3),
      ...lines("modified", 121, 122, 123),
    ],
  ],
  ["AIGeekSquad-knowledge-network", "004", ["modified FR-010", ...each("added", "FR-", 13, 15, 3)]],
  ["AuroraWebSoftware-FlexyField", "002", lines("added", 281, 284, 290, 296, 302, 307, 312, 315, 321, 327)],
  ["Fission-AI-OpenSpec", "003", lines("added", 5, 8, 16, 23, 26, 36, 41, 45, 51)],
  ["Fission-AI-OpenSpec", "034", lines("modified", 50)],
  ["Fission-AI-OpenSpec", "037", [...lines("added", 19), ...lines("modified", 137)]],
  ["Fission-AI-OpenSpec", "038", lines("modified", 13, 93)],
  [
    "OWASP-ASVS",
    "004",
    [
      "editorial 3.3.4",
      "renamed 3.8.3>3.7.2",
      "renamed 3.8.4>3.8.3",
      "renamed 3.8.5>3.8.4",
      "renamed 3.8.6>3.8.5",
    ],
  ],
  ["OWASP-ASVS", "006", [...lines("modified", 77), ...each("modified", "13.7.", 1, 3)]],
  ["awslabs-aws-encryption-sdk-specification", "002", lines("modified", 29)],
  ["awslabs-aws-encryption-sdk-specification", "004", lines("modified", 64)],
  [
    "cloudevents-spec",
    "001",
    [
      ...lines("added", 1, 3, 18, 26, 29, 37, 38, 39, 40, 41, 44, 47, 57, 58, 59, 62),
      ...lines("modified", 4, 20),
      ...lines("removed", 1, 3, 20, 22, 22, 30, 34, 35, 36, 37, 38, 41, 44, 55, 56, 57, 58, 69, 74, 77, 79),
      ...lines("removed", 81, 82, 96, 97, 100, 111, 123, 132, 142, 153, 163),
    ],
  ],
  ["cloudevents-spec", "002", ["modified 3.3.2", ...lines("added", 148)]],
  ["commonmark-commonmark-spec", "001", lines("modified", 4098)],
  ["commonmark-commonmark-spec", "003", lines("modified", 9736)],
  ["dotnet-csharpstandard", "001", ["modified 11.6.4.4", "modified 11.6.4.6"]],
  ["dotnet-csharpstandard", "003", ["modified 18.6.2"]],
  [
    "endo5501-DungeonMirundal2",
    "004",
    [
      ...lines("renamed", 62, 80, 49, 53),
      ...lines("modified", 46, 61),
      ...lines("added", 96, 103, 107, 111, 115, 57, 176, 180, 184, 188, 192, 198),
    ],
  ],
  ["ethereum-consensus-specs", "002", ["modified status-v2"]],
  ["ethereum-consensus-specs", "003", ["modified is_builder_payment_withdrawable"]],
  [
    "ethereum-consensus-specs",
    "004",
    [...lines("editorial", 1), ...lines("added", 30, 32), "modified upgrade_to_gloas"],
  ],
  ["graphql-graphql-over-http", "002", lines("editorial", 201)],
  [
    "graphql-graphql-over-http",
    "003",
    [...lines("added", 547, 555, 564), ...lines("modified", 573), ...lines("removed", 547)],
  ],
  ["graphql-graphql-spec", "001", lines("editorial", 1098, 1125, 339, 1011, 1022, 247)],
  ["graphql-graphql-spec", "002", lines("modified", 1631)],
  [
    "hollomancer-sbir-analytics",
    "002",
    [
      ...["Requirement 2", "2.5", "Requirement 6", "6.5"].map((id) => `modified ${id}`),
      ...["Requirement 3", "Requirement 7"].map((id) => `added ${id}`),
      ...[1, 2, 3, 4, 5].flatMap((n) => [`renamed 2.${n + 5}>3.${n}`, `renamed 6.${n + 5}>7.${n}`]),
      ..."1.1 1.2 1.3 2.2 2.4 3.1 3.5 4.1 4.3 4.5 5.2 5.3 5.4 6.1 6.2 6.5"
        .split(" ")
        .map((id) => `modified ${id}`),
    ],
  ],
  [
    "hollomancer-sbir-analytics",
    "003",
    [
      ...[1, 2, 3, 4].flatMap((n) => [`modified Requirement ${n}`, `modified ${n}.1`, `modified ${n}.2`]),
      ...[1, 2, 3, 4].flatMap((n) => [`added ${n}.3`, `added ${n}.4`]),
      "added Requirement 5",
      ...each("added", "5.", 1, 4),
    ],
  ],
  [
    "kingkw1-2Truths-1Lie",
    "003",
    [...each("modified", "Requirement ", 2, 5), ...[1, 2, 3, 4, 5].map((n) => `modified ${n}.1`)],
  ],
  [
    "kingkw1-2Truths-1Lie",
    "004",
    [...lines("added", 3, 5, 8, 11, 13, 16, 19, 21, 25, 28, 31), ...lines("removed", 3, 5, 11, 13)],
  ],
  ["matrix-org-matrix-spec", "001", [...lines("modified", 102, 108, 5, 37, 43, 214), ...lines("added", 131)]],
  ["matrix-org-matrix-spec", "005", lines("modified", 40, 233)],
  [
    "microsoft-CommunityManagement-Sample-Spec-Kit",
    "003",
    [...each("added", "US", 1, 8), ...each("added", "FR-", 1, 14, 2), ...each("added", "NFR-", 1, 3, 2)],
  ],
  [
    "microsoft-CommunityManagement-Sample-Spec-Kit",
    "004",
    [
      ...["User Story 1", "User Story 3", "User Story 5", "FR-001", "FR-004", "FR-005", "FR-006"].map(
        modified,
      ),
      ...["FR-008", "FR-011", "FR-012", "FR-013", "FR-025", "SC-002"].map(modified),
      ...["User Story 5a", "User Story 5b", "FR-026", "FR-027", "FR-028"].map((id) => `added ${id}`),
      ...each("retired", "FR-", 20, 22, 3),
    ],
  ],
  ["microsoft-language-server-protocol", "001", ["modified semanticTokenTypes"]],
  [
    "microsoft-language-server-protocol",
    "002",
    [
      ...["notebookDocumentFilter", "basicJsonStructures", "documentFilter", "relativePattern"].map(modified),
      "added patterns",
      "moved pattern",
      "moved globPattern",
    ],
  ],
  ["modelcontextprotocol-modelcontextprotocol", "002", lines("modified", 133)],
  ["modelcontextprotocol-modelcontextprotocol", "003", lines("modified", 186, 216)],
  [
    "open-telemetry-opentelemetry-specification",
    "004",
    [...lines("added", 100, 301, 309, 311), ...lines("modified", 299)],
  ],
  [
    "open-telemetry-opentelemetry-specification",
    "006",
    [...lines("modified", 195, 246, 269, 271), ...lines("added", 282)],
  ],
  ["open-telemetry-opentelemetry-specification", "008", lines("modified", 208)],
  ["opencontainers-distribution-spec", "003", ["modified end-8b"]],
  ["opencontainers-distribution-spec", "004", [...lines("modified", 505, 531), ...lines("added", 534, 535)]],
  ["opencontainers-distribution-spec", "005", lines("editorial", 3)],
  ["opencontainers-runtime-spec", "003", lines("added", 294, 296, 306, 307, 308, 318, 319, 320)],
  ["opencontainers-runtime-spec", "005", ["modified configLinuxMemoryPolicy.nodes"]],
  ["rust-lang-reference", "003", ["modified items.generics.syntax"]],
  [
    "rust-lang-reference",
    "006",
    ["added glossary.abi", "modified items.extern.abi.intro", "added items.extern.abi.default"],
  ],
  [
    "rust-lang-reference",
    "007",
    [
      "expr.as.coercions",
      "items.enum.discriminant.coercion.fieldless",
      "items.traits.dyn-compatible.async-traits",
    ].map(modified),
  ],
  ["semver-semver", "001", lines("editorial", 130, 353)],
  ["semver-semver", "002", lines("editorial", 93)],
  [
    "staneslevski-kiro-autonomous-build",
    "003",
    [
      ...["Requirement 1", "1.1", "1.2", "1.3", "14.2", "14.5"].map(modified),
      ...["1.4", "1.5", "1.6"].map((id) => `added ${id}`),
      "renamed 1.4>1.7",
      "renamed 1.5>1.8",
      ...each("added", "Requirement ", 17, 20),
      ...each("added", "17.", 1, 8),
      ...each("added", "18.", 1, 7),
      ...each("added", "19.", 1, 8),
      ...each("added", "20.", 1, 14),
    ],
  ],
  [
    "staneslevski-kiro-autonomous-build",
    "005",
    [
      ...each("added", "US-", 1, 8),
      ...[6, 6, 6, 6, 8, 7, 6, 6].flatMap((criteria, story) =>
        each("added", `US-${story + 1}.`, 1, criteria),
      ),
      ...each("added", "TR-", 1, 8),
      ...each("added", "NFR-", 1, 4),
      ...each("modified", "Requirement ", 1, 12),
    ],
  ],
  ["toml-lang-toml", "001", lines("modified", 258, 289)],
];

/** Large ones, of which the entries were counted by their headings in the diff. */
const counted: [repository: string, number: string, expected: Record<string, number>][] = [
  // Seven new files with 21, 17, 11, 11, 11, 14 and 14 headings.
  ["endo5501-DungeonMirundal2", "001", { added: 99 }],
  // A bot gave 41 sections their numbers; every other change is a reference to one of them, three in an annex of plain sections.
  ["dotnet-csharpstandard", "005", { renamed: 41, added: 0, removed: 0, modified: 3 }],
  // Labels were given to paragraphs and headings that stood there before; four were worded anew with it.
  ["rust-lang-reference", "002", { renamed: 342, added: 4, modified: 0, removed: 0 }],
];

function each(kind: string, prefix: string, from: number, to: number, digits = 1): string[] {
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return numbers.map((number) => `${kind} ${prefix}${String(number).padStart(digits, "0")}`);
}

function lines(kind: string, ...at: number[]): string[] {
  return at.map((line) => `${kind} line ${line}`);
}

function modified(id: string): string {
  return `modified ${id}`;
}

/** All names the list may have for the change. */
function names({ kind, id, previousId, line }: Change): string[] {
  const own = local(id);
  const renamed = previousId === null ? [] : [`${kind} ${local(previousId)}>${own}`];
  return [...renamed, `${kind} ${own}`, `${kind} line ${line}`];
}

function local(id: string): string {
  return id.slice(id.indexOf("#") + 1);
}

(hasCorpus ? describe : describe.skip)("pull requests checked by hand", () => {
  it.each(checked)("%s %s", (repository, number, expected) => {
    const { changes } = comparePair(pairNumbered(repository, number)).diff;
    const missing = [...expected];
    const extra: string[] = [];
    for (const change of changes) {
      const found = names(change).find((name) => missing.includes(name));
      if (found === undefined) extra.push(names(change)[0] ?? "");
      else missing.splice(missing.indexOf(found), 1);
    }
    expect({ extra, missing }).toEqual({ extra: [], missing: [] });
  });

  it.each(counted)("%s %s, counted", (repository, number, expected) => {
    const { changes } = comparePair(pairNumbered(repository, number)).diff;
    const kinds = Object.keys(expected);
    const counts = kinds.map((kind) => [kind, changes.filter((change) => change.kind === kind).length]);
    expect(Object.fromEntries(counts)).toEqual(expected);
  });
});
