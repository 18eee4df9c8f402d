import type { SourceFile } from "../../entries/entry.ts";
import { globMatcher } from "../../globs.ts";

/** What `.editorconfig` says of one file; null where it says nothing. */
interface EditorSettings {
  readonly indent: "tab" | "space" | null;
  readonly size: number | null;
  readonly width: number | null;
  readonly eol: "lf" | "crlf" | null;
}

/** The last section that matches wins, the folder's file before the root's, as https://editorconfig.org has it. */
export function editorSettings(settings: readonly SourceFile[], path: string): EditorSettings {
  const values = new Map<string, string>();
  const files = settings.filter(({ path: own }) => /(?:^|\/)\.editorconfig$/.test(own));
  for (const { path: own, text } of [...files].sort((a, b) => a.path.length - b.path.length)) {
    const folder = own.slice(0, own.lastIndexOf("/") + 1);
    if (!path.startsWith(folder)) continue;
    for (const [name, value] of matching(text, path.slice(folder.length))) values.set(name, value);
  }
  const indent = values.get("indent_style");
  const eol = values.get("end_of_line");
  return {
    indent: indent === "tab" || indent === "space" ? indent : null,
    size: numberOf(values.get("indent_size")) ?? numberOf(values.get("tab_width")),
    width: numberOf(values.get("max_line_length")),
    eol: eol === "lf" || eol === "crlf" ? eol : null,
  };
}

function matching(text: string, path: string): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  let isMatch = false;
  for (const line of text.split(/\r?\n/)) {
    const section = /^\s*\[(.{1,200})\]\s*$/.exec(line)?.[1];
    if (section !== undefined) isMatch = fits(section, path);
    const [, name, value] = /^\s*([a-z_]{1,40})\s*=\s*([^#;]{1,40})/i.exec(line) ?? [];
    if (isMatch && name !== undefined && value !== undefined)
      found.push([name.toLowerCase(), value.trim().toLowerCase()]);
  }
  return found;
}

function fits(section: string, path: string): boolean {
  try {
    return globMatcher([section.includes("/") ? section : `**/${section}`])(path);
  } catch {
    return false;
  }
}

function numberOf(value: string | undefined): number | null {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 && number <= 1_000 ? number : null;
}
