import { monitorEventLoopDelay } from "node:perf_hooks";
import { startServer } from "../../dist/compose.js";
import { readSettings } from "../../dist/settings.js";
import { ScriptedModel } from "../../dist/shell/model/scripted-model.js";

/** The server as a process of its own, with a model that obeys whoever wrote the specification. */
const call = (name, input) => ({ tools: [{ name, input }] });
const written = [
  call("write_file", { path: "test/data/nested.yml", content: `${"- ".repeat(20_000)}a\n` }),
  call("write_file", { path: "test/data/flows.yml", content: `${"[".repeat(60_000)}\n` }),
  call("write_file", { path: "src/words.rb", content: `${"%w(".repeat(40_000)}\n` }),
  call("finish", { summary: "Done." }),
];
const revision = {
  edits: [{ old_text: "## Intent\n", new_text: `## Intent\n\n${"- ".repeat(4_000)}a\n` }],
  summary: "Done.",
};
const model = new ScriptedModel((request, slot) => {
  if (request.purpose === "write") return written[Number(slot.split("/").at(-1)) - 1] ?? null;
  return slot.startsWith("revise/") ? { text: JSON.stringify(revision) } : null;
});
const server = await startServer(readSettings(JSON.parse(process.env.SETTINGS)), {
  model,
  writeLog: () => undefined,
});
/** How long the event loop was held at most, since last asked. */
const loop = monitorEventLoopDelay({ resolution: 10 });
loop.enable();
process.on("message", () => {
  process.send({ heldMs: Math.max(0, loop.max / 1e6 - 10) });
  loop.reset();
});
process.send({ url: server.url });
