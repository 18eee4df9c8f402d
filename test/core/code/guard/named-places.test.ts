import { sensitiveUses } from "../../../../src/core/code/guard/sensitive-uses.ts";
import { toolPlace } from "../../../../src/core/code/guard/uses/language-uses.ts";

const told = (content: string, ending: string): readonly number[] =>
  sensitiveUses([{ path: `a.${ending}`, content }], new Map())
    .filter(({ kind }) => kind === toolPlace)
    .map(({ line }) => line);

describe("a place that tools run or agents obey", () => {
  it.each([
    ["py", "HOOK = Path('.git/hooks/post-checkout')"],
    ["py", "HOOK = Path('.git') / 'hooks' / 'post-checkout'"],
    ["py", "HOOK = root.joinpath('.git').joinpath('hooks')"],
    ["py", "open('AGENTS.md', 'w')"],
    ["py", "open(Path.home() / '.zshenv', 'a')"],
    ["py", "open(f'{home}/.bashrc', 'a')"],
    ["ts", 'const at = "../.git/config";'],
    ["ts", 'const at = "~/.bashrc";'],
    ["ts", 'const at = "/home/x/.profile";'],
    ["ts", "const at = `${root}/.vscode/tasks.json`;"],
    ["ts", 'const at = join(root, ".github", "workflows", "x.yml");'],
    ["ts", 'const at = join(\n  root,\n  ".github",\n  "workflows",\n);'],
    ["ts", 'const at = ".husky/";'],
    ["ts", 'const at = ".npmrc", other = ".eslintrc.cjs";'],
    ["ts", 'const at = "docs/limits.instructions.md";'],
    ["ts", 'const at = "packages/a/package.json";'],
    ["ts", 'const at = "node_modules/a/index.js";'],
    ["ts", 'const at = "vitest.config.ts";'],
    ["rs", 'fs::write(".cargo/config.toml", text)'],
    ["rs", 'let at = root.join(".cargo").join("config.toml");'],
    ["java", 'Path.of(".mvn", "jvm.config")'],
    ["cs", 'var at = ".git\\\\hooks\\\\post-checkout";'],
    ["cs", 'var at = @"src\\CLAUDE.md";'],
    ["go", 'const at = "hooks/pre-commit"'],
    ["rb", "at = 'Rakefile'"],
    ["lua", "local at = 'docs/CLAUDE.md'"],
    ["ts", 'const at = "\\x2e\\u{67}it/hooks";'],
    ["ts", 'const at = "\\.git/hooks";'],
    ["ts", 'const at = ".\\git/hooks";'],
    ["ts", 'const at = ".//.husky//x";'],
    ["ts", 'const at = "a//package.json";'],
    ["ts", 'const at = "file:///home/x/.bashrc";'],
    ["ts", 'const at = ".hus" + "ky/pre-commit";'],
    ["ts", 'const at =\n  ".hus" +\n  "ky/pre-commit";'],
    ["ts", "const at = `\n.husky/pre-commit\n`;"],
    ["py", "AT = ('.hus'\n      'ky/pre-commit')"],
    ["py", "AT = '.hus' 'ky/pre-commit'"],
    ["py", "AT = '\\056\\N{LATIN SMALL LETTER G}it/hooks'"],
    ["py", 'AT = """\n.husky/pre-commit\n"""'],
    ["rb", "AT = %q(.husky/pre-commit)"],
    ["rb", "AT = File.join(*%w[.husky pre-commit])"],
    ["rb", "AT = <<~X\n  .husky/pre-commit\nX"],
    ["php", "$at = <<<'X'\n.husky/pre-commit\nX;"],
    ["java", 'var at = """\n  .mvn/jvm.config""";'],
    ["lua", "local at = [=[.husky/pre-commit]=]"],
    ["lua", "local at = '\\46git/hooks'"],
    ["pl", "my $at = q{.husky/pre-commit};"],
    ["ex", "at = ~s(.husky/pre-commit)"],
    ["cpp", 'auto at = R"x(.husky/pre-commit)x";'],
    ["cpp", 'auto at = R"(.husky/pre-commit)";'],
    ["rs", 'let at = r#".cargo/config.toml"#;'],
  ])(".%s: %s", (ending, line) => {
    expect(told(`\n${line}\n`, ending)).toHaveLength(1);
  });

  it.each([
    ["ts", 'const endings = [".json", ".test.ts", ".d.ts"];'],
    ["ts", 'const text = read(at + ".json", "utf8");'],
    ["ts", 'import pkg from "../package.json";'],
    ["ts", 'const row = document.querySelector(".row");'],
    ["ts", 'const at = "a/b/./c/../d";'],
    ["py", "f = open(name + b'.dir', 'rb')"],
    ["py", "kinds = {'gzip': '.gz', 'bzip2': '.bz2', 'other': '.rc'}"],
    ["py", "rs = re.sub(r'(dev-r)', r'.dev\\2', rs)"],
    ["ts", 'const end = ".row\\n";'],
    ["ts", 'const more = ".../helpers/...";'],
    ["ts", 'const key = "a\\.b.c";'],
    ["ts", 'const address = "https://x.test/.well-known/keys";'],
    ["ts", 'const address = "//x.test/.well-known/keys";'],
    ["ts", 'const address = "wss://x.test//.well-known/keys";'],
    ["ts", 'const text = "one" + ".json" + "two";'],
    ["swift", "view\n  .padding\n  .row"],
    ["py", "x = a % (b)\ny = [c for c in q]"],
    ["go", 'import (\n\t"os"\n\t"strings"\n)'],
    ["ts", 'const text = "see AGENTS.md for more";'],
    ["ts", 'const at = "settings.json";'],
    ["ts", 'const word = "License", other = "/build", third = "targets";'],
    ["java", 'return javaHome + "/bin/jmap" + (isWindows ? ".exe" : "");'],
    ["swift", "/// including a `.noop`), `false` if"],
    ["json", '{"at": ".git/hooks/post-checkout"}'],
    ["md", "Write `.git/config`."],
  ])("none in .%s: %s", (ending, line) => {
    expect(told(`${line}\n`, ending)).toEqual([]);
  });

  it("is looked for in time that is linear", () => {
    const started = performance.now();
    told(`${'".a", '.repeat(60_000)}\n`, "ts");
    told(`${'"'.repeat(200_000)}\n`, "ts");
    told(`"${"a/".repeat(100_000)}"\n`, "ts");
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
