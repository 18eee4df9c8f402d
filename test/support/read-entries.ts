import type { Dialect } from "../../src/core/spec/dialect.ts";
import type { Entry } from "../../src/core/spec/entry.ts";

/** What a dialect makes of lines of Markdown: entries by ID, and findings. */
export function read(dialect: Dialect, path: string, ...lines: string[]) {
  const source = { path, text: lines.join("\n") };
  const { entries, findings } = dialect.entries(source);
  const of = (id: string): Entry => {
    const found = entries.find((entry) => entry.id === id);
    if (!found) throw new Error(`No entry ${id}; there are ${entries.map((entry) => entry.id).join(", ")}`);
    return found;
  };
  return {
    confidence: dialect.recognises(source),
    entries,
    findings,
    ids: entries.map((entry) => entry.id),
    of,
    text: (id: string) => of(id).text,
    parent: (id: string) => of(id).parent,
    lines: (id: string) => [of(id).line, of(id).endLine],
  };
}
