import { standingOf } from "../../../src/core/entries/standing.ts";

describe("files beside a spec", () => {
  it.each([
    "README.md",
    "docs/Changelog.markdown",
    "CODE_OF_CONDUCT.md",
    "release-notes-1.2.md",
    "RELEASES.txt",
    "getting_started.mdx",
    "third-party.md",
    ".github/a.md",
    "node_modules/a/b.md",
    "x/third_party/b.md",
    "docs/ADR/0001-a.md",
    "docs/decisions/a.md",
  ])("%s is one", (path) => {
    expect(standingOf(path)).toBe("companion");
  });

  it.each([
    "spec.md",
    "docs/wire.md",
    "changelogs.md",
    "readmeasure.md",
    "the-changelog.md",
    "adr.md",
    "vendor.md",
    "my-vendor/a.md",
    "changes/a.md",
  ])("%s is none", (path) => {
    expect(standingOf(path)).not.toBe("companion");
  });
});

it.each([
  ["a file called a spec", "docs/checkout-spec.md", [], "likely"],
  ["a product document", "docs/PRD.md", [], "likely"],
  ["criteria by which work is taken", "docs/acceptance-criteria.md", [], "likely"],
  ["numbered proposals", "teps/0007-receipts.md", [], "near"],
  ["requirements of a language", "docs/requirements.fr.md", [], "likely"],
  ["the folder of specs", "specs/history-view.md", [], "likely"],
  ["a feature called like a file of a repository", "specs/release-pipeline.md", [], "likely"],
  ["a formal one", "protocols/wire.md", [], "near"],
  ["an improvement proposal", "bip-0009.md", [], "near"],
  ["any other", "docs/wire.md", [], "open"],
  ["a plan of a feature", "specs/004-search/plan.md", [], "companion"],
  ["a read-me that a glob names", "keps/a/README.md", ["keps/**/README.md"], "named"],
  ["a read-me in a folder that a glob names", "spec/v1/README.md", ["spec/**/*.md"], "named"],
  ["a change log in such a folder", "spec/CHANGELOG.md", ["spec/**/*.md"], "companion"],
  ["a file that every glob means", "docs/wire.md", ["**/*.md"], "open"],
])("%s: %s", (_, path, globs, standing) => {
  expect(standingOf(path, globs)).toBe(standing);
});
