import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { commands } from "../../src/core/command/commands/index.ts";
import { eventHandlers } from "../../src/shell/webhook/intake.ts";

const page = readFileSync(new URL("../../docs/github-action.md", import.meta.url), "utf8");

/** The commands in the first cell of the rows that say `yes` or `no` of the Action. */
function listed(answer: string): readonly string[] {
  const rows = page
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter(([, first = "", , action = ""]) => first.startsWith("`/") && action.startsWith(answer));
  return rows
    .flatMap(([, first = ""]) => [...first.matchAll(/`\/([a-z]+)`/g)].map(([, name = ""]) => name))
    .sort();
}

test("the page lists every command, and as served by the Action those that it serves", () => {
  expect(listed("yes")).toEqual(
    commands.flatMap(({ name, needsStore }) => (needsStore ? [] : [name])).sort(),
  );
  expect([...listed("yes"), ...listed("no")].sort()).toEqual(commands.map(({ name }) => name).sort());
});

test("the workflow starts on events that are read, and the page names the event of threads as one it does not start on", () => {
  const [, source = ""] = /```yaml\n([^]*?)```/.exec(page) ?? [];
  const { on } = parse(source) as { on: Readonly<Record<string, { readonly types: readonly string[] }>> };
  const events = Object.entries(on).map(
    ([event, { types }]) => [event.replace(/_target$/, ""), types] as const,
  );
  expect(events.map(([event]) => event)).toEqual(["pull_request", "issue_comment"]);
  for (const [event, types] of events) {
    const handler = eventHandlers.find((one) => one.event === event);
    expect(types.filter((type) => !handler?.actions.includes(type))).toEqual([]);
  }
  expect(page).toContain("does not listen to `pull_request_review_comment`");
});
