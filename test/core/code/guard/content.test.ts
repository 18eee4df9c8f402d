import { guardFile } from "../../../../src/core/code/guard/guard.ts";
import { defaultCaps, type WritePolicy } from "../../../../src/core/code/guard/write-policy.ts";
import { growth } from "../../../support/growth.ts";

const policy: WritePolicy = { folders: ["src", "test"], testFolders: ["test"], fixed: [], caps: defaultCaps };

const told = (path: string, content: string, before: string | null = null, given = ""): string | null =>
  guardFile({ path, content }, policy, {
    tree: [],
    before: new Map(before === null ? [] : [[path, before]]),
    given,
  })?.message ?? null;

describe("characters that nobody sees", () => {
  it.each([0x34f, 0x17b5, 0x180b, 0xe0100, 0x16fe4, 0x13441, 0x2800, 0x3164, 0x200d, 0xfe0f, 0xfeff])(
    "U+%s within a name",
    (code) => {
      expect(told("src/a.ts", `const a${String.fromCodePoint(code)}b = 1;\n`)).toContain("line 1 holds U+");
    },
  );

  it("may draw a picture, or say at the start that a file is UTF-8", () => {
    expect(
      told("src/a.ts", "\uFEFFconst a = '\u2764\uFE0F \u{1F468}\u200D\u{1F4BB} 1\uFE0F\u20E3';\n"),
    ).toBeNull();
    expect(told("src/a.ts", "const a = '\u2764\uFE0F\uFE0F';\n")).toContain("U+FE0F");
  });

  it("is looked for behind one that the file had", () => {
    const old = "\uFEFFconst a = '\u200D';\n";
    for (const line of ["/* \uFEFF \u202E } \u2066 */", "/* \u200D \u202E */"])
      expect(told("src/a.ts", `${old}${line}\n`, old)).toContain("line 2 holds U+");
    expect(told("src/a.ts", `${old}const b\uFEFFc = 1;\n`, old)).toContain("U+FEFF");
    expect(told("src/a.ts", "const \u2139\u200D\u2139 = 1;\n")).toContain("U+200D");
  });

  it("hide behind what a reader sees", () => {
    expect(told("src/a.ts", `a = 1;${" ".repeat(200)}b();\n`)).toContain("far behind the end");
    expect(told("src/a.ts", `${" ".repeat(200)}b();\n`)).toBeNull();
    for (const line of [`a = 1;${"\t".repeat(30)}b();`, `a;${`${" ".repeat(60)};`.repeat(3)}b();`])
      expect(told("src/a.ts", `${line}\n`)).toContain("far behind the end");
    expect(told("src/a.ts", `${"\t".repeat(26)}b();\n`)).toContain("far behind the end");
    expect(told("src/a.go", "a\tb\tc\td\t\t// e\n")).toBeNull();
  });

  it.each([0xa0, 0x2003, 0x2007, 0x202f, 0x3000, 0x1680])("a blank U+%s that is no space", (code) => {
    const blank = String.fromCodePoint(code);
    for (const line of [
      `if (a)${blank}b();`,
      `return${blank}1;`,
      `f(${blank}a)`,
      `a.b${blank}(c)`,
      `a${blank}= 1`,
      `import${blank}"./a"`,
      `  #limit${blank}= 42`,
      `a = 'b${blank}c', d${blank}= 1`,
      `/* b${blank}c */ d${blank}= 1`,
    ])
      expect(told("src/a.ts", `${line}\n`)).toContain("a blank that is no space");
    for (const text of [
      `// prix${blank}: 3`,
      ` * prix${blank}: (3)`,
      `a = "prix${blank}: 3";`,
      `prix${blank}: 3 (net).`,
    ])
      expect(told("src/a.ts", `${text}\n`)).toBeNull();
    expect(told("src/a.tsx", `<b>prix${blank}: 3</b>\n`)).toBeNull();
  });

  it("stay out of data that has another file read", () => {
    for (const line of [
      '<!DOCTYPE a [<!ENTITY x SYSTEM "y">]>',
      '<a xmlns:i="http://www.w3.org/2001/XInclude"/>',
    ])
      expect(told("test/data/a.xml", `${line}\n`)).toContain("fetch another file");
    expect(told("test/data/a.xml", "<a><b>1</b></a>\n")).toBeNull();
  });
});

describe("names that are read as others", () => {
  it.each([
    ["as the language folds letters", "os.\u{1D4C8}\u{1D4CE}\u{1D4C8}\u{1D4C9}\u{1D452}\u{1D4C2}(x)"],
    ["a long s", "os.\u017Fystem(x)"],
    ["raised letters", "os.\u02E2\u02B8\u02E2\u1D57\u1D49\u1D50(x)"],
    ["a letter like a", "is\u0251dmin = 1"],
    ["a letter like an exclamation mark", "env\u01C3 = 1"],
    ["a sign like a semicolon", "a = 'x\u037E'"],
    ["a word of Cyrillic like one of Latin", "\u0441\u043E\u0441\u043E = 1"],
    ["a word of two scripts", "\u0441lient = 1"],
    ["letters of a script of its own kind", "\u13A0\u13D9 = 1; \u0531\u0562 = 2"],
    ["a sign of formulas that looks like a Latin letter, in a word", "\u03C3s = 1"],
    ["the same, beside a word", "\u03B1_max = 1"],
    ["a Greek capital like a Latin one", "\u039Fs = 1"],
    ["a letter of mathematics within a word", "is\u{1D5A0}dmin = 1"],
    ["a word of letters of mathematics", "\u{1D5BA}\u{1D5BD}\u{1D5C6} = 1"],
  ])("%s", (_what, line) => {
    expect(told("src/a.py", `${line}\n`)).toContain("line 1 holds");
    expect(told("src/a.py", `${line}\n`, `${line}\nb = 1\n`)).toBeNull();
  });

  it.each([
    ["a comment in Chinese", "# \u91CD\u8BD5\uFF08\u4E24\u6B21\uFF09"],
    ["letters with marks", "größe = 'naïve Łódź ñandú ș ế'"],
    ["units and signs", "# 5 µs × 2 … \u2192 \u201Cquoted\u201D O(n²) ½"],
  ])("%s passes", (_what, line) => {
    expect(told("src/a.py", `${line}\n`)).toBeNull();
  });

  it.each([
    "Δt = 1; Ωmax = 2; \u2126 = 3; dλ = 4; μs = 5; µs = 6",
    "λ, σ, π, ρ_0, η2, α, ν1 = a; σ_x = b",
    "# Δx and θ of Φ(x), in Ω",
  ])("signs of formulas pass: %s", (line) => {
    expect(told("src/a.py", `${line}\n`)).toBeNull();
    expect(told("src/a.jl", `${line}\n`)).toBeNull();
  });

  it("what only some languages fold passes in the others", () => {
    for (const line of ["/* (^._.^)\uFF89 */", "// \u{1D573}\u{1D556} is a pair", "// n\u00BA 5"])
      expect(told("src/a.js", `${line}\n`)).toBeNull();
    expect(told("src/a.py", "# (^._.^)\uFF89\n")).toContain("reads as another");
  });

  it.each([
    ["Georgian", "c\u10FFnfig"],
    ["a numeral of Rome", "\u217Cimit"],
    ["a letter of mathematics", "c\u2134nfig"],
    ["a digit of Arabic", "c\u0665nfig"],
    ["a digit of NKo", "c\u07C0nfig"],
    ["Hebrew", "c\u05E1nfig"],
    ["Arabic", "c\u0647nfig"],
    ["Thai", "\u0E40imit"],
    ["a digit of Devanagari", "c\u0966nfig"],
    ["a single letter of Hangul", "c\u3147nfig"],
    ["a half one", "\uFFDCimit"],
    ["Canadian syllables, beside a letter with a mark", "\u1455\u00F4t\u00E9"],
    ["Lisu", "c\uA4F3nfig"],
    ["Coptic", "c\u2C9Fnfig"],
  ])("a Latin word has no letter of %s", (_script, word) => {
    expect(told("src/a.ts", `const ${word} = 1;\n`)).toContain("mixes Latin letters");
    expect(told("src/a.ts", `const ${word} = 1;\n`, `a(${word});\n`)).toBeNull();
  });

  it.each([
    "ID\u4E3A\u7A7A",
    "API\uB97C",
    "\u30C7\u30FC\u30BFID",
    "ID\uFF11",
    "\u0E43\u0E0A\u0E49 API",
    "\u2160",
  ])("a word of prose passes: %s", (word) => {
    expect(told("src/a.ts", `// ${word}\n`)).toBeNull();
  });

  it("a name of Greek and Latin letters is known from the repository, and not from the spec", () => {
    const line = "\u03B1_max = 1\n";
    const facts = { tree: [], before: new Map([["src/b.py", `print(${line}`]]), given: "" };
    expect(guardFile({ path: "src/a.py", content: line }, policy, facts)).toBeNull();
    expect(told("src/a.py", line, null, line)).toContain("mixes Latin letters");
    const twin = { path: "src/a.py", content: "\u0441lient = 1\n" };
    const known = { ...facts, before: new Map([["src/b.py", twin.content]]) };
    expect(guardFile(twin, policy, known)?.message).toContain("mixes Latin letters");
  });

  it("a script that the repository or the spec has passes, and none other", () => {
    const greeting = "a = '\u043F\u0440\u0438\u0432\u0435\u0442'\n";
    expect(told("src/a.py", greeting)).toContain("a script that looks like Latin");
    expect(told("src/a.py", greeting, "# \u0434\u0430\n")).toBeNull();
    expect(told("src/a.py", greeting, null, "The greeting is \u0434\u0430.")).toBeNull();
    expect(told("test/data/a.json", JSON.stringify({ a: greeting }))).toBeNull();
  });
});

describe("tests in which nothing can fail", () => {
  it.each([
    ["test/a.swift", "final class A: XCTestCase {\n  func testOpen() {\n    open()\n  }\n}"],
    ["test/a_test.go", "func TestOpen(t *testing.T) {\n\topen()\n}"],
    ["test/a.test.ts", "it('opens', () => { open(); });"],
    ["test/a.test.ts", "test(title, () => open());"],
    ["test/a.test.ts", "describe.each([1])('a', () => { run(); });"],
    ["test/a.test.ts", "it('should open', () => { open(); });"],
    ["test/ATest.java", "@Test\nvoid shouldThrowIfClosed() { open(); }"],
    ["test/ATest.kt", 'class ATest : FunSpec({\n  test("it should be open") {\n    open()\n  }\n})'],
    ["test/ATest.cs", "[Fact]\npublic void ShouldOpen() { Open(); }"],
  ])("%s: %s", (path, content) => {
    expect(told(path, `${content}\n`)).toContain("nothing can fail");
  });

  it.each([
    ["kt", 'test("a") {\n  f(1) shouldBe 1\n}'],
    ["kt", 'test("a") {\n  f(1) shouldNotBe (2)\n}'],
    ["kt", 'test("a") {\n  f(1).shouldBeEmpty()\n}'],
    ["kt", 'test("a") {\n  shouldThrow<A> { f(1) }\n}'],
    ["kt", 'test("a") {\n  f(1) shouldHaveSize 2\n}'],
    ["kt", 'test("a") {\n  f(1) `should be equal to` 2\n}'],
    ["kt", 'test("a") {\n  checkAll<Int> { f(it) }\n}'],
    ["kt", "@Test fun a() {\n  expectThat(f(1)).isEqualTo(1)\n}"],
    ["kt", "@Test fun a() {\n  coVerify { f(1) }\n}"],
    ["java", "@Test void a() {\n  get().then().statusCode(2); mvc.perform(b).andExpect(c);\n}"],
    ["java", "@Test void a() {\n  assertThat(f(1), is(1));\n}"],
    ["java", "@Test void a() {\n  verifyNoMoreInteractions(b);\n}"],
    ["java", "@Test void a() {\n  await().until(b);\n}"],
    ["cs", "[Fact] public void A() {\n  F(1).Should().Be(1);\n}"],
    ["cs", "[Fact] public void A() {\n  F(1).ShouldBe(1);\n}"],
    ["cs", "[Fact] public void A() {\n  b.Received(1).F();\n}"],
    ["swift", "@Test func testA() {\n  #expect(f(1) == 1)\n}"],
    ["swift", "@Test func testA() throws {\n  try #require(f(1))\n}"],
    ["swift", "func testA() throws {\n  _ = try XCTUnwrap(f(1))\n}"],
    ["swift", "@Test func testA() {\n  Issue.record()\n}"],
    ["dart", "test('a', () {\n  expect(f(1), 1);\n});"],
    ["dart", "test('a', () {\n  check(f(1)).equals(1);\n});"],
    ["dart", "test('a', () {\n  verifyNever(() => b.f());\n});"],
    ["rb", "it 'a' do\n  _(f(1)).must_equal 1\nend"],
    ["rb", "it 'a' do\n  f(1).wont_be_nil\nend"],
    ["rb", "it 'a' do\n  is_expected.to eq(1)\nend"],
    ["php", "it('a', function () {\n  f(1);\n})->throws(A::class);"],
    ["php", "it('a', function () {\n  expect(f(1))->toBe(1);\n});"],
    ["rs", "#[test]\n#[should_panic]\nfn a() { f(1); }"],
    ["rs", "#[test]\nfn a() { insta::assert_snapshot!(f(1)); }"],
    ["rs", "#[test]\nfn a() { prop_assert!(f(1)); }"],
    ["rs", "#[test]\nfn a() { verify_that!(f(1), eq(1)); }"],
    ["go", 'func TestA(t *testing.T) {\n\tif d := cmp.Diff(a, b); d != "" {\n\t\tt.Fatal(d)\n\t}\n}'],
    ["go", "func TestA(t *testing.T) {\n\tis := is.New(t)\n\tis.Equal(f(1), 1)\n}"],
    ["go", "func TestA(t *testing.T) {\n\tg := NewWithT(t)\n\tg.Eventually(f).Within(a)\n}"],
    ["go", "func (s *Suite) TestA() {\n\ts.Equal(1, f(1))\n}"],
    ["py", "def test_a():\n    with pytest.raises(ValueError):\n        f(1)"],
    ["ts", "test('a', t => { t.deepEqual(f(1), 1); });"],
    ["ts", "test('a', () => { expectTypeOf(f).toBeFunction(); });"],
  ])("a test of .%s can fail: %s", (ending, content) => {
    expect(told(`test/a.${ending}`, `${content}\n`)).toBeNull();
  });

  it.each([
    ["test/Mock.swift", "func testsOnly_open() -> Int { 1 }\nclass func testSuite_inject(_ a: Int) {}"],
    ["test/main_test.go", "func TestMain(m *testing.M) {\n\tos.Exit(m.Run())\n}"],
    ["test/each.ts", "export const each = (fn) => describe('a', fn);"],
    ["test/App.tsx", "return <b>An NPM package test (react)</b>;"],
  ])("helpers of tests declare none: %s", (path, content) => {
    expect(told(path, `${content}\n`)).toBeNull();
  });
});

describe("a literal where a secret is named", () => {
  it("that is made up is none", () => {
    for (const made of [
      "0123456789abcdef0123456789abcdef",
      "some_invalid_token_nkds9r7_x1",
      "test-RSC10-token-renewal",
      "/api/v1/auth/password-reset/request",
    ])
      expect(told("src/a.py", `token = "${made}"\n`)).toBeNull();
    for (const random of [
      "QF7CjTvDs2kFQMKLwpccEhIkN",
      "a8f_Kq2-x9Wm3_Zr7Lp0-token_b4",
      "Xk29-ab-QZ81mN4-cd-77Ty0w",
      "0123456789zQ8vT3nLw7Yk2Rb9Xs4Mf6Hd",
      "abcdefghijzQ8vT3nLw7Yk2Rb9Xs4Mf6Hd1Jc5",
      "zQ8vT3nLw7Yk2Rb9Xs4Mf6Hd1Jc5...",
      "some_token_for_tests_and_examples_of_tokens_zQ8vT3nLw7Yk2Rb9Xs4Mf6Hd1Jc5",
    ])
      expect(told("src/a.py", `token = "${random}"\n`)).toContain("random-looking");
  });
});

describe("a literal of a secret that is written otherwise", () => {
  const random = "zQ8vT3nLw7Yk2Rb9Xs4Mf6Hd1Jc5";

  it.each([
    `token = "\\x7a${random.slice(1)}"`,
    `token = "\\172${random.slice(1)}"`,
    `token = "${random.slice(0, 12)}" + "${random.slice(12)}"`,
    `token = "${random.slice(0, 12)}" "${random.slice(12)}"`,
    `token = %q(${random})`,
    `token = "Bearer ${random}"`,
    `headers = {"Authorization": "Bearer ${random}"}`,
    `passphrase = "${random}"`,
    `dbPass = "${random}"`,
    `pwd = '${random}'`,
    `signingKey = "${random}"`,
    `at = "Server=x;Password=${random};Encrypt=true"`,
    `secret = "zQ8!vT3.nLw7:Yk2;Rb9,Xs4?Mf6Hd1Jc5"`,
    'npm = "npm\\x5fzQ8vT3nLw7Yk2Rb9Xs4Mf6Hd1Jc5zQ8vT3"',
    `npm = "n\\pm_${random}zQ8vT3"`,
    `npm = "np\\&m_${random}zQ8vT3"`,
    `npm = "npm_${random}" + /* don't */ "zQ8vT3"`,
    `npm = "npm_${random}" +\n  'zQ8vT3'`,
    `npm = "npm_${random}" + // don't\n  "zQ8vT3"`,
    `npm = "npm_${random}\\\n  zQ8vT3"`,
    `npm = concat!("npm_${random}", "zQ8vT3")`,
    `npm = ("npm_" + ("${random}" + 'zQ8vT3'))`,
    `npm = r#"npm_${random}"# + r#"zQ8vT3"#`,
    `npm = "n" + "" + "pm_${random}zQ8vT3"`,
    "npm = `npm_${'" + random + "'}zQ8vT3`",
    `token = "zQ8vT3n\\Lw7Yk2Rb9\\4Xs4Mf6H\\d1Jc5"`,
    `token = ("${random.slice(0, 12)}") + ("${random.slice(12)}")`,
    `token =\n    "${random}"`,
    `npm = "npm_${random}" +\n  # the rest\n\n  "zQ8vT3"`,
    `npm = "npm_${random}" +\n  /* the\n rest */\n  "zQ8vT3"`,
    `npm = [\n  "npm_${random}",\n  // the rest\n\n  "zQ8vT3",\n].join("")`,
  ])("%s", (line) => {
    expect(told("src/a.py", `${line}\n`)).toContain("looks like a");
  });

  it.each([
    'token_url = "https://rest.example.com/v2/keys/{keyName}/requestToken?limit=10"',
    'token_pattern = "^[a-zA-Z0-9_-]{1,20}\\\\.[a-z0-9+/]{8,64}$"',
    'log("token %s:%d expires at 2024-01-01T00:00:00.000Z, now 1704067200", a, b)',
    'token_class = "com.example.auth.v2.TokenDetails2Converter"',
    'token = "xVLyHw.CLchevH3hF....MDh9ZC_Q"',
    "bearer('/api/v1/user/me2').set('Authorization', 'Bearer ')",
    'compass = "zQ8vT3nLw7Yk2Rb9Xs4Mf6Hd1Jc5"',
  ])("none: %s", (line) => {
    expect(told("src/a.py", `${line}\n`)).toBeNull();
  });

  it("is looked for behind one that the file had", () => {
    const old = `token = "${random}"\n`;
    expect(told("src/a.py", `${old}x = 1\n`, old)).toBeNull();
    expect(told("src/a.py", `${old}secret = "${random}1"\n`, old)).toContain("line 2");
  });

  it("is none where the spec has it, with its escapes or without", () => {
    const line = 'token = "zQ8vT3nL\\/w7Yk2Rb9Xs4Mf6Hd1Jc5"\n';
    expect(told("src/a.py", line, null, "zQ8vT3nL/w7Yk2Rb9Xs4Mf6Hd1Jc5")).toBeNull();
    expect(told("src/a.py", line, null, "zQ8vT3nL\\/w7Yk2Rb9Xs4Mf6Hd1Jc5")).toBeNull();
  });

  it.each(['"a', "\\x41", "%q(", "'a' 'b' ", "[=", "\\N{LATIN ", "{-(*", '"a" +\n', "a\\\n"])(
    "is looked for in time that is linear: %j",
    (piece) => {
      const look = (size: number): void => {
        told("src/a.py", `token ${piece.repeat(size)}\n`);
      };
      expect(growth(look, 20_000)).toBeLessThan(10);
    },
  );
});

describe("what a language reads first", () => {
  it.each([
    ["src/a.scala", "// \\u000a x()", "an escape that ends a line"],
    ["src/a.rb", "# encoding: shift_jis", "another encoding"],
    ["src/a.php", "<?php declare(encoding='SJIS');", "another encoding"],
    ["src/a.pl", "use encoding 'shiftjis';", "a filter"],
    ["src/a.pl", "use Acme::Bleach;", "a filter"],
    ["src/a.c", "// path C:\\\ncheck(x);", "goes on in the next line"],
    ["src/a.h", "// why \\  \ncheck(x);", "goes on in the next line"],
    ["src/a.cpp", "// why??/\ncheck(x);", "a trigraph"],
    ["src/a.c", 'sys\\\ntem("id");', "in two lines"],
    ["src/a.c", "a = b /\\\n/ c;", "in two lines"],
    ["src/a.hs", "{-# OPTIONS_GHC -F -pgmF ./x #-}", "a program for the compiler"],
    ["src/a.hs", "{-# options_ghc -F -pgmF ./x #-}", "a program for the compiler"],
    ["src/a.hs", "{-# OPTIONS -F -pgmF ./x #-}", "a program for the compiler"],
    ["src/a.hs", "{-# OPTIONS_GHC\n  -F\n#-}", "a program for the compiler"],
    ["src/a.hs", "{-# OPTIONS_GHC -F -pgmF ./hspec-discover #-}", "a program for the compiler"],
    ["src/a.c", '%:include "/tmp/x"', "in other letters"],
    ["src/a.h", "/* a */ %: define if while", "in other letters"],
    ["src/a.cpp", "??=define if while", "a trigraph"],
    ["src/a.py", "#!/bin/sh\nid", "the first line of a script for a shell"],
  ])("%s: %s", (path, content, what) => {
    expect(told(path, `${content}\n`)).toContain(what);
    expect(told(path, `${content}\n`, `${content}\n\n`)).toBeNull();
  });

  it.each([
    ["src/a.rb", "# frozen_string_literal: true\n# encoding: UTF-8"],
    ["src/a.h", '#define URL "https://x.test/" \\\n  "path"'],
    ["src/a.h", "#define A(x) foo(x);\\\n- (void)on;"],
    ["src/a.hs", "{-# OPTIONS_GHC -Wall -fno-warn-orphans #-}"],
    ["src/a.hs", "{-# OPTIONS_GHC -F -pgmF hspec-discover -optF --module-name=Tests #-}"],
    ["src/a.c", 'printf("done %d%%: %s", a, b);\n  "%: b"'],
    ["src/a.swift", "let a = b ?? c // ??="],
    ["src/a.py", "#!/usr/bin/env python3\nb = 1"],
  ])("%s: ordinary", (path, content) => {
    expect(told(path, `${content}\n`)).toBeNull();
  });

  it("a tag of YAML is read with its escapes", () => {
    for (const tag of ["!!%70ython/object/apply:shutil.rmtree [x]", "!%72uby/object:X {}"])
      expect(told("test/data/a.yaml", `a: ${tag}\n`)).toContain("an object to be made");
    expect(told("test/data/a.yaml", "a: 100%25 of !this\n")).toBeNull();
  });

  it.each(["txt", "json", "jsonl", "csv", "snap.txt", "golden", "yaml.txt", "yml.golden"])(
    "a tag by which a reader of YAML makes an object, in a file of .%s",
    (ending) => {
      for (const tag of [
        "!!python/object/apply:os.system [id]",
        "!!%70ython/object/new:os.system [id]",
        "!ruby/object:Gem::Installer {}",
        "!ruby/class 'Kernel'",
        "!!js/function 'function () {}'",
        "!!javax.script.ScriptEngineManager []",
        "!php/object 'O:1:{}'",
        "!struct:Kernel {}",
        "!<tag:yaml.org,2002:python/name:os.system> ''",
        "!<!System.Diagnostics.Process%2C%20System> {}",
      ])
        for (const text of [`a: ${tag}`, `- ${tag}`, `--- ${tag}`, `{"a": ${tag}}`])
          expect([text, told(`test/data/a.${ending}`, `${text}\n`)]).toEqual([
            text,
            expect.stringContaining("an object to be made"),
          ]);
      expect(
        told(`test/data/a.${ending}`, "%TAG !p! tag:yaml.org,2002:python/\n---\n!p!name:os.system\n"),
      ).toContain("an object to be made");
    },
  );

  it.each([
    ["txt", "*.log\n!src/keep.ts\n!keep.txt\n"],
    ["txt", "Hello, world!\nWait!!one.\n!important: yes\nreturn !!user.name;\n"],
    ["txt", "GIVEN a != b AND !c.d\n![an image](a/b.png)\n"],
    ["json", '{"text": "a: !!python/object/apply:os.system [id]", "b": ["!ruby/object:X {}"]}'],
    ["csv", "name,call\nx,!a/b\n"],
    ["txt", "!<arch>\nfile\n"],
    ["txt", "kind: !!str text\nsize: !!int 3\n"],
  ])("ordinary data of .%s: %s", (ending, content) => {
    expect(told(`test/data/a.${ending}`, content)).toBeNull();
  });
});

test("a web token of somebody made up is no credential", () => {
  const part = (value: unknown): string => btoa(JSON.stringify(value)).replace(/=+$/, "");
  const token = (payload: object): string =>
    `${part({ alg: "HS256", typ: "JWT" })}.${part(payload)}.SflKxwRJSMeKKF2QT4fw`;
  const line = (payload: object): string => `const token = "${token(payload)}";\n`;
  for (const payload of [{ sub: "1234567890", name: "John Doe", iat: 1516239022 }, { sub: "1234567890" }])
    expect(told("src/a.ts", line(payload))).toBeNull();
  for (const payload of [
    { sub: "user-4711" },
    { sub: 1234567890 },
    { name: "1234567890" },
    { sub: "a", aud: "1234567890" },
  ])
    expect(told("src/a.ts", line(payload))).toContain("JSON web token");
  const signed = line({ sub: "billing-service-prod" }).replace("QT4fw", "QT4fwpMeJf36POk6yJV7adQ");
  expect(told("src/a.ts", signed)).toContain("JSON web token");
  const published = line({ sub: "1234567890" }).replace("QT4fw", "QT4fwpMeJf36POk6yJV_adQssw5c");
  expect(told("src/a.ts", published)).toBeNull();
  const both = `${line({ sub: "1234567890" }).trim()} ${line({ sub: "user-4711" })}`;
  expect(told("src/a.ts", both)).toContain("JSON web token");
});
