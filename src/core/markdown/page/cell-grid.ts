import type { Element, ElementContent } from "hast";

/** Slots of a table that are looked at; of a larger one nothing is sure. */
const mostSlots = 20_000;

/** Whether some slot of a table's grid belongs to two cells: they are drawn over each other (HTML, 4.9.12). */
export function hasSharedSlot(table: Element): boolean {
  const groups = [table, ...table.children.filter(isElement)].filter(({ tagName }) =>
    ["table", "thead", "tbody", "tfoot"].includes(tagName),
  );
  return groups.some((group) => sharesSlot(named(group, "tr")));
}

function sharesSlot(rows: readonly Element[]): boolean {
  const taken = new Set<string>();
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of [...row.children.filter(isElement)]) {
      while (taken.has(`${String(x)} ${String(y)}`)) x += 1;
      const [width, height] = [spanOf(cell, "colSpan"), spanOf(cell, "rowSpan")];
      const end = height === 0 ? rows.length : Math.min(rows.length, y + height);
      if (taken.size + width * (end - y) > mostSlots) return true;
      for (let at = 0; at < width * (end - y); at += 1) {
        const slot = `${String(x + (at % Math.max(1, width)))} ${String(y + Math.floor(at / Math.max(1, width)))}`;
        if (taken.has(slot)) return true;
        taken.add(slot);
      }
      x += width;
    }
  }
  return false;
}

function spanOf({ properties }: Element, name: "colSpan" | "rowSpan"): number {
  const span = Number.parseInt(String(properties[name] ?? 1), 10);
  if (name === "rowSpan" && span === 0) return 0;
  return span > 0 ? span : 1;
}

function named(parent: Element, name: string): readonly Element[] {
  return parent.children.filter(isElement).filter(({ tagName }) => tagName === name);
}

function isElement(node: ElementContent): node is Element {
  return node.type === "element";
}
