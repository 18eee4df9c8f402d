/** The part of a code block that is about some of its lines; `first` is the index of its first line in the block. */
interface CitedLines {
  readonly first: number;
  readonly lines: readonly string[];
}

/**
 * Some lines of a code block with what one needs to read them: what stands indented below them, the headers around them
 * with their closing brackets, and the line that a comment of its own speaks of. A line of `…` stands for what is left
 * out.
 */
export function citedLines(lines: readonly string[], wanted: readonly boolean[]): CitedLines {
  const nodes = nesting(lines);
  const shown = new Set<number>();
  for (const [at, node] of nodes.entries()) {
    const before = nodes[at - 1];
    const isSpokenOf = before !== undefined && shown.has(at - 1) && wantedComment(before, at - 1, wanted);
    const isBelow = node.above.some((above) => wanted[above] === true);
    const isClosing = node.closes !== null && shown.has(node.closes);
    if (wanted[at] !== true && !isBelow && !isSpokenOf && !isClosing) continue;
    for (const one of [...node.above, at]) shown.add(one);
  }
  return withGaps(nodes, shown);
}

interface Line {
  readonly text: string;
  /** Indices of the lines that it is indented below, outermost first. */
  readonly above: readonly number[];
  /** Index of the line whose bracket it closes, or null. */
  readonly closes: number | null;
}

/** Deeper indentation is not told apart. */
const maxDepth = 8;

function nesting(lines: readonly string[]): readonly Line[] {
  const open: { readonly at: number; readonly indent: number }[] = [];
  return lines.map((text, at) => {
    const indent = text.search(/\S/);
    if (indent < 0) return { text, above: open.map((one) => one.at), closes: null };
    while ((open.at(-1)?.indent ?? -1) > indent) open.pop();
    const sibling = open.at(-1)?.indent === indent ? open.pop() : undefined;
    const above = open.map((one) => one.at);
    const isClosing = sibling !== undefined && /^\s*[}\])]/.test(text);
    if (open.length < maxDepth) open.push({ at, indent });
    return { text, above, closes: isClosing ? sibling.at : null };
  });
}

function wantedComment({ text }: Line, at: number, wanted: readonly boolean[]): boolean {
  return wanted[at] === true && /^\s*(?:\/\/|\/\*|\*|#|--|""")/.test(text);
}

function withGaps(nodes: readonly Line[], shown: ReadonlySet<number>): CitedLines {
  const order = [...shown].filter((at) => nodes[at]?.text.trim() !== "").sort((a, b) => a - b);
  const lines = order.flatMap((at, index) => {
    const { text } = nodes[at] ?? { text: "" };
    const previous = order[index - 1];
    const left = previous === undefined ? [] : nodes.slice(previous + 1, at);
    const omitted = left.find((one) => one.text.trim() !== "");
    return omitted === undefined ? [text] : [`${/^\s*/.exec(omitted.text)?.[0] ?? ""}…`, text];
  });
  return { first: order[0] ?? 0, lines };
}
