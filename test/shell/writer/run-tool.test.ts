import { Overlay } from "../../../src/shell/writer/overlay.ts";
import { runTool, type ToolWorld } from "../../../src/shell/writer/run-tool.ts";

const text = '{\n  /* Projects */\n  // "incremental": true, /* off */\n  "target": "es2015" /* on */\n\n}\n';
const paths = ["tsconfig.json", "src/a.ts"];
const workspace = {
  tree: () => Promise.resolve(paths.map((path) => ({ path, kind: "file" as const, size: 100 }))),
  read: () => Promise.resolve(text),
};

async function read(input: object): Promise<string> {
  const overlay = await Overlay.open(workspace as never);
  const world = { overlay, given: "" } as unknown as ToolWorld;
  const result = await runTool({ id: "1", name: "read_file", input }, world);
  return result.kind === "answer" ? result.content : result.kind;
}

test("settings are read without their comments, under their line numbers, and it is said so", async () => {
  expect(await read({ path: "tsconfig.json" })).toBe(
    '1\t{\n4\t  "target": "es2015" /* on */\n6\t}\n(4 blank lines and comments are left out: from_line shows them)',
  );
  expect(await read({ path: "tsconfig.json", from_line: 2, to_line: 3 })).toBe(
    '2\t  /* Projects */\n3\t  // "incremental": true, /* off */',
  );
  expect(await read({ path: "src/a.ts" })).toContain("2\t  /* Projects */");
});
