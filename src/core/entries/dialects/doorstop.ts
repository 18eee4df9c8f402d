import type { Confidence, Dialect } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import { entriesOf } from "./draft.ts";
import { fieldsOf } from "./front-matter-fields.ts";

const fileName = /(?:^|\/)([A-Za-z][A-Za-z_-]{0,20}[-_.]?\d{1,6})\.(?:md|markdown)$/;
const own = ["active", "derived", "level", "normative", "reviewed", "links"];
const link = /^\s{0,4}-\s+([A-Za-z][A-Za-z_-]{0,20}[-_.]?\d{1,6})\s*(?::|$)/;

/** Doorstop: one item a file, called by the file's name, with `active`, `level` and `links` in front matter. */
export const doorstop: Dialect = {
  name: "doorstop",
  describes:
    "Doorstop items: one requirement a file, called by the file's name, with Doorstop's front matter",
  example:
    "---\nactive: true\nlevel: 2.1\nlinks: []\nnormative: true\n---\n\n# Account lock\n\nFive failed sign-ins lock the account.",
  exampleFile: "reqs/REQ001.md",
  recognises(source: SourceFile): Confidence {
    if (!fileName.test(source.path) || !source.text.startsWith("---")) return 0;
    const fields = fieldsOf(scanSource(source));
    return own.filter((name) => fields.has(name)).length >= 2 ? 0.97 : 0;
  },
  drafts(source: SourceFile) {
    const scan = scanSource(source);
    const id = fileName.exec(source.path)?.[1];
    if (id === undefined) return [];
    const fields = fieldsOf(scan);
    const body = scan.lines.find(({ kind }) => kind !== "front-matter" && kind !== "blank")?.number ?? 1;
    const references = scan.lines.flatMap((line) =>
      line.kind === "front-matter" ? (link.exec(line.text)?.[1] ?? []) : [],
    );
    const status = fields.get("active") === "false" ? ("retired" as const) : ("live" as const);
    const extent = { line: body, endLine: scan.lines.length, parent: -1, section: "" };
    const kind = fields.get("normative") === "false" ? "note" : "requirement";
    const heading = scan.headings.find(({ line }) => line === body);
    const first = heading?.text ?? scan.lines[body - 1]?.content ?? "";
    return [{ id, kind, ...extent, first, status, references }];
  },
  entries(source: SourceFile) {
    return entriesOf(this, source);
  },
};
