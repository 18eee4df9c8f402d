import fc from "fast-check";
import { designPlace } from "../../../src/core/design/design-place.ts";
import { documentOf } from "../../../src/core/design/design-document.ts";
import { entriesIn, stateOf, withState } from "../../../src/core/design/design-state.ts";
import { designWorld } from "../../support/design-draft.ts";

const { facts } = designWorld();
const { path, content } = documentOf(facts, null);
const document = content ?? "";

test("a new design is a draft of its entries", () => {
  expect(stateOf(document)).toBe("draft");
  expect(entriesIn(document)).toEqual(["UPL1b", "UPL1c"]);
  expect([stateOf("# Notes"), entriesIn("# Notes")]).toEqual([null, []]);
});

test("a stale one says which entries changed, and what they are now", () => {
  const stale = withState(document, "stale", new Map([["UPL1c", "0123abcd"]]));
  expect(stale).toContain('status: stale\nentries:\n  - id: "UPL1b"');
  expect(stale).toMatch(/- id: "UPL1c"\n {4}fingerprint: "[0-9a-f]+"\n {4}now: "0123abcd"\ntargets/);
  const gone = withState(stale, "stale", new Map([["UPL1b", null]]));
  expect(gone).toMatch(
    /- id: "UPL1b"\n {4}fingerprint: "[0-9a-f]+"\n {4}now: "not changed any more"\n {2}- id/,
  );
});

test("whatever people wrote below, only the front matter changes, and it can change back", () => {
  const states = ["draft", "accepted", "stale", "superseded"] as const;
  const changed = fc.dictionary(fc.constantFrom("UPL1b", "UPL1c"), fc.constantFrom("00ff", null));
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...states), changed, (below, state, marks) => {
      const text = document + below;
      const marked = withState(text, state, new Map(Object.entries(marks)));
      expect(stateOf(marked)).toBe(state);
      expect(marked.endsWith(text.slice(text.indexOf("\n---\n")))).toBe(true);
      expect(withState(marked, "draft")).toBe(text);
    }),
  );
  expect(withState("status: draft\n", "stale")).toBe("status: draft\n");
});

test("an older design keeps its file and says that it is superseded; one about other entries says nothing", () => {
  const other = document.replaceAll("UPL1", "XYZ1");
  const existing = [
    { path, text: document },
    { path: "design/other.md", text: other },
    { path: "design/notes.md", text: "# Notes\n" },
  ];
  const wanted = { path, pullRequest: 7, entries: ["UPL1b"] };
  expect(designPlace(wanted, existing)).toEqual({
    path: "design/parallel-parts-7.md",
    superseded: [{ path, content: withState(document, "superseded") }],
  });
  const again = { path: "design/parallel-parts-7.md", text: withState(document, "superseded") };
  expect(designPlace(wanted, [...existing, again]).path).toBe("design/parallel-parts-7-2.md");
  for (const name of ["claude", "agents", "skill"])
    expect(designPlace({ ...wanted, path: `design/${name}.md` }, []).path).toBe(`design/${name}-design.md`);
  expect(designPlace(wanted, [])).toEqual({ path, superseded: [] });
});

test("a program stays one, and what agents obey is no older design", () => {
  const wanted = { path: "design/limits.md", pullRequest: 7, entries: ["LM1"] };
  const text = '---\nstatus: accepted\nentries:\n  - id: "LM1"\n---\n';
  const content = withState(text, "superseded");
  const names = ["AGENTS.md", "CLAUDE.md", "claude.md", "SKILL.md"].map((name) => `design/${name}`);
  const obeyed = names.map((path) => ({ path, text }));
  const program = { path: "design/old.md", text, isExecutable: true } as const;
  const { superseded } = designPlace(wanted, [...obeyed, program, { path: "design/older.md", text }]);
  expect(superseded).toEqual([
    { path: "design/old.md", content, isExecutable: true },
    { path: "design/older.md", content },
  ]);
});
