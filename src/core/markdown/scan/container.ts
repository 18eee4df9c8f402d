/** A block quote or list item that is open, as CommonMark's block phase keeps them. */
export type Container =
  | {
      readonly item: number;
      /** Columns from the parent's content to its own. */
      readonly width: number;
    }
  | { readonly quote: true };

/** Index of the list item that is innermost; -1 for none. */
export function innermostItem(containers: readonly Container[]): number {
  for (let i = containers.length - 1; i >= 0; i -= 1) {
    const container = containers[i];
    if (container && "item" in container) return container.item;
  }
  return -1;
}

export function quotes(containers: readonly Container[]): number {
  let count = 0;
  for (const container of containers) if ("quote" in container) count += 1;
  return count;
}
