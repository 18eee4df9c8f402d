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

  it.each([
    ["a.ts", 'const a = "x_y"; // p_q\nconst b = `a_${1}_b`;\nconst c = /a_b/;\n'],
    ["a.tsx", 'const a = <b title="x_y">prix_: 3</b>;\n'],
    ["a.py", '"""a_b"""\nc = f"x_{1}_"  # d_e\n'],
    ["a.go", "package a\n\n// c_d\nconst (\n\ta = \"x_y\"\n\tb = `x_y`\n\tc = '_'\n)\n"],
    ["A.java", 'class A { String a = "x_y"; /* c_ */ char c = \'_\'; String t = """\n a_b\n"""; }\n'],
    ["a.rb", 'a = "x_#{b}_y"\nc = <<~T\n  a_b\nT\n# d_e\n'],
    ["a.php", '<p>a_b</p><?php\n$a = "x_{$b->c}_"; // c_d\n'],
    ["a.rs", '/// d_e\nconst A: &str = "x_y";\nconst B: &str = r#"x_y"#;\n'],
    ["a.cs", 'class A { string a = @"x_y"; string b = $"x_{1}_"; char c = \'_\'; }\n'],
    ["a.dart", '// c_d\nconst a = "x_${b}_$c";\n'],
    ["a.kt", '// c_d\nval a = "x_${b}_"\nval c = """x_y"""\n'],
    ["a.swift", '// c_d\nlet a = "x_y"\n'],
    ["a.ex", '# c_d\na = "x_#{b}_y"\n'],
    ["a.toml", "# c_d\na = 'x_y'\n"],
  ])("a blank that is no space may stand in the texts of %s", async (path, text) => {
    expect(await parseCheck(path, text.replaceAll("_", "\u00A0"))).toBeNull();
  });

  it.each([
    ["a.ts", "export const r = /'/, limit_= 2, s = /'/;"],
    ["a.ts", "const m = new Map<string>(), limit_= 2;"],
    ["a.ts", "const t = `${a_+ 1}`;"],
    ["a.tsx", "const a = <b>{x_+ 1}</b>;"],
    ["a.rb", "r = /'/; admin_= true; s = /'/"],
    ["a.php", '<?php $a = "x {$b_->c}";'],
    ["a.cs", "class A { int a_= 1; }"],
  ])("and nowhere in the code of %s: %s", async (path, text) => {
    expect(await parseCheck(path, text.replaceAll("_", "\u00A0"))).toContain("a blank that is no space");
  });

  it("a file of YAML names nothing that it lacks", async () => {
    expect(await parseCheck("a.yaml", "a: *nope\n")).toContain("not valid YAML");
    expect(await parseCheck("a.yaml", "a: &x 1\nb: *x\n")).toBeNull();
  });

  it("names the line", async () => {
    expect(await parseCheck("a.ts", "const a = 1;\nconst b = ;\n")).toContain("line 2");
  });
});
