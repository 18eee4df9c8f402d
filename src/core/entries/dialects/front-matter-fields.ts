import type { ScannedSource } from "../../markdown/scan/scanned-source.ts";

const field = /^([A-Za-z_][\w-]{0,40}):\s*(.{0,200})$/;

/** The plain fields at the top level of a file's front matter, without quotes; keys in small letters. */
export function fieldsOf(scan: ScannedSource): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of scan.lines) {
    if (line.kind !== "front-matter") break;
    const [, key, value = ""] = field.exec(line.text) ?? [];
    if (key !== undefined) fields.set(key.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, "$2"));
  }
  return fields;
}
