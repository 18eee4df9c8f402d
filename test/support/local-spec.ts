import { type Clone, createClone } from "./local-clones.ts";

const before = `# Sending

- \`(SND1)\` Messages are sent in batches.
  - \`(SND1a)\` The client MUST send at most 10 messages in one batch.

# Retries

- \`(RTY1)\` A failed request is tried again.
`;

const after = `# Sending

- \`(SND1)\` Messages are sent in batches.
  - \`(SND1a)\` The client MUST send at most 20 messages in one batch. A longer list is split in order.
  - \`(SND1b)\` The size of a batch in bytes is the sum of the sizes of its messages, and a batch whose size is over \`maxBatchBytes\` (65536) MUST be refused with the error code 40009. The request is not tried again (\`RTY1\`).

    | sizes | refused |
    | --- | --- |
    | 65536 | no |
    | 65536, 1 | yes |

# Retries

- \`(RTY1)\` A failed request is tried again.
`;

const config = `spec: [spec.md]
targets:
  - name: js
    repository: acme/sdk-js
    language: typescript
    tag: "@spec ID"
`;

const sdk = {
  "CONTRIBUTING.md": "# Contributing\n\nErrors are an `SdkError` with a code. Tests use `node:test`.\n",
  "src/batch.ts":
    "// @spec SND1a\nexport const largestBatch = 10;\n\nexport function* batches<T>(messages: readonly T[]): Generator<T[]> {\n  for (let at = 0; at < messages.length; at += largestBatch) yield messages.slice(at, at + largestBatch);\n}\n",
  "src/sdk-error.ts":
    "export class SdkError extends Error {\n  constructor(\n    message: string,\n    readonly code: number,\n  ) {\n    super(message);\n  }\n}\n",
  "test/batch.test.ts": '// @spec SND1a\ntest("a batch", () => {\n  assert.equal(largestBatch, 10);\n});\n',
  "README.md": "# SDK\n",
};

export interface LocalSpec {
  readonly spec: Clone;
  readonly sdk: Clone;
  remove(): void;
}

/** A clone of a spec whose branch `change` changes SND1a and adds SND1b, and the clone of an SDK. */
export function createLocalSpec(): LocalSpec {
  const spec = createClone("spec");
  spec.commit({ "spec.md": before, ".github/twopath.yml": config });
  spec.git("checkout", "-q", "-b", "change");
  spec.commit({ "spec.md": after });
  const target = createClone("sdk-js");
  target.commit(sdk);
  return {
    spec,
    sdk: target,
    remove: () => {
      spec.remove();
      target.remove();
    },
  };
}
