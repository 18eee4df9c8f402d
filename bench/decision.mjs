import { decide } from "../dist/core/decision/decide.js";

const sentences = [
  "If the connection state is `CONNECTING` or `DISCONNECTED`, the channel must enter `ATTACHING` and wait for `CONNECTED`.",
  "The client should define a mechanism for plug-ins, as appropriate for the platform, and keep the list responsive.",
  "When the call fails, the error must have code 40160 and the `cause` of the failure; otherwise the result is `null`.",
  "The library must periodically release entries older than the grace period, see the rules of the pool.",
];

function change(i) {
  const text = [0, 1, 2].map((k) => sentences[(i + k) % sentences.length]).join(" ");
  const id = `XY${Math.floor(i / 5)}${"abcde"[i % 5]}`;
  const entry = (own) => ({
    id,
    kind: "point",
    file: "spec.md",
    line: i + 1,
    endLine: i + 1,
    parent: `XY${Math.floor(i / 5)}`,
    section: "Section",
    text: own,
    lines: [{ line: i + 1, text: `- \`(${id})\` ${own}` }],
    level: "must",
    status: "live",
    replacedBy: [],
    references: [],
  });
  const before = i % 2 === 0 ? entry(text.replace("must", "may")) : null;
  const after = entry(text);
  return {
    id,
    file: "spec.md",
    line: i + 1,
    kind: before ? "modified" : "added",
    moved: false,
    parent: after.parent,
    previousId: null,
    replaces: [],
    before,
    after,
  };
}

/** Decides 566 changed entries by rules, cold: nothing is kept between runs. The limit is one second. */
export async function run() {
  const times = [];
  for (let turn = 0; turn < 7; turn++) {
    const changes = Array.from({ length: 566 }, (_, i) => change(i));
    const byId = new Map(changes.map((one) => [one.id, one]));
    const context = {
      entry: (id) => byId.get(id)?.after,
      children: () => [],
      isUsual: () => false,
      titlesIn: () => [],
      addedTo: () => [],
      heldBy: () => undefined,
      siblings: (entry) =>
        changes.filter((one) => one.parent === entry.parent && one.id !== entry.id).map((one) => one.after),
      referencedBy: () => [],
      testData: () => [],
      change: (id) => byId.get(id),
    };
    const start = performance.now();
    const { recommendations } = decide({
      diff: { changes, outside: [], findings: [] },
      context,
      overrideFor: () => null,
      judged: new Map(),
    });
    times.push(performance.now() - start);
    if (recommendations.length !== 566) throw new Error("decision bench: an entry is missing");
  }
  const worst = Math.max(...times);
  times.sort((a, b) => a - b);
  console.log(
    `566 changed entries decided by rules: median ${times[3].toFixed(0)} ms, worst ${worst.toFixed(0)} ms (limit 1000 ms)`,
  );
  if (worst > 1000) process.exitCode = 1;
}
