import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { codeForm } from "./code-form.ts";

/**
 * What a reader of the rendered page sees, piece by piece and in order. `code` is compared letter by letter; `edge` stands
 * between sentences, paragraphs, list items and cells, and says which.
 */
export interface Token {
  readonly kind: "word" | "code" | "mark" | "edge";
  readonly text: string;
  /** Words of a heading, whose capitals are typography. */
  readonly inHeading: boolean;
}

export interface LinkTarget {
  /** The words that carry the link. */
  readonly text: string;
  readonly target: string;
}

export interface DemandTokens {
  readonly tokens: readonly Token[];
  readonly links: readonly LinkTarget[];
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly lang?: string | null;
  readonly url?: string;
  readonly identifier?: string;
  readonly ordered?: boolean | null;
  readonly checked?: boolean | null;
  readonly children?: readonly Node[];
}

const parser = unified().use(remarkParse).use(remarkGfm);
const maxLength = 20_000;
/** Where a parser's time may grow faster than the text: nested containers, very many openers of spans and links. */
const nested = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)])[ \t]*){8}/m;
const opener = /[[*_<]/g;
const maxOpeners = 3000;

/** The tokens of an entry's text, or null for a text that is not worth parsing: nothing is proved about it. */
export function demandTokens(text: string): DemandTokens | null {
  if (text.length > maxLength || nested.test(text)) return null;
  if ((text.match(opener) ?? []).length > maxOpeners) return null;
  const root: Node = parser.parse(withoutHiddenComments(text)) as Node;
  const reader = new Reader(definitionsIn(root));
  reader.readAll(root.children ?? [], 0);
  return { tokens: reader.tokens, links: reader.links };
}

function withoutHiddenComments(text: string): string {
  let shown = "";
  let from = 0;
  for (;;) {
    const start = text.indexOf("<!--", from);
    const end = start < 0 ? -1 : text.indexOf("-->", start + 4);
    if (end < 0) return shown + text.slice(from);
    shown += text.slice(from, start);
    from = end + 3;
  }
}

function definitionsIn(root: Node): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const node of root.children ?? []) {
    if (node.type === "definition" && node.identifier !== undefined)
      found.set(node.identifier, node.url ?? "");
  }
  return found;
}

/** Tags that only set type. `sup` and `sub` are none of them: they turn 103 into a power. */
const formattingTag =
  /^<\/?(?:b|i|em|strong|u|span|div|p|br|a|kbd|small|details|summary|center)(?:\s[^<>]*)?\/?>$/i;

type Around = readonly [open: Piece, close: Piece | null];
type Piece = readonly [kind: Token["kind"], text: string];

const paragraph: Piece = ["edge", "¶"];
const struck: Piece = ["mark", "~~"];
/** What stands before and after everything that a node of a type holds. */
const marksAround: Readonly<Record<string, Around>> = {
  code: [paragraph, paragraph],
  heading: [paragraph, paragraph],
  paragraph: [paragraph, null],
  tableRow: [["edge", "row"], null],
  tableCell: [["edge", "cell"], null],
  delete: [struck, struck],
};

/** The one piece that a node without children is, or null. */
function ownPiece({ type, value = "", url, identifier = "" }: Node): Piece | null {
  if (type === "inlineCode") return ["code", value];
  if (type === "html") return formattingTag.test(value) ? null : ["code", value];
  if (type.startsWith("image")) return ["code", `image ${url ?? identifier}`];
  return type === "footnoteReference" ? ["mark", `^${identifier}`] : null;
}

class Reader {
  readonly tokens: Token[] = [];
  readonly links: LinkTarget[] = [];
  private readonly definitions: ReadonlyMap<string, string>;
  private inHeading = false;

  constructor(definitions: ReadonlyMap<string, string>) {
    this.definitions = definitions;
  }

  readAll(nodes: readonly Node[], depth: number): void {
    for (const node of nodes) this.read(node, depth);
  }

  private push(...[kind, text]: Piece): void {
    this.tokens.push({ kind, text, inHeading: this.inHeading });
  }

  private read(node: Node, depth: number): void {
    const around = marksAround[node.type];
    if (around !== undefined) {
      this.readBetween(node, depth, around);
      return;
    }
    const own = ownPiece(node);
    if (own !== null) this.push(...own);
    else if (node.type === "text")
      for (const [kind, text] of piecesOf(node.value ?? "")) this.push(kind, text);
    else if (node.type === "list") this.readList(node, depth);
    else if (node.type.startsWith("link")) this.readLink(node, depth);
    else if (node.type !== "html") this.readAll(node.children ?? [], depth);
  }

  private readBetween(node: Node, depth: number, [open, close]: Around): void {
    this.push(...open);
    this.inHeading ||= node.type === "heading";
    if (node.type === "code") this.push("code", codeForm(node.lang ?? "", node.value?.trimEnd() ?? ""));
    else this.readAll(node.children ?? [], depth);
    this.inHeading = false;
    if (close !== null) this.push(...close);
  }

  private readList(list: Node, depth: number): void {
    for (const item of list.children ?? []) this.readItem(item, depth, list.ordered === true);
    this.push("edge", `list ${String(depth)}`);
  }

  private readItem(item: Node, depth: number, ordered: boolean): void {
    const box = typeof item.checked === "boolean" ? ` ${String(item.checked)}` : "";
    this.push("edge", `item ${String(depth)}${ordered ? " ordered" : ""}${box}`);
    this.readAll(item.children ?? [], depth + 1);
  }

  private readLink(node: Node, depth: number): void {
    const from = this.tokens.length;
    this.readAll(node.children ?? [], depth);
    const text = this.tokens
      .slice(from)
      .map((token) => token.text)
      .join(" ");
    const target = node.url ?? this.definitions.get(node.identifier ?? "") ?? "";
    this.links.push({ text, target });
  }
}

/** Words with what holds them together inside, `10:00`, `and/or`, `user's`; every other sign by itself. */
const piece = /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*(?:[.,:'/@#-](?=[\p{L}\p{N}_])[\p{L}\p{N}\p{M}_]+)*|\S/gu;

/** `：` is `:` as it is set beside Chinese characters. A sign that stands in quotation marks or by itself is what is spoken of. */
const wide = /(?<![“‘「『"'\s])[，：；！？）](?![”’」』"'])|（(?![”’」』"'\s])/g;

function piecesOf(value: string): Piece[] {
  const text = value
    .replace(wide, (sign) => sign.normalize("NFKC"))
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/(?<=\d)[–‑](?=\d)/g, "-")
    .replace(/(?<=^|\s)[-–—―]{1,3}(?=\s|$)/g, "—")
    .replace(/(?<=[\p{L}\p{N}])-{2,3}(?=[\p{L}\p{N}])|–/gu, "—");
  return [...text.matchAll(piece)].map(([word]) => [/[\p{L}\p{N}_]/u.test(word) ? "word" : "mark", word]);
}
