import { endingsOf } from "../../../src/core/code/guard/writable-kind.ts";
import { parseCheck } from "../../../src/shell/writer/parse-check.ts";

const good: readonly (readonly [string, string, string])[] = [
  ["a.ts", "export interface A { b(c: string): Promise<void>; }", "interface {{"],
  ["a.js", "export const a = () => 1;", "const = ;"],
  ["a.swift", "protocol A {\n  func b(c: String) async throws -> Int\n}", "func ("],
  ["a.java", "public interface A { int b(String c); }", "int ("],
  ["a.go", "package a\n\ntype A interface {\n\tB(c string) (int, error)\n}", "package a\nfunc ("],
  ["a.py", "def b(c: str) -> int:\n    return 1", "def ("],
  ["a.cs", "public interface A { Task<int> B(string c); }", "int x = ;"],
  ["a.dart", "abstract class A { Future<int> b(String c); }", "class {"],
  ["a.rb", "class A\n  def b(c:)\n  end\nend", "class A\n  def"],
  ["a.php", "<?php interface A { public function b(string $c): int; }", "<?php function ("],
  ["a.toml", "a = 1", "a =="],
  ["a.json", '{"a":1}', '{"a":'],
  ["a.geojson", '{"a":1}', '{"a":'],
  ["a.pyw", "a = 1", "def ("],
  ["a.phtml", "<p><?php echo 1; ?></p>", "<?php function ("],
  ["a.yaml", "a: 1", "a: ["],
];

describe("parseCheck", () => {
  it.each(good)("tells good %s from bad", async (path, right, wrong) => {
    expect(await parseCheck(path, right)).toBeNull();
    expect(await parseCheck(path, wrong)).toMatch(/parse|valid/);
  });

  it("asks a grammar for every ending of its languages", async () => {
    const other =
      "m mm h c cc cpp cxx hh hpp hxx ipp vue svelte groovy pyx fs vb razor rbs phpt scala erl hrl clj cljs cljc hs ml mli " +
      "lua pl pm t r jl zig nim cr fsi elm sol";
    const known = endingsOf(undefined).filter((ending) => !other.split(" ").includes(ending));
    for (const ending of [...known, "kts", "csx", "toml"])
      expect([ending, await parseCheck(`a.${ending}`, "<?php ( = = {\n")]).toEqual([
        ending,
        expect.stringContaining("does not parse"),
      ]);
  });

  it("knows nothing of other files", async () => {
    expect(await parseCheck("a.txt", "{{{")).toBeNull();
  });

  it("names the line", async () => {
    expect(await parseCheck("a.ts", "const a = 1;\nconst b = ;\n")).toContain("line 2");
  });
});
