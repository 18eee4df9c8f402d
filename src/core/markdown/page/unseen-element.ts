import type { Element, Nodes } from "hast";
import { hasSharedSlot } from "./cell-grid.ts";
import { unseenElements } from "./known-tags.ts";

/** Each makes its words smaller by a tenth or a half: three deep they can be read, deeper they are a speck. */
const smaller = new Set("sub sup small code kbd samp tt pre ruby rt h5 h6 section".split(" "));
const mostLevels = 3;

/** How deep what stands in a node is, in elements that make their words smaller; null: too deep to be read, or not shown. */
export function inside(node: Nodes, level: number): number | null {
  const within = level + (node.type === "element" && smaller.has(node.tagName) ? 1 : 0);
  return within > mostLevels || hasShadow(node) ? null : within;
}

/** Attributes by which a browser shows nothing of an element, or may. */
const hides = new Set(["hidden", "style", "popover"]);

/**
 * Attributes that leave all words where they are. By any other an element may be shown as nothing, or its words be moved,
 * cut off or drawn over each other.
 */
const harmless = new Set(
  `id name href src srcset alt title align vAlign width start type value reversed open lang cite dateTime checked disabled
  target rel label rowSpan colSpan headers scope abbr border media sizes loading referrerPolicy align dataFootnoteRef
  dataFootnoteBackref dataFootnotes ariaDescribedBy ariaLabel ariaHidden`.split(/\s+/),
);
/** Of these only a picture's size is harmless. */
const sizes = new Set(["width", "height"]);

/** What GitHub draws in place of a block of code, be it written as HTML. */
const drawnLanguages = /^(?:mermaid|math|geojson|topojson|stl)$/i;

/** GitHub shows such a link to readers of one colour scheme only. */
const themeOnly = /#gh-(?:dark|light)-mode-only$/i;

/** Lines in these have no height: they are drawn over each other. */
const raised = new Set(["sub", "sup"]);
const lines = new Set(
  "br div p li ul ol dl dt dd td th tr table blockquote pre h1 h2 h3 h4 h5 h6 hr details summary".split(" "),
);

/**
 * Whether an element may be shown as nothing, be drawn over, or have its words moved. `isAround`: where it stands around whole blocks,
 * only what hides it by itself counts.
 */
export function mayBeUnseen(element: Element, isAround = false): boolean {
  const { tagName, properties } = element;
  if (unseenElements.has(tagName)) return true;
  if (tagName === "pre" && drawnLanguages.test(String(properties["lang"] ?? ""))) return true;
  if (tagName === "table" && (mayCover(element) || hasSharedSlot(element))) return true;
  if (tagName === "a" && themeOnly.test(String(properties["href"] ?? ""))) return true;
  if (raised.has(tagName) && elementsIn(element).some(({ tagName: inside }) => lines.has(inside)))
    return true;
  return Object.entries(properties).some(([name, value]) =>
    isAround ? hides.has(name) : !isHarmless(tagName, name, value),
  );
}

function isHarmless(tagName: string, name: string, value: unknown): boolean {
  if (sizes.has(name))
    return tagName === "img" || tagName === "source" || (name === "width" && isWide(value));
  // An author's placeholder, such as `<sync sequence id>`, has names without a value.
  const saysNothing = value === "" && !hides.has(name);
  return harmless.has(name) || saysNothing || isOwn(String(value));
}

/** Browsers may show what is in a template in place of what stands beside it. */
function hasShadow(node: Nodes): boolean {
  return (
    "children" in node &&
    node.children.some(
      (child) =>
        child.type === "element" && child.tagName === "template" && Object.keys(child.properties).length > 0,
    )
  );
}

/** A share of the page that words fit in. */
function isWide(value: unknown): boolean {
  return /^(?:[1-9]\d%|100%|\d{3,4}(?:px)?)$/.test(String(value));
}

/** Classes that the renderer itself sets. */
function isOwn(value: string): boolean {
  return /^(?:language-\S*|contains-task-list|task-list-item|footnotes|data-footnote-backref)$/.test(value);
}

/** A picture can stand over the words of cells that overlap. */
function mayCover(table: Element): boolean {
  const inside = elementsIn(table);
  const spans = inside.some(({ properties }) => "rowSpan" in properties || "colSpan" in properties);
  return spans && inside.some(({ tagName }) => tagName === "img");
}

function elementsIn(element: Element): readonly Element[] {
  return element.children.flatMap((child) => (child.type === "element" ? [child, ...elementsIn(child)] : []));
}
