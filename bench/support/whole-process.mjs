import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** Has the process say at its end how much of the processors it used. */
const saysUsage =
  'data:text/javascript,process.on("exit",()=>process.stderr.write(JSON.stringify(process.cpuUsage())))';

/**
 * Runs Node as a process of its own that must end with 0: milliseconds from its start to its end, and of processors used. With
 * other programs beside it the first says little.
 */
export async function wholeProcess(words, options = {}) {
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", saysUsage, ...words], {
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await new Promise((done) => child.once("exit", done));
  const wall = performance.now() - began;
  const [output, errors] = await said;
  if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}: ${output}${errors}`);
  const { user, system } = JSON.parse(errors);
  return { wall, used: (user + system) / 1000 };
}
