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
    ["a process", 'system "id"'],
    ["a process", "await Process.start(name, []);"],
    ["a process", "var info = new ProcessStartInfo(name);"],
    ["a process", "from os import path, system"],
    ["the network", 'require "socket"'],
    ["the network", "import { request } from 'undici';"],
    ["the network", 'file_get_contents("http://x.test")'],
    ["the network", 'import "net"'],
    ["the network", "new Socket(host, 80)"],
    ["the environment", "const { env } = process;"],
    ["the environment", 'std::env::var("A")'],
    ["the environment", "ENV.to_h"],
    ["code made at run time", "Function('return 1')()"],
    ["code made at run time", "require(name)"],
    ["code made at run time", "import ctypes"],
    ["code made at run time", '[DllImport("x")]'],
  ])("%s: %s", (kind, line) => {
    expect(kinds(`a\n${line}\n`)).toEqual([`2 ${kind}`]);
  });

  it.each([
    ["beyond 2,100 columns", `${" ".repeat(2100)}eval(x)`],
    ["behind the end of a comment", ' */ require("child_process")'],
    ["behind the end of a page of PHP", "// ?><?php system($line);"],
    ["in a string that looks like a comment", "  // ${process.env.TOKEN}"],
    ["in a test of a comment", "/// std::process::exit(1)"],
  ])("%s", (_where, line) => {
    expect(kinds(`a\n${line}\n`)).toHaveLength(1);
  });

  it("is silent about what the file had and about ordinary code", () => {
    const line = "const a = process.env.A;";
    expect(kinds(`${line}\nconst b = 1;`, `  ${line}`)).toEqual([]);
    expect(kinds("// retries twice\n * evaluates x\n# the environment\n")).toEqual([]);
    expect(
      kinds(
        'const path = require("./path"); exec = 1; the "system" of record; const e = prefetch(x); import a from "./net"; evaluate(flag); environment.name = 1;',
      ),
    ).toEqual([]);
  });
});
