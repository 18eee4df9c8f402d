import { formatOnThread } from "../../../src/shell/writer/format-on-thread.ts";

const like = ["export const a = { b: 'x' };\n"];
const options = { singleQuote: true, printWidth: 60 };

test("a file gets the form of one that the same options leave as it was", async () => {
  const content = 'export const c = {d:"y"}\n';
  expect(await formatOnThread({ path: "src/c.ts", content, like, options })).toBe(
    "export const c = { d: 'y' };\n",
  );
  expect(await formatOnThread({ path: "src/c.mjs", content, like, options })).toBe(
    "export const c = { d: 'y' };\n",
  );
});

test("a default that changed between versions is the one that the code base shows", async () => {
  const long = "export const call = (first: string, second: string, third: string) => first;\n";
  const es5 = [
    "function call(\n  first: string,\n  second: string,\n  third: string,\n  fourth: string\n) {}\n",
  ];
  const made = await formatOnThread({ path: "a.ts", content: long, like: es5, options });
  expect(made).toBe(
    "export const call = (\n  first: string,\n  second: string,\n  third: string\n) => first;\n",
  );
});

test.each([
  ["the code base is formatted otherwise", "a.ts", ["export const a = {b:'x'}\n"]],
  ["nothing shows how it is formatted", "a.ts", []],
  ["the kind of file is not known", "a.py", ["a = 1\n"]],
])("nothing is done where %s", async (_, path, shown) => {
  expect(await formatOnThread({ path, content: "a  =  1\n", like: shown, options })).toBeNull();
});

test("what does not parse is left alone", async () => {
  expect(await formatOnThread({ path: "a.ts", content: "const = ;", like, options })).toBeNull();
});
