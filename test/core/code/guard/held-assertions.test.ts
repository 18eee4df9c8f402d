import { looksAtSomething } from "../../../../src/core/code/guard/held-assertions.ts";
import { growth } from "../../../support/growth.ts";

describe("an assertion that looks at something", () => {
  it.each([
    ["ts", "expect(f(1)).toBe(1);"],
    ["ts", "expect(\n  f(1),\n).not.toBe(1);"],
    ["ts", "await expect(f(1)).resolves.toBe(1);"],
    ["ts", "expect(`${f(1)}`).toBe('1');"],
    ["ts", "expect(f(1)).to.be.true;"],
    ["ts", "f(1).should.equal(1);"],
    ["ts", "expect.soft(f(1)).toBe(1);"],
    ["ts", "assert.equal(f(1), 1);"],
    ["ts", "strictEqual(f(1), 1);"],
    ["ts", "expect(this.a).toBe(1);"],
    ["py", "assert f(1) == 1"],
    ["py", "assert f(1) == 1, 'no'"],
    ["py", "assert isinstance(a, str)"],
    ["py", "self.assertEqual('x', self.first)"],
    ["py", "with pytest.raises(ValueError):\n    f(1)"],
    ["rb", "expect(f(1)).to eq 1"],
    ["rb", "expect { f(1) }.to raise_error(A)"],
    ["rb", "_(f(1)).must_equal 1"],
    ["rb", "assert_equal 1, f(1)"],
    ["go", 't.Fatal("no")'],
    ["go", "assert.Equal(t, 1, f(1))"],
    ["java", "assertThat(f(1), is(1));"],
    ["java", 'assertThat(f(1)).as("a").isEqualTo(1);'],
    ["java", "@Test(expected = A.class) void a() { f(1); }"],
    ["kt", "f(1) shouldBe 1"],
    ["kt", "verify { f(1) }"],
    ["cs", 'f.Should().Be("ok");'],
    ["cs", "Assert.That(f(1), Is.EqualTo(1));"],
    ["swift", "#expect(f(1) == .ok)"],
    ["swift", "XCTAssertEqual(f(1), 1)"],
    ["dart", "expect(f(1), 1);"],
    ["php", "$this->assertSame(1, f(1));"],
    ["php", "expect(f(1))->toBe(1);"],
    ["rs", "assert_eq!(f(1), 1);"],
    ["ex", "assert f(1) == 1"],
    ["groovy", "then:\nf(1) == 1"],
  ])("in .%s: %s", (ending, line) => {
    expect(looksAtSomething(line, ending)).toBe(true);
  });

  it.each([
    ["ts", "expect(f(1));"],
    ["ts", "expect(f(1), 1);"],
    ["ts", "expect(f(1)).toBe;"],
    ["ts", "expect(f(1)).not;"],
    ["ts", "expect(f(1)).to.be;"],
    ["ts", "expect.assertions(0);"],
    ["ts", "expect(2).toBe(2);"],
    ["ts", "expect([]).toEqual([]);"],
    ["ts", "expect(true).to.be.true;"],
    ["ts", 'run("expect(f(1)).toBe(1)");'],
    ["ts", "const expected = f(1);"],
    ["ts", "f(1).should;"],
    ["ts", "void assert.equal;"],
    ["ts", "assert.equal(1, 1);"],
    ["py", "self.assertEqual, (1, f(1))"],
    ["py", "self.assertEqual; f(1)"],
    ["py", "self.assertIsNone(None)"],
    ["py", "assert (f(1) == 1, 'no')"],
    ["py", "assert True, f(1)"],
    ["py", "pytest.raises(ValueError)"],
    ["rb", "expect(f(1)).to"],
    ["rb", "expect(1).to eq(1)"],
    ["rb", "method(:assert_equal)"],
    ["go", "_ = t.Error"],
    ["go", "assert.True(t, true)"],
    ["java", "assertThat(f(1));"],
    ["java", 'assertThat(f(1)).as("a");'],
    ["kt", "::assertEquals"],
    ["kt", "assertTrue { true }"],
    ["cs", "f(1).Should();"],
    ["cs", "nameof(Assert.Equal);"],
    ["swift", "#expect(Bool(true))"],
    ["dart", "expect(true, isTrue);"],
    ["php", "$this->assertSame(...);"],
    ["php", "expect(f(1))->not;"],
    ["rs", "assert!(true);"],
    ["ex", "refute nil"],
  ])("none in .%s: %s", (ending, line) => {
    expect(looksAtSomething(line, ending)).toBe(false);
  });

  it("is looked for in time that is linear", () => {
    for (const text of ["expect(1); ", "expect(", "expect(1)\n", "expect(1).not"])
      expect(growth((size) => void looksAtSomething(text.repeat(size), "ts"), 4_000)).toBeLessThan(10);
  });
});
