import { readdirSync } from "node:fs";

/** Runs the named benchmarks, or all: each file beside this one exports `run()`, which prints ratios of one run. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".mjs") && file !== "main.mjs")
  .map((file) => file.slice(0, -".mjs".length));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`bench: no benchmark called ${unknown.join(", ")}; there are: ${names.join(", ")}`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : names) {
  console.log(`\n# ${name}`);
  const benchmark = await import(`./${name}.mjs`);
  await benchmark.run();
}
