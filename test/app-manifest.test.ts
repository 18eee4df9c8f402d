import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { eventHandlers } from "../src/shell/webhook/intake.ts";

interface Manifest {
  readonly public: boolean;
  readonly default_events: readonly string[];
  readonly default_permissions: Readonly<Record<string, string>>;
}

const manifest = parse(readFileSync(new URL("../app.yml", import.meta.url), "utf8")) as Manifest;
const sentAnyway = new Set(["installation", "installation_repositories"]);

test("app.yml subscribes to exactly the events the code handles", () => {
  const handled = eventHandlers.map((handler) => handler.event).filter((event) => !sentAnyway.has(event));
  expect([...manifest.default_events].sort()).toEqual(handled.sort());
});

test("S7: app.yml asks for few permissions, never for workflows, actions, administration or secrets", () => {
  expect(Object.keys(manifest.default_permissions).sort()).toEqual([
    "checks",
    "contents",
    "issues",
    "metadata",
    "pull_requests",
  ]);
  expect(manifest.public).toBe(false);
});
