import { fileURLToPath } from "node:url";
import ts from "typescript";
import { findInterfaces } from "../../../../src/core/design/interface/find-interfaces.ts";
import { renderInterfaces } from "../../../../src/core/design/interface/render-interfaces.ts";
import { fileEnding, languages } from "../../../../src/core/code/language.ts";
import { parseSpec } from "../../../../src/core/entries/parse-spec.ts";
import { parseCheck } from "../../../../src/shell/writer/parse-check.ts";
import { expectGolden } from "../../../support/golden.ts";
import { sampleSpec } from "../../../support/interface-samples.ts";
import { typeProblems } from "../../../support/type-problems.ts";

const golden = (name: string): string => fileURLToPath(new URL(`./golden/${name}`, import.meta.url));
const files = [{ path: "queue.md", text: sampleSpec }];
const entries = parseSpec(files, {}).files.flatMap((file) => file.entries);

function found(...ids: string[]) {
  return findInterfaces({
    entries: entries.filter(({ id }) => ids.includes(id)),
    files,
    parentOf: (id) => entries.find((entry) => entry.id === id)?.parent ?? null,
  });
}

const all = found("Q1", "Q2", "Q3", "Q3a", "Q4", "Q5", "Q6");

describe("the spec's interfaces", () => {
  it.each(languages)("reads well in %s, and parses", async (language) => {
    const { code, elsewhere, unmapped } = renderInterfaces(all, language);
    const notes = [
      ...elsewhere.map(({ name }) => `elsewhere: ${name}`),
      ...unmapped.map(({ at, words }) => `unmapped: ${at}: ${words}`),
    ];
    const mark = ["python", "ruby"].includes(language) ? "#" : "//";
    expectGolden(
      code + notes.map((note) => `${mark} ${note}\n`).join(""),
      golden(`queue.${fileEnding(language)}.txt`),
    );
    expect(await parseCheck(`x.${fileEnding(language)}`, code)).toBeNull();
  });

  it("type-checks as TypeScript", () => {
    expect(typeProblems(renderInterfaces(all, "typescript").code)).toEqual([]);
    expect(typeProblems("export interface A { b: Missing }")).not.toEqual([]);
    expect(ts.version).toBeTruthy();
  });

  it("type-checks where the spec has a type by the name of a built-in one", () => {
    const text =
      "# M\n\n- `(M1)` A map.\n\n## IDL\n\n    class Map: // M1\n      entries: Dict<String, Int>? // M1\n";
    const source = [{ path: "m.md", text }];
    const own = parseSpec(source, {}).files.flatMap((file) => file.entries);
    const interfaces = findInterfaces({ entries: own, files: source, parentOf: () => null });
    const { code } = renderInterfaces(interfaces, "typescript");
    expect(code).toContain("globalThis.Map<string, number> | null");
    expect(typeProblems(code)).toEqual([]);
  });

  it("takes only members that cite the package", () => {
    const { found: interfaces } = found("Q3a");
    expect(interfaces.map(({ declaration }) => declaration.name)).toEqual(["QueueOptions"]);
    expect(interfaces[0]?.declaration.members.map(({ name }) => name)).toEqual(["maxItems"]);
  });

  it("sees no interface in a mention or a call", () => {
    expect(found("Q6").found).toEqual([]);
    expect(found("Q9").found).toEqual([]);
  });
});
