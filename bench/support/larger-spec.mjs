import { text } from "node:stream/consumers";
import { compareSpecs } from "../../dist/core/entries/compare-specs.js";
import { median, time } from "./timing.mjs";

/** From stdin `{path, base, head}`; prints how much longer ten copies of both take, and the most memory (MB) ever resident. */
const { path, base, head } = JSON.parse(await text(process.stdin));
const once = median(Array.from({ length: 5 }, () => time(() => compare(base, head))));
const [bigBase, bigHead] = [tenfold(base), tenfold(head)];
const big = median(Array.from({ length: 3 }, () => time(() => compare(bigBase, bigHead))));
const memory = Math.round(process.resourceUsage().maxRSS / 1000);
console.log(JSON.stringify({ kilobytes: Math.round(bigHead.length / 1000), times: big / once, memory }));

function compare(before, after) {
  return compareSpecs([{ path, text: before }], [{ path, text: after }]);
}

/** Ten copies with IDs of their own. */
function tenfold(spec) {
  return Array.from({ length: 10 }, (_, i) => spec.replace(/`\(([A-Z]+)/g, `\`(${"KLMNOPQRST"[i]}Q$1`)).join(
    "\n\n",
  );
}
