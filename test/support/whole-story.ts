import type { Clock } from "../../src/shell/ports.ts";
import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { type Acme, specAfter, specBefore } from "./acme.ts";
import { failCheck } from "./fail-check.ts";
import { judgeAnswer } from "./judge-answers.ts";
import type { MessagesAnswer, MessagesBody } from "./messages-api.ts";

type Tool = { readonly name: string; readonly input: unknown };

const config =
  "spec: [spec.md]\nlabels: true\ntargets:\n  - name: sdk\n    repository: acme/sdk\n    language: typescript\n";

/** The spec repository before the story. */
export const storyFiles = {
  "spec.md": specBefore,
  "src/index.ts": "export {};\n",
  ".github/twopath.yml": config,
};

/** A model that judges, asks first, then writes code, and mends it when a check failed. */
export function storyModel(): (body: MessagesBody) => MessagesAnswer {
  let asked = false;
  let turn = 0;
  return (body) => {
    if (body.tools === undefined) return isRevision(body) ? revision : judgeAnswer(body);
    if (!asked) {
      asked = true;
      return { tools: [question] };
    }
    const isRepair = JSON.stringify(body.messages[0]).includes("failuresToMend");
    const script = isRepair ? mending : writing;
    const next = script[turn];
    turn = (turn + 1) % script.length;
    return { tools: next === undefined ? [] : [next] };
  };
}

function isRevision(body: MessagesBody): boolean {
  return body.messages[0]?.content[0]?.text?.startsWith("<data") === true;
}

const edit = { old_text: "## Open questions\n", new_text: "## Open questions\n\nThe port is 8443.\n" };
const revision = { text: JSON.stringify({ edits: [edit], summary: "The port is named." }) };

const question: Tool = {
  name: "ask",
  input: { entry: "CN1a", quote: "default port", question: "Does it hold for TLS too?" },
};
const finish: Tool = { name: "finish", input: { summary: "The port is 8443 now." } };
const writing: readonly Tool[] = [
  { name: "write_file", input: { path: "src/port.ts", content: "// CN1a\nexport const port = 8443;\n" } },
  {
    name: "write_file",
    input: {
      path: "test/port.test.ts",
      content: '// CN1a\ntest("port", () => {\n  expect(port).toBe(8443);\n});\n',
    },
  },
  finish,
];
const mending: readonly Tool[] = [
  { name: "replace_text", input: { path: "src/port.ts", old_text: "= 8443", new_text: "= 8000 + 443" } },
  finish,
];

/** Goes on by two minutes each time the story does, so that it stays under the limit on writes. */
export class StoryClock implements Clock {
  #skipped = 0;

  now(): Date {
    return new Date(Date.now() + this.#skipped);
  }

  goOn(): void {
    this.#skipped += 120_000;
  }
}

/**
 * Everything the App does, once: onboarding, a review with its label, all commands, buttons, a question on a line, a
 * design and its revision, code in another repository and its repair, a push that makes both stale, comments that stand
 * twice, a pull request of 301 files, the end.
 */
export async function tellStory(acme: Acme, clock: StoryClock): Promise<void> {
  const { sandbox } = acme;
  const settled = async (): Promise<void> => {
    await acme.settled();
    clock.goOn();
  };
  const world = { ...acme, settled };
  await prepare(world);
  const pull = await world.openSpecPullRequest();
  sandbox.comment(pull, "stranger", "/generate");
  sandbox.comment(pull, "maintainer", "/path CN2 design\n/explain CN1a\n/status\n/help\n/genrate");
  const [check] = sandbox.checks("acme/spec");
  if (check !== undefined) sandbox.pressButton(check, "explain", "maintainer");
  await settled();
  await follow(world, pull);
  await standTwice(world, pull);
  await world.change({ "spec.md": specAfter.replace("Several", "Many").replace("8443", "9443") });
  await settled();
  sandbox.comment(pull, "maintainer", "/generate CN2 --path design\n/retry\n/cancel");
  await settled();
  await world.change({ "spec.md": specBefore });
  await settled();
  await sandbox.closePullRequest(pull, "author");
  await settled();
  await many(world);
}

async function prepare({ sandbox, settled }: Acme): Promise<void> {
  const collaborators = { author: "read", maintainer: "write" } as const;
  const files = {
    ".github/twopath.yml": "specs: [acme/spec]\n",
    "src/port.ts": "// CN1a\nexport const port = 443;\n",
  };
  await sandbox.createRepository({ name: "acme/sdk", files, collaborators });
  sandbox.createUser("fresh");
  const spec = { "spec/a.md": specBefore };
  await sandbox.createRepository({ name: "fresh/spec", files: spec, collaborators: {} });
  await settled();
}

/** A design with a revision; a question, then code, which fails its check and is mended. */
async function follow({ sandbox, settled }: Acme, pull: PullRequest): Promise<void> {
  sandbox.comment(pull, "maintainer", "/generate CN2 --path design");
  await settled();
  const design = sandbox.pullRequests("acme/spec").find(({ headRef }) => headRef.includes("design"));
  if (design === undefined) throw new Error("no design");
  sandbox.comment(design, "maintainer", "/revise name the port");
  for (let time = 0; time < 2; time++) {
    sandbox.comment(pull, "maintainer", "/generate CN1a --path code");
    await settled();
  }
  const [code] = sandbox.pullRequests("acme/sdk");
  if (code === undefined) throw new Error("no code");
  await failCheck(sandbox, code, { path: "src/port.ts", line: 2, message: "no" });
  await settled();
}

/** As another App's or an earlier self's request. */
async function post(sandbox: Acme["sandbox"], path: string, body: object): Promise<void> {
  const headers = { authorization: `token ${sandbox.token("acme")}`, "content-type": "application/json" };
  const url = `${sandbox.apiUrl}/repos/${path}`;
  await (await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })).arrayBuffer();
}

/** A reply that two processes wrote at once. */
async function standTwice({ sandbox, settled }: Acme, pull: PullRequest): Promise<void> {
  sandbox.webhooks.held = true;
  const { id } = sandbox.comment(pull, "maintainer", "/help");
  const delivery = sandbox.webhooks.deliveries.at(-1);
  const body = `<!-- twopath:reply ${String(id)} -->\n\nhalf`;
  for (let i = 0; i < 2; i++)
    await post(sandbox, `acme/spec/issues/${String(pull.number)}/comments`, { body });
  sandbox.webhooks.held = false;
  if (delivery !== undefined) await sandbox.webhooks.send(delivery);
  await settled();
}

/** More files than a comparison names. */
async function many({ sandbox, change, settled }: Acme): Promise<void> {
  const notes = Array.from({ length: 301 }, (_, i) => [`notes/${String(i)}.md`, "A note.\n"] as const);
  await change(Object.fromEntries(notes), "notes");
  await sandbox.openPullRequest({ repository: "acme/spec", head: "notes", author: "author" });
  await settled();
}
