import { sensitiveUses } from "../../../../src/core/code/guard/sensitive-uses.ts";

const kinds = (content: string, before = ""): readonly string[] =>
  sensitiveUses([{ path: "a", content }], new Map([["a", before]])).map(
    ({ line, kind }) => `${String(line)} ${kind}`,
  );

describe("what a change newly uses", () => {
  it.each([
    ["a process", 'import { exec } from "node:child_process";'],
    ["a process", "subprocess.run(['ls'])"],
    ["a process", 'exec.Command("sh", "-c", line)'],
    ["a process", "Runtime.getRuntime().exec(line);"],
    ["a process", "std::process::Command::new(name)"],
    ["the network", "await fetch(`https://x.test/?${text}`)"],
    ["the network", "urllib.request.urlopen(address)"],
    ["the network", 'http.Get("https://x.test")'],
    ["the network", "URLSession.shared.dataTask(with: url)"],
    ["the environment", "const all = JSON.stringify(process.env);"],
    ["the environment", "os.environ['TOKEN']"],
    ["the environment", "System.getenv()"],
    ["the environment", 'open("/proc/self/environ")'],
    ["code made at run time", "eval (text)"],
    ["code made at run time", "Class.forName(name)"],
    ["code made at run time", "__import__(name)"],
    ["code made at run time", "await import(name)"],
    ["the build", "//go:generate sh x"],
  ])("%s: %s", (kind, line) => {
    expect(kinds(`a\n${line}\n`)).toEqual([`2 ${kind}`]);
  });

  it("is silent about what the file had, about comments and about ordinary code", () => {
    const line = "const a = process.env.A;";
    expect(kinds(`${line}\nconst b = 1;`, `  ${line}`)).toEqual([]);
    expect(kinds("// eval(x)\n * fetch(x)\n# os.environ\n")).toEqual([]);
    expect(
      kinds('const e = prefetch(x); import a from "./net"; evaluate(flag); environment.name = 1;'),
    ).toEqual([]);
  });
});
