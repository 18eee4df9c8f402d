import { sensitiveUses } from "../../../../src/core/code/guard/sensitive-uses.ts";
import { newModule } from "../../../../src/core/code/guard/uses/language-uses.ts";

const told = (ending: string, statement: string): boolean => {
  const [path, had] = [`src/a.${ending}`, "x\n"];
  return sensitiveUses([{ path, content: `${had}${statement}\n` }], new Map([[path, had]]), [path]).some(
    ({ kind }) => kind === newModule,
  );
};

describe("a module that is brought in", () => {
  it.each([
    ["ts", 'const a = require.resolve("left-pad");'],
    ["ts", 'const a = vi.importActual("left-pad");'],
    ["ts", 'const a = import.meta.resolve("left-pad");'],
    ["go", "import `left.com/pad`"],
    ["go", "import (\n\t`left.com/pad`\n)"],
    ["go", 'import "left.com/pad";'],
    ["go", 'import é "left.com/pad"'],
    ["cs", "namespace A { using Left.Pad; }"],
    ["cs", "using unsafe A = Left.Pad.B*;"],
    ["cs", "extern alias LeftPad;"],
    ["fs", "module A = Left.Pad"],
    ["rs", "#[doc(hidden)] #[macro_use] extern crate left_pad;"],
    ["rs", "fn a() { extern crate r#left_pad; }"],
    ["rs", "extern crate std; extern crate left_pad;"],
    ["swift", "import Foundation; import LeftPad"],
    ["dart", "part 'package:left_pad/a.dart';"],
    ["dart", "import 'a.dart' if (dart.library.io) 'package:left_pad/b.dart';"],
    ["dart", "import\n  'package:left_pad/a.dart';"],
    ["dart", "import r'package:left_pad/a.dart';"],
    ["ex", "import(LeftPad)"],
    ["ex", "x(); import LeftPad"],
    ["ex", "alias :left_pad, as: Pad"],
    ["ex", "@behaviour LeftPad"],
    ["lua", 'pcall(require, "left_pad")'],
    ["pl", "no Left::Pad;"],
    ["hs", 'import "pad" Left.Pad'],
    ["cpp", "export import left;"],
    ["c", "#include_next <left.h>"],
  ])("in .%s: %s", (ending, statement) => {
    expect(told(ending, statement)).toBe(true);
  });

  it.each([
    ["ts", 'import { a } from "./left-pad";'],
    ["go", "x := `left.com/pad` + y"],
    ["dart", "import 'a.dart';"],
    ["ex", "import Enum"],
    ["swift", "import Foundation; let a = 1"],
    ["rs", "extern crate std;"],
  ])("none in .%s: %s", (ending, statement) => {
    expect(told(ending, statement)).toBe(false);
  });
});
