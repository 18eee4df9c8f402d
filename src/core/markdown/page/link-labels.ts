import type { Nodes } from "mdast";
import { standIn } from "../hidden-text.ts";
import { beginsNoBlock } from "./html-runs.ts";

/** Where what a reference's label names leads to, by the label as it is compared; of a label the first definition counts. */
export type LinkTargets = ReadonlyMap<string, string>;

/** A label as labels are compared: lines of a quotation as one, letters of any case alike, without the sign of a footnote that is none. */
export function normalLabel(label: string): string {
  return label
    .replace(/(?:\n[ \t>]*|[\t\r ])+/g, " ")
    .trim()
    .replace(/^\^(?=[^ ]* )/, standIn)
    .toLowerCase()
    .toUpperCase();
}

const label = /\[((?:[^[\]\\]|\\[^]){1,999})\]/g;
const defining = /\[((?:[^[\]\\]|\\[^]){1,999})\]:/g;

/** What stands in brackets in a text, as it is compared. */
export function labelsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(label)].map(([, found = ""]) => normalLabel(found)));
}

/** What a tree defines; behind a task's box, and in some HTML, GitHub reads definitions where this reader sees others. */
export function targetsIn(tree: Nodes, source: string): LinkTargets {
  const targets = new Map<string, string>();
  const add = (written: string, url: string): void => {
    const found = normalLabel(written);
    if (!targets.has(found)) targets.set(found, url);
  };
  const visit = (node: Nodes): void => {
    if (node.type === "definition") add(node.identifier, keptTarget(node.url));
    else if (mayDefine(node))
      for (const [, found = ""] of writtenOf(node, source).matchAll(defining)) add(found, "");
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return targets;
}

function mayDefine(node: Nodes): boolean {
  if (node.type === "html") return beginsNoBlock(node.value);
  return node.type === "listItem" && node.checked !== null && node.checked !== undefined;
}

const image = /!\[((?:[^[\]\\]|\\[^]){1,999})\](?=\[)/g;

/** Images with a bracket behind them that ends nowhere: to GitHub they are images all the same. */
export function imagesBefore(
  block: string,
  targets: LinkTargets,
): readonly { readonly from: number; readonly to: number }[] {
  return [...block.matchAll(image)].flatMap(({ 0: found, 1: written = "", index }) =>
    targets.has(normalLabel(written)) ? [{ from: index, to: index + found.length }] : [],
  );
}

/** What a reference leads to, as far as it says something here. */
export function targetOf(written: string, targets: LinkTargets): string {
  return targets.get(normalLabel(written)) ?? "";
}

function writtenOf(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** A place on the same page, by which entries are found, or for readers of one colour scheme; else the address says nothing here. */
function keptTarget(url: string): string {
  return /^#[\w.:-]{1,80}$|#gh-(?:dark|light)-mode-only$/i.exec(url)?.[0] ?? "";
}

/** What a text may define, by the labels as they are compared. */
export function labelsDefinedIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(defining)].map(([, found = ""]) => normalLabel(found)));
}

/** Lines that define those labels. */
export function definitionLines(targets: Iterable<readonly [label: string, target: string]>): string {
  return [...targets].map(([found, target]) => `[${found}]: ${target === "" ? "/" : target}\n`).join("");
}
