import { fileURLToPath } from "node:url";
import { type Clone, createClone } from "../support/local-clones.ts";
import { testModelKey } from "../support/test-settings.ts";
import { runWatched } from "../support/watched-program.ts";

const bin = fileURLToPath(new URL("../../bin/twopath.js", import.meta.url));
const before = "# A\n\n- `(EP1)` The client MUST wait.\n- `(EP2)` The client MUST retry.\n\n";
const config = `spec: [spec.md]
targets:
  - name: js
    repository: acme/sdk-js
    language: typescript
    tag: "@spec ID"
`;
const sdk = { "src/a.ts": "// @spec EP1\nexport const a = 1;\n", "test/a.test.ts": "// @spec EP1\n" };

const clones: Clone[] = [];
afterEach(() => {
  for (const clone of clones.splice(0)) clone.remove();
});

/** What judge, designer and writer are sent of EP9, in this order. */
async function requests(text: string): Promise<readonly string[]> {
  const [spec, target] = [createClone("spec"), createClone("sdk-js")];
  clones.push(spec, target);
  spec.commit({ "spec.md": before, ".github/twopath.yml": config });
  spec.git("checkout", "-q", "-b", "change");
  spec.commit({ "spec.md": `${before}${text}` });
  target.commit(sdk);
  const [PATH, HOME] = [process.env["PATH"], process.env["HOME"]];
  const sent = [
    ["review", "--judge"],
    ["design", "EP9", "--draft"],
    ["generate", "EP9", "--target", target.folder],
  ].map(async ([command = "", ...args]) => {
    const words = [
      bin,
      command,
      ...args,
      "--show-request",
      "--repo",
      spec.folder,
      "--base",
      "main",
      "--head",
      "change",
    ];
    const { stdout } = await runWatched(words, {
      variables: { PATH, HOME, ANTHROPIC_API_KEY: testModelKey },
    });
    return JSON.stringify(userPart(JSON.parse(stdout)));
  });
  return Promise.all(sent);
}

function userPart(body: unknown): unknown {
  return Array.isArray(body) ? body.map(userPart) : (body as { messages: unknown }).messages;
}

test("the labels of references that are defined elsewhere reach no request", async () => {
  const text =
    "- `(EP9)` The client MUST [forget][but *only* when asked] the secret.\n\n## Z\n\n[but *only* when asked]: #z\n";
  for (const request of await requests(text)) {
    expect(request).toContain("The client MUST [forget](#z) the secret.");
    expect(request).not.toContain("when asked");
  }
}, 60_000);

test.each([
  ["- `(EP9)` The client MUST <title>NOT</title> retry.\n", /<title>NOT|003ctitle\\\\u003eNOT/],
  [
    "- `(EP9)` The client MUST ![NOT\n  ever] retry[^but-never-on-weekends].\n",
    /!\[NOT\S+ever\] retry\[\^but-never-on-weekends\]/,
  ],
  [
    "The client MUST NOT do any of these:\n\n- `(EP9)` send the secret.\n",
    /The client MUST NOT do any of these:/,
  ],
  [
    "- The client MUST NOT do any of these:\n  - `(EP9)` send the secret.\n",
    /The client MUST NOT do any of these:/,
  ],
])(
  "what the page shows of %j is in every request",
  async (text, words) => {
    for (const request of await requests(text)) expect(request).toMatch(words);
  },
  60_000,
);
