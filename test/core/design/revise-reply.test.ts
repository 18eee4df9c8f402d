import { applyRevision, readRevision } from "../../../src/core/design/revise-reply.ts";

const document = `---
status: draft
---

## Public interfaces

\`\`\`php
class Queue {}
\`\`\`

## Open questions

1. How long?
`;

/** The document after one edit, or why there is none. */
function edited(old: string, now: string): string {
  const revised = applyRevision(document, [{ old_text: old, new_text: now }], new Set());
  return "text" in revised ? revised.text : revised.problem;
}

describe("an edit of a design", () => {
  it.each([
    ["a PHP file", "class Queue {}", "<?php\nclass Queue { public function all(): array {} }"],
    ["a Java wildcard", "class Queue {}", "List<?> parts();\nMap<?, ?> all();"],
    ["a comment of HTML", "class Queue {}", "<!-- kept: readers of a fence see it -->"],
    ["a fence of its own", "1. How long?", "1. Ten:\n\n   ```php\n   <?php echo 1;\n   ```"],
    ["a code span", "1. How long?", "1. As long as `List<?>` and `<!-- x -->` are."],
  ])("keeps %s in code", (_, old, now) => {
    expect(edited(old, now)).toBe(document.replace(old, () => now));
  });

  it.each([
    ["1. Ten. <!-- hidden -->", "1. Ten. &lt;!-- hidden -->"],
    ["1. Ten. <?php hidden ?> more", "1. Ten. &lt;?php hidden ?> more"],
    ["1. Ten.\n\n<!-- hidden", "1. Ten.\n\n&lt;!-- hidden"],
    ["1. Ten. <![CDATA[ hidden ]]>", "1. Ten. &lt;![CDATA[ hidden ]]>"],
    ["1. Ten. <!DOCTYPE hidden>", "1. Ten. &lt;!DOCTYPE hidden>"],
    ["1. `Ten. <!-- hidden -->", "1. `Ten. &lt;!-- hidden -->"],
    ["1. Te\u200bn\u202e.", "1. Ten."],
    ["1. Ten.\n[//]: # (hidden)", "1. Ten.\n"],
  ])("shows what prose would hide: %j", (now, shown) => {
    expect(edited("1. How long?", now)).toBe(document.replace("1. How long?", () => shown));
  });

  it.each([
    ["closes the fence it stands in", "class Queue {}", "```\n\n<!-- hidden -->\n\n```"],
    ["ends in the start of a comment", "class Queue {}\n```", "class Queue {}\n```\n\n<!\u2060--"],
  ])("lets nothing hidden live that %s", (_, old, now) => {
    expect(edited(old, now)).not.toMatch(/^<!--/m);
  });

  it("refuses what only hides together with the text around it", () => {
    const open = document.replace("1. How long?", "1. a < b");
    const revised = applyRevision(
      open,
      [
        { old_text: "< b", new_text: "<" },
        { old_text: "a <", new_text: "a <!-- c" },
      ],
      new Set(),
    );
    expect("text" in revised ? revised.text : "").not.toContain("<!--");
    const split = document.replace("1. How long?", "1. How -- long? -->");
    const joined = applyRevision(split, [{ old_text: "How --", new_text: "How <!" }], new Set());
    expect("text" in joined ? joined.text : "refused").not.toContain("<!--");
  });
});

describe("citations", () => {
  const cites = document.replace("1. How long?", () => "1. How long? (`R1`, `R1/Shown`)");
  const known = new Set(["specs/a#R1", "specs/a#R2"]);
  const changed = (now: string) => applyRevision(cites, [{ old_text: "How long?", new_text: now }], known);

  it.each(["Ten.", "Ten. (`R2`)", "Ten. (`R2`, `R1/Shown`)"])("takes %s", (now) => {
    expect(changed(now)).toHaveProperty("text");
  });

  it("refuses one that nothing knows", () => {
    expect(changed("Ten. (`R2`, `R3`)")).toEqual({
      problem: 'it cites "R3", which is no entry of this design',
    });
  });
});

describe("diagrams", () => {
  const revised = (text: string) =>
    applyRevision(document, [{ old_text: "1. How long?", new_text: text }], new Set());

  it.each([
    '~~~mermaid\nflowchart LR\nclick a href "javascript:x"\n~~~',
    '``` Mermaid\nflowchart LR\nclick a href "javascript:x"\n```',
    "````mermaid\nflowchart LR\nclick a call x()\n````",
    "- ```mermaid\n  %%{init: {}}%%\n  flowchart LR\n  ```",
    '> ```mermaid\n> flowchart LR\n> click a href "https://x.test"\n> ```',
    "```mermaid {x}\nflowchart LR\nclick a call x()\n```",
    '<pre lang="mermaid">flowchart LR</pre>',
  ])("%j is refused", (text) => {
    expect(revised(`1. How long?\n\n${text}`)).toHaveProperty("problem");
  });

  it("takes one that is sure to parse, in any fence", () => {
    expect(revised("1. How long?\n\n~~~mermaid\nflowchart LR\na --> b\n~~~")).toHaveProperty("text");
  });
});

test("an answer that is not what was asked for is none", () => {
  expect(readRevision("no JSON")).toBeNull();
  expect(readRevision('{"edits":[{"old_text":"","new_text":"x"}],"summary":"s"}')).toBeNull();
  expect(readRevision('{"edits":[],"summary":"a\\n  b"}')).toEqual({ edits: [], summary: "a b" });
});
