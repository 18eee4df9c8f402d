interface Grammar {
  readonly head: RegExp;
  readonly line: RegExp;
}

const label = '[^"\\n;{}%<>#]{0,120}';

/** A part of Mermaid that is certain to parse; anything else, however valid, is refused. */
const grammars: readonly Grammar[] = [
  {
    head: /^flowchart (?:LR|RL|TB|TD|BT)$/,
    line: new RegExp(
      `^[a-z][a-z0-9_]{0,30}(?:\\["${label}"\\])?(?: (?:-->|---)(?:\\|"${label}"\\|)? [a-z][a-z0-9_]{0,30}(?:\\["${label}"\\])?)?$`,
    ),
  },
  {
    head: /^stateDiagram-v2$/,
    line: new RegExp(
      `^(?:state "${label}" as [a-z][a-z0-9_]{0,30}|(?:\\[\\*\\]|[a-z][a-z0-9_]{0,30}) --> (?:\\[\\*\\]|[a-z][a-z0-9_]{0,30})(?:: [^":\\n;{}%<>#]{1,120})?)$`,
    ),
  },
  {
    head: /^sequenceDiagram$/,
    line: /^(?:participant [a-z][a-z0-9_]{0,30} as [^":\n;{}%<>#]{1,80}|[a-z][a-z0-9_]{0,30}(?:->>|-->>)[a-z][a-z0-9_]{0,30}: [^":\n;{}%<>#]{1,120})$/,
  },
];

const reserved = /^(?:end|state|note|class|click|style|subgraph|graph|default|loop|alt|opt|par|activate)$/;

/** What keeps a diagram from being certain to parse, or null. */
export function diagramProblem(diagram: string): string | null {
  const [head = "", ...lines] = diagram.split("\n").map((line) => line.trim());
  const grammar = grammars.find((one) => one.head.test(head));
  if (grammar === undefined) return "a diagram is of a kind that is not checked here";
  const wrong = lines.find((line) => line !== "" && !isRight(line, grammar));
  if (wrong !== undefined) return `a diagram has a line that may not parse: "${wrong.slice(0, 80)}"`;
  return lines.some((line) => line !== "") ? null : "a diagram is empty";
}

function isRight(line: string, { line: shape }: Grammar): boolean {
  const names = line.replace(/"[^"]*"/g, "").match(/[a-z][a-z0-9_]*/g) ?? [];
  const first = /^(?:state|participant) /.test(line) ? names.slice(1) : names;
  return shape.test(line) && !reserved.test(first[0] ?? "");
}
