import { standIn } from "../hidden-text.ts";

/** Lines of a kind of Mermaid diagram of which everything that is written is drawn. */
interface DiagramKind {
  readonly header: RegExp;
  readonly line: RegExp;
  /** What a line gives a name to; the last one wins, so an earlier one is not drawn. */
  readonly named?: RegExp;
}

const id = String.raw`\w[\w.-]{0,39}`;
/** Of a node that an arrow may follow. */
const node = String.raw`\w[\w.]{0,39}`;
/** Of somebody in a sequence, as the drawing shows it. */
const actor = String.raw`\w[\w .-]{0,39}?`;

const kinds: readonly DiagramKind[] = [
  {
    header: /^(?:flowchart|graph)(?:\s+(?:TB|TD|BT|RL|LR))?$/,
    line: new RegExp(
      String.raw`^(?:end|direction (?:TB|TD|BT|RL|LR)|subgraph (?:${id} ?\[[^\]]*\]|[^[\]@:]+)|${node}(?:[ \t]*[[({>].*|[ \t]*(?:&|<?--|<?==|<?-\.).*)?)$`,
    ),
    named: new RegExp(String.raw`(?<![\w.-])(${node})[ \t]*(?:\[|\(|\{|>)`, "g"),
  },
  {
    header: /^sequenceDiagram$/,
    line: new RegExp(
      String.raw`^(?:autonumber|end|(?:create )?(?:participant|actor) (?:${actor}|${id} as .+)|(?:de)?activate ${actor}|(?:loop|alt|else|opt|par|and|critical|option|break)(?: .*)?|note (?:over|left of|right of) ${actor}(?:, ?${actor})?:.*|${actor} ?(?:<<)?--?(?:>>?|x|\)) ?[+-]?${actor} ?:.*)$`,
      "i",
    ),
    named: new RegExp(String.raw`^(?:create )?(?:participant|actor) (${id})`, "gi"),
  },
  {
    header: /^stateDiagram(?:-v2)?$/,
    line: new RegExp(
      String.raw`^(?:\}|direction (?:TB|BT|RL|LR)|state "[^"]*" as ${id}|state ${id}(?: <<(?:choice|fork|join)>>| \{)?|(?:\[\*\]|${id}) --> (?:\[\*\]|${id})(?: ?:.*)?|${id} ?:.*|note (?:left|right) of ${id} ?:.*)$`,
    ),
    named: new RegExp(String.raw`^state "[^"]*" as (${id})`, "g"),
  },
  {
    header: /^erDiagram$/,
    line: new RegExp(
      String.raw`^(?:\}|${id} \{|${id} [|}][|o](?:--|\.\.)[|o][|{] ${id} ?:.*|${id} ${id}(?: (?:PK|FK|UK)(?:, ?(?:PK|FK|UK))*)?(?: "[^"]*")?)$`,
    ),
  },
  {
    header: /^classDiagram(?:-v2)?$/,
    line: new RegExp(
      String.raw`^(?:\}|direction (?:TB|BT|RL|LR)|class ${id}(?: ?\{)?|${id} (?:"[^"]*" )?[<*o|]{0,2}(?:--|\.\.)[>*o|]{0,2} (?:"[^"]*" )?${id}(?: ?:.*)?|${id} ?: ?[+#~-]?[\w(]?.*|[+#~-][\w ~<>[\](),:?]+[$*]?|<<\w+>>)$`,
    ),
  },
];

/** Words that say how something looks or what it does, and are not drawn; no node has such a name. */
const undrawn =
  /^(?:click|style|class|classDef|linkStyle|cssClass|callback|link|links|properties|details|accTitle|accDescr|title|href|default|box|rect|note|namespace)\b/i;

/** Lines that say nothing to who sees the drawing, and change nothing in it. */
const unread = /^\s*(?:%%(?!\{)|acc(?:Title|Descr)\s*:)/;

/** A larger diagram is not drawn, or so small that nobody reads it. */
const mostLines = 120;
const mostCharacters = 10_000;

/**
 * A Mermaid diagram as far as somebody who sees the drawing reads it. One with a line of which it is not known that all of
 * it is drawn is left out as a whole, because such a line may change what is drawn of the others.
 */
export function drawnLines(lines: readonly string[]): readonly string[] {
  if (lines.length > mostLines || lines.join("").length > mostCharacters) return [];
  const told = lines.filter((line) => line.trim() !== "" && !unread.test(line));
  const kind = kinds.find(({ header }) => header.test(told[0]?.trim() ?? ""));
  if (kind === undefined) return [];
  const rest = told.slice(1).map((line) => line.trim());
  if (rest.some((line) => line.includes("<<")) && rest.some((line) => /^[^:>]{1,40}:/.test(line))) return [];
  return rest.every((line) => isDrawn(kind, line)) && !namesTwice(kind, rest) ? told : [];
}

function isDrawn(kind: DiagramKind, line: string): boolean {
  // A character that shows as nothing may end the line for who draws it.
  if (
    line.length > 300 ||
    line.includes(standIn) ||
    /[\v\f\u0085\u2028\u2029]|%%\{|\$\$|~~~|\bfa[a-z]?:|:::|@|;|\\|&\w+;|#\w*;?$|#[\w.]*;/.test(line)
  )
    return false;
  // Of elements only the end of a line is known to be drawn as it is meant.
  if (/<(?!br ?\/?>|\w+>>)[A-Za-z!/?]/i.test(line)) return false;
  if (kind.header.test("sequenceDiagram") && line.includes("#")) return false;
  if (undrawn.test(line) && !mayBegin(kind, line)) return false;
  return kind.line.test(line);
}

/** In these kinds of diagram the word draws something. */
function mayBegin(kind: DiagramKind, line: string): boolean {
  if (/^note\b/i.test(line)) return kind.header.test("sequenceDiagram") || kind.header.test("stateDiagram");
  return kind.header.test("classDiagram") && /^class\s/.test(line);
}

function namesTwice({ named }: DiagramKind, lines: readonly string[]): boolean {
  if (named === undefined) return false;
  const names = lines.flatMap((line) => [...line.matchAll(named)].map(([, name]) => name));
  return new Set(names).size < names.length;
}
