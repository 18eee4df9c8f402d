import fc from "fast-check";
import { guardPath, guardFile } from "../../../../src/core/code/guard/guard.ts";
import { endingsOf } from "../../../../src/core/code/guard/writable-kind.ts";
import {
  defaultCaps,
  type TreeEntry,
  type WritePolicy,
} from "../../../../src/core/code/guard/write-policy.ts";
import {
  executed,
  executedAtRoot,
  executedWhereItStands,
  lookedForAtRoot,
  obeyed,
  ordinary,
  ordinaryWhenDeep,
  runByKind,
  tricks,
  unlistedAtRoot,
} from "./destinations.ts";

const policy: WritePolicy = { folders: ["src", "test"], testFolders: ["test"], fixed: [], caps: defaultCaps };
const whole: WritePolicy = { ...policy, folders: [""] };
const passing = (
  paths: readonly string[],
  rules: WritePolicy,
  tree: readonly TreeEntry[] = [],
): readonly string[] => paths.filter((path) => guardPath(path, rules, tree) === null);
const file = (path: string): TreeEntry => ({ path, kind: "file" });
/** Found at the root of a package alone: nothing runs them from inside a source folder. */
const rootOnly = /^(?:(?:config|deps|docs|hook|project|tool|rakelib|xtask)\/)/;

describe("what tools execute or agents obey", () => {
  it.each(Object.entries(executed))("%s: at the root", (_group, names) => {
    expect(passing(names, whole)).toEqual([]);
  });

  it.each(Object.entries(executed))("%s: inside a source folder, and in a test folder", (_group, names) => {
    const inside = names.filter((name) => !rootOnly.test(name));
    expect(
      passing(
        inside.map((name) => `src/${name}`),
        policy,
      ),
    ).toEqual([]);
    expect(
      passing(
        inside.map((name) => `test/${name}`),
        policy,
      ),
    ).toEqual([]);
  });

  it("at the root only", () => {
    expect(passing([...executedAtRoot, ...lookedForAtRoot], whole)).toEqual([]);
    const tree = [file("packages/one/package.json")];
    expect(
      passing(
        [...executedAtRoot, ...lookedForAtRoot].map((name) => `packages/one/${name}`),
        whole,
        tree,
      ),
    ).toEqual([]);
  });

  it("where it stands, data beside tests included", () => {
    const tests = ["test", "tests", "spec"];
    expect(passing(executedWhereItStands, { ...whole, testFolders: tests })).toEqual([]);
  });

  it("by its kind, wherever it stands", () => {
    const places = ["", "src/", "test/", "test/fixtures/"];
    const all = places.flatMap((place) => runByKind.map((name) => place + name));
    expect([...passing(all, policy), ...passing(all, whole)]).toEqual([]);
  });

  it("a source file that is called like a tool is one inside a source folder", () => {
    const names = [
      "src/cucumber.ts",
      "src/knip.js",
      "src/migrations.php",
      "src/metadata.rb",
      "src/app-config.ts",
    ];
    expect(passing(names, policy)).toEqual(names);
    const general = ["settings.py", "project.py", "workspace.ts", "pipeline.js", "template.php"];
    const standing = ["client.py", "client.ts", "client.php"].map(file);
    expect(passing(general, whole, standing)).toEqual(general);
  });

  it("new at a root, or in a new folder there, where no source of its language stands", () => {
    expect(passing(unlistedAtRoot, whole)).toEqual([]);
    const tree = [file("packages/one/package.json")];
    const inPackage = unlistedAtRoot.map((name) => `packages/one/${name}`);
    expect(passing(inPackage, whole, tree)).toEqual([]);
    expect(passing(inPackage, { ...policy, folders: ["packages"] }, tree)).toEqual([]);
  });

  it("settings of tools alone make no root a place of source", () => {
    const tools = ["jest.config.js", "setup.py", "conftest.py", "Package.swift", "Gruntfile.js"].map(file);
    expect(passing(unlistedAtRoot, whole, tools)).toEqual([]);
  });

  it("a file of source is new where its language stands, or where source begins", () => {
    const tree = ["index.js", "client.go", "ably/rest.py", "features/login.py"].map(file);
    const names = ["push.ts", "options.go", "ably/realtime.py", "src/a.rb", "tests/test_a.py", "pkg/a.go"];
    expect(passing(names, whole, tree)).toEqual(names);
    expect(passing(["a.py", "tina/a.py", "features/a.ts"], whole, tree)).toEqual([]);
    const named = { ...whole, folders: ["tina"] };
    expect(passing(["tina/a.ts"], named)).toEqual(["tina/a.ts"]);
  });

  it("a test of Perl is one where there is Perl, and shell in none", () => {
    expect(passing(["test/a.t"], policy)).toEqual([]);
    expect(passing(["test/a.t"], policy, [file("src/A.pm")])).toEqual(["test/a.t"]);
  });

  it("a name of a tool is ordinary in a deeper folder, of a test, a component or a fixture", () => {
    expect(passing(ordinaryWhenDeep, { ...policy, testFolders: ["test"] })).toEqual(ordinaryWhenDeep);
    const models = ["src/Models/Project.swift", "src/Models/Package.swift", "src/x/build.rs"];
    expect(passing(models, policy)).toEqual([]);
    expect(passing(models, policy, ["src/Models/User.swift", "src/x/mod.rs"].map(file))).toEqual(models);
  });

  it("data that pytest would collect is ordinary where there is no Python", () => {
    const names = ["tests/data/test_input.txt", "tests/data/test-input.yml", "tests/data/test_a.yaml"];
    const tests = { ...policy, folders: ["tests"], testFolders: ["tests"] };
    expect(passing(names, tests, [file("src/a.ts")])).toEqual(names);
    for (const path of ["tools/a.py", "pyproject.toml", "x/tox.ini", "a.ipynb"])
      expect([path, passing(names, tests, [file("src/a.ts"), file(path)])]).toEqual([path, []]);
    const settings = ["tests/data/test-requirements.txt", "tests/data/test-workflow.yml"];
    expect(passing(settings, tests, [file("src/a.ts")])).toEqual([]);
  });

  it("what is run by hand at a root is ordinary in the source", () => {
    expect(passing(["src/bootstrap.py"], policy)).toEqual(["src/bootstrap.py"]);
    expect(passing(["bootstrap.py"], whole)).toEqual([]);
    expect(passing(["src/bootstrap.py"], policy, [file("src/setup.py")])).toEqual([]);
  });

  it("a manifest's name is ordinary inside a package, and none beside its manifest or outside of the sources", () => {
    const tree = ["Cargo.toml", "crates/a/Cargo.toml", "Package.swift", "Modules/Core/Package.swift"].map(
      file,
    );
    const inside = [
      "src/build.rs",
      "crates/a/src/build.rs",
      "crates/a/src/x/build.rs",
      "Sources/App/Package.swift",
      "Sources/App/New/Project.swift",
      "Modules/Core/Sources/Core/Workspace.swift",
      "lib/mix.ex",
      "lib/acme/mix.ex",
    ];
    expect(passing(inside, whole, tree)).toEqual(inside);
    const beside = [
      "build.rs",
      "crates/a/build.rs",
      "Project.swift",
      "App/Project.swift",
      "Modules/Core/Project.swift",
      "Modules/New/Package.swift",
    ];
    expect(passing(beside, { ...whole, folders: ["", "App", "Modules", "crates"] }, tree)).toEqual([]);
    expect(passing(["src/build.rs", "Sources/App/Project.swift"], whole)).toEqual([]);
  });

  it("agents and editors: anywhere", () => {
    const places = ["", "src/", "test/", "src/deep/in/"];
    expect(
      passing(
        places.flatMap((place) => obeyed.map((name) => place + name)),
        whole,
      ),
    ).toEqual([]);
  });

  it("is refused when the configuration names it", () => {
    const lists = [executedAtRoot, lookedForAtRoot, obeyed];
    const names = [...Object.values(executed), ...lists].flat();
    const lifted = names.filter(
      (name) => passing([name], { ...whole, named: [name] }, [file(name), file("src/a.py")]).length > 0,
    );
    expect(lifted).toEqual([]);
  });

  it("is refused in any case, and by no other spelling", () => {
    const names = [...Object.values(executed).flat(), ...obeyed];
    expect(
      passing(
        names.map((name) => name.toUpperCase()),
        whole,
      ),
    ).toEqual([]);
    expect(passing(tricks, whole)).toEqual([]);
  });

  it("was tried with more than 1,700 names", () => {
    const names = [
      executedAtRoot,
      lookedForAtRoot,
      executedWhereItStands,
      runByKind,
      obeyed,
      tricks,
      unlistedAtRoot,
    ];
    const tried = new Set([...Object.values(executed).flat(), ...names.flat()]);
    expect(tried.size).toBeGreaterThan(1700);
  });
});

describe("ordinary source and tests", () => {
  it.each(Object.entries(ordinary))("%s passes, with and without a language", (language, paths) => {
    expect(paths.filter((path) => !passing(paths, policy).includes(path))).toEqual([]);
    const ofLanguage = { ...policy, endings: endingsOf(language) };
    expect(paths.filter((path) => !passing(paths, ofLanguage).includes(path))).toEqual([]);
  });

  it("passes wherever a folder of source is called like one of tools", () => {
    const names = ["hooks", "workflows", "secrets", "build", "ci", "tools", "scripts", "env", "actions"];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), (outer, inner) => {
        expect(guardPath(`src/${outer}/${inner}/list.ts`, policy, [])).toBeNull();
      }),
    );
  });

  it("a folder that people run from counts as source where the configuration names it", () => {
    expect(passing(["tools/list.ts"], whole)).toEqual([]);
    expect(passing(["tools/list.ts"], { ...policy, folders: ["tools"] })).toEqual(["tools/list.ts"]);
    const tree = [file("packages/cli/package.json")];
    expect(passing(["packages/cli/scripts/a.ts", "packages/cli/src/scripts/a.ts"], whole, tree)).toEqual([
      "packages/cli/src/scripts/a.ts",
    ]);
  });
});

describe("the allow-list", () => {
  it.each([
    ["src/notes.md", "path-kind"],
    ["src/data.json", "path-kind"],
    ["src/script", "path-kind"],
    ["src/schema.sql", "path-kind"],
    ["docs/x.ts", "path-outside"],
    ["src/client.py", "path-kind"],
  ])("refuses %s of a TypeScript target", (path, rule) => {
    expect(guardPath(path, { ...policy, endings: endingsOf("typescript") }, [])).toMatchObject({ rule });
  });

  it("takes a file of another kind that the configuration names, once it exists", () => {
    const named = { ...policy, named: ["CHANGELOG.md"] };
    expect(guardPath("CHANGELOG.md", named, [])).toMatchObject({ rule: "path-outside" });
    expect(guardPath("CHANGELOG.md", named, [file("CHANGELOG.md")])).toBeNull();
    const others = ["VERSION", "openapi.yaml", "docs/limits.md", "config/limits.toml", "src/limits.sql"];
    expect(passing(others, { ...policy, named: others }, others.map(file))).toEqual(others);
  });

  it("takes new data where tests keep data, or beside data of its kind", () => {
    expect(guardPath("test/rows.yml", policy, [])).toMatchObject({ rule: "path-kind" });
    expect(guardPath("test/rows.yml", policy, [file("test/other.yml")])).toBeNull();
    expect(guardPath("test/rows.yml", policy, [file("test/deep/other.yml")])).not.toBeNull();
    expect(
      passing(["test/fixtures/rows.yml", "test/data/a/rows.json", "test/rows.csv"], policy),
    ).toHaveLength(3);
  });

  it("takes a class that is called like a tool's file", () => {
    const classes = [
      "src/TaskFile.java",
      "src/AppFile.kt",
      "src/SnapshotFile.cs",
      "src/scanfile.go",
      "src/MatchFile.dart",
    ];
    expect(passing(classes, policy)).toEqual(classes);
  });

  it("takes test vectors, whatever their kind", () => {
    const fixed = [{ path: "vectors/RT1.bin.txt", content: "x" }];
    expect(guardPath("vectors/RT1.bin.txt", { ...policy, folders: ["vectors"], fixed }, [])).toBeNull();
  });

  it("takes a name beyond ASCII only where the repository has it", () => {
    expect(guardPath("src/größe/a.ts", policy, [])).toMatchObject({ rule: "path-shape" });
    expect(guardPath("src/größe/a.ts", policy, [file("src/größe/b.ts")])).toBeNull();
  });
});

test("data that a test runner executes holds no code", () => {
  const told = (path: string, content: string) =>
    guardFile({ path, content }, policy, { tree: [], before: new Map(), given: "" })?.message ?? null;
  const snapshot = '// Jest Snapshot v1\n\nexports[`a 1`] = `\nObject {\n  "a": 1,\n}\n`;\n';
  expect(told("test/__snapshots__/a.test.ts.snap", snapshot)).toBeNull();
  for (const code of ["require('child_process').execSync('id');", "exports[`b`] = `${process.env.A}`;"])
    expect(told("test/__snapshots__/a.test.ts.snap", `${snapshot}${code}\n`)).toContain(
      "code in a file of data",
    );
  expect(told("test/data/users.yml", "one:\n  name: <%= `id` %>\n")).toContain("line 2 holds code (`<%`)");
  expect(
    told("test/data/users.yml", "one:\n  name: a\n  size: !!int 3\n  to: Hello !Ref\n  as: |\n    !kept a\n"),
  ).toBeNull();
  for (const code of ["<?php system('id'); return 20;", "<?= `id` ?>"])
    expect(told("test/data/users.txt", `${code}\n`)).toContain("code of PHP in a file of data");
  for (const tag of [
    "!ruby/object:Gem::Version {}",
    "!!python/object/apply:os.system [id]",
    "!<tag:x.org,1:a> b",
    "!include /etc/passwd",
    "!eval os.system('id')",
    "!!javax b",
    "[1, !Ref b]",
    "\n  - &a !x {}",
  ])
    expect(told("test/data/users.yml", `one: ${tag}\n`)).toContain("an object to be made");
});

test("a language reads no character otherwise than a reviewer does", () => {
  const told = (path: string, content: string, before = "") =>
    guardFile({ path, content }, policy, { tree: [], before: new Map([[path, before]]), given: "" })
      ?.message ?? null;
  const returned = "// a\rrequire('x');\n";
  expect(told("src/a.ts", returned)).toContain("U+000D within a line");
  expect(told("src/a.ts", returned, returned)).toBeNull();
  expect(told("src/a.ts", "const a = 1;\r\nconst b = 2;\r\n")).toBeNull();
  expect(told("src/A.java", "// \\u000a Runtime.run();\n")).toContain("an escape that ends a line");
  expect(told("src/A.java", 'String a = "\\u00e9 \\\\u0022";\n')).toBeNull();
  expect(told("src/a.py", "#!/usr/bin/env python\n# -*- coding: raw_unicode_escape -*-\n")).toContain(
    "another encoding than UTF-8",
  );
  expect(told("src/a.py", "# -*- coding: utf-8 -*-\n")).toBeNull();
});

test("ordinary code with the name that a tool looks for elsewhere passes", () => {
  const ordinary = ["src/environment.py", "src/config/environment.js"];
  expect(ordinary.filter((path) => guardPath(path, policy, []) !== null)).toEqual([]);
});

test("a folder that differs only in case from one that is there is none of its own", () => {
  expect(guardPath("src/Sub/b.ts", policy, [file("src/sub/a.ts")])?.message).toContain("only in case");
  expect(guardPath("src/other/b.ts", policy, [file("src/sub/a.ts")])).toBeNull();
});
