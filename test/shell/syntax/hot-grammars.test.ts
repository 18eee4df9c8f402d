import { execFile } from "node:child_process";
import { promisify } from "node:util";

const statements: Readonly<Record<string, string>> = {
  "a.ts":
    "export async function f<T>(a: T, b = 1): Promise<number> { if (b > 3) throw new Error(`bad ${b}`); return [1].map((y) => y)[0] ?? 0; }",
  "a.kt":
    'fun f(a: Int, b: String = "x"): Int { val x = listOf(1, 2).map { it * 2 }; if (a > 3) throw IllegalStateException("bad $a"); return x[0] }',
  "a.swift":
    'func f(_ a: Int, b: String = "x") throws -> Int { let x = [1, 2].map { $0 * 2 }; guard a > 3 else { throw E.bad(a) }; return x[0] }',
  "a.cs":
    'class A { public async Task<int> F(int a) { var x = new List<int>{1, 2}.Select(y => y * 2); if (a > 3) throw new Exception($"bad {a}"); return x.First(); } }',
  "a.rb": 'def f(a, b: "x")\n  x = [1, 2].map { |y| y * 2 }\n  raise "bad #{a}" if a > 3\n  x.first\nend',
};
const rounds = 25;

const script = `
const { parseSyntax } = await import(process.argv[1]);
const statements = JSON.parse(process.argv[2]);
let read = 0;
for (let round = 0; round < ${String(rounds)}; round += 1)
  for (const [path, statement] of Object.entries(statements)) {
    const [file] = await parseSyntax([{ path, text: (statement + "\\n").repeat(150) }]);
    if (file.root !== null) read += 1;
  }
console.log(read);
`;

test("a grammar that is used for long does not end the process", async () => {
  const source = new URL("../../../dist/shell/syntax/parse-syntax.js", import.meta.url).href;
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...["--input-type=module", "-e", script],
    ...[source, JSON.stringify(statements)],
  ]);
  expect(stdout.trim()).toBe(String(rounds * Object.keys(statements).length));
});
