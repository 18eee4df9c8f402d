import { markdownForModel } from "../../../src/core/model-text.ts";
import { repetitions } from "../../support/repetitions.ts";
import { seenFile } from "../../../src/core/markdown/page/seen-file.ts";

const size = repetitions(40_000, 100_000);

/** Each line with names of its own, which no reader of Markdown knows before. */
const lines: Readonly<Record<string, (at: number) => string>> = {
  "unknown tags": (at) => `- <t${String(at)}> waits\n`,
  "unknown tags with attributes": (at) => `<t${String(at)} x${String(at)}="a b c">a</t${String(at)}>\n\n`,
  "unknown tags in one line": (at) => `<t${String(at)}> `,
  "elements that hide": () => "a <template>b\n",
  "calls of footnotes": (at) => `a[^n${String(at)}]\n\n`,
  "calls in one line": (at) => `a[^n${String(at)}] `,
  footnotes: (at) => `a[^n${String(at)}]\n\n[^n${String(at)}]: b[^n${String(at + 1)}]\n\n`,
  "labels of links": (at) => `[a][n${String(at)}] and [n${String(at)}]: /u\n\n[n${String(at)}]: /u\n\n`,
  "dollar signs": (at) => `$a${String(at)}/$b % `,
  "marks of code": (at) => `${"`".repeat((at % 70) + 1)}a <!-- b --> `,
};

/** Processor time, as others may work at the same time. */
function time(read: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

test.each(Object.entries(lines))("%s: eight times as many take no thirty times as long", (_, line) => {
  const text = (length: number, from: number): string => {
    let out = "";
    for (let at = from; out.length < length; at += 1) out += line(at);
    return out;
  };
  const reads = [(one: string) => seenFile({ path: "a.md", text: one }), markdownForModel];
  for (const read of reads) {
    // What takes no time at all is none the less measured.
    const little = 20_000 + time(read, text(size / 8, 0));
    expect(time(read, text(size, 10_000)) / little).toBeLessThan(30);
  }
});
