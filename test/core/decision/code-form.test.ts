import { codeForm } from "../../../src/core/decision/no-work/code-form.ts";

test.each([
  ["json", '{"a" : 1,\n "b":[1,2]}', '{\n  "a": 1,\n  "b": [1, 2]\n}'],
  ["graphql", "door(id:$id) { key }", "door(id: $id) {\n  key\n}"],
  ["typescript", "door.open({\n  key: 'a'\n})", 'door.open({\n  key: "a",\n});'],
  ["ts", "open() // now\nshut()", "open(); // now\nshut();"],
  ["ts", "enum Door { a = 1 }", "enum Door {\n  a = 1,\n}"],
])("%s: %j is %j in another form", (language, one, other) => {
  expect(codeForm(language, one)).toBe(codeForm(language, other));
});

test.each([
  ["json", '{"a": "x y"}', '{"a": "x  y"}'],
  ["json", '{"a": 1}', '{"a": 10}'],
  ["json", "[1, 2]", "[12]"],
  ["ts", "f('a')", "f('b')"],
  ["ts", "a - -b", "a --b"],
  ["ts", "open()\n(shut)", "open();\n(shut)"],
  ["ts", "return x", "returnx"],
  ["ts", "a = /x y/", "a = /x  y/"],
  ["ts", "f(a, b)", "f(a; b)"],
  ["ts", "return\nx", "return x"],
  ["ts", "// a\nb()", "// a b()"],
  ["ts", "a[1]", "a[1,]b"],
  ["python", "(a,)", "(a)"],
  ["", "a  b", "a b"],
  ["graphql", '"""a  b"""', '"""a b"""'],
])("%s: %j is not %j", (language, one, other) => {
  expect(codeForm(language, one)).not.toBe(codeForm(language, other));
});
