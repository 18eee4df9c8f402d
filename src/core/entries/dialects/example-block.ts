import type { Confidence, Dialect, Draft } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { Fence, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { scopeOf } from "./scope.ts";
import { placeInSections, sectionDrafts, sectionEntries } from "./section-drafts.ts";

/** D12: the example is the entry (CommonMark): a long fence with input, a line with one dot, and output. */
export const exampleBlock: Dialect = {
  name: "example-block",
  describes:
    "fences of 32 backticks with the info `example`, split at a line `.`: the example is the entry (CommonMark)",
  example: `${"`".repeat(32)} example\n*text*\n.\n<p><em>text</em></p>\n${"`".repeat(32)}`,
  namesSections: true,
  recognises(source: SourceFile): Confidence {
    if (!source.text.includes("`".repeat(32))) return 0;
    const found = scanSource(source).fences.filter((fence) => isExample(fence)).length;
    return found >= 2 ? 0.95 : found * 0.6;
  },
  entries(source: SourceFile, around) {
    const scan = scanSource(source);
    return sectionEntries(source, placeInSections(sectionDrafts(scan, around), examples(scan)), around);
  },
};

function isExample(fence: Fence): boolean {
  return fence.length >= 32 && fence.language === "example" && fence.quote === 0;
}

/** Examples are counted from 1 through the file; the number shifts when one is put in, so they are matched by text. */
function examples(scan: ScannedSource): Draft[] {
  const scope = scopeOf(scan.path);
  return scan.fences.filter(isExample).map((fence, index) => {
    const body = scan.lines
      .slice(fence.line, fence.closed ? fence.endLine - 1 : fence.endLine)
      .map((line) => line.text);
    return {
      id: `${scope}#example-${index + 1}`,
      kind: "example",
      traits: { hasContentId: true },
      line: fence.line,
      endLine: fence.endLine,
      parent: -1,
      section: scan.headings[fence.heading]?.path ?? "",
      first: null,
      text: body.join("\n"),
    };
  });
}
