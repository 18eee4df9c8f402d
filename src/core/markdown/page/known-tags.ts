import { withFilteredTags } from "./tag-filter.ts";

/** Names of elements that say how a text is laid out, and that nobody reads as words. */
const layout = new Set(
  `a b br col dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins kbd li ol p pre rp rt s samp span sub sup table tbody td tfoot
  th thead tr tt u ul var wbr`.split(/\s+/),
);

/** Placeholders such as `<user_id>` are often left unescaped. More words than these may be a sentence. */
const mostOthers = 3;

/** Elements of which a page shows nothing, or something else than what stands in them. */
export const unseenElements: ReadonlySet<string> = new Set(
  `audio bdo canvas datalist dialog embed head iframe math meter noembed noframes noscript object option plaintext progress rp
  script select style svg template textarea title video xmp`.split(/\s+/),
);

const empty = new Set("area br col embed hr img input source wbr".split(" "));

/** What is left of the tags of a text, and how many are open. */
export class KnownTags {
  readonly #others = new Set<string>();
  readonly #lists: ("ol" | "ul")[] = [];
  #open = 0;
  mostOpen = 0;
  /** Elements that show nothing and are open. */
  hiding: readonly string[] = [];

  /** Counts the tags of some HTML. */
  open(html: string): void {
    for (const [, slash, written = ""] of withFilteredTags(html).matchAll(/<(\/?)([A-Za-z][A-Za-z0-9]*)/g)) {
      const name = written.toLowerCase();
      if (empty.has(name)) continue;
      // What follows ends these two by itself; only a parser knows where.
      if (unseenElements.has(name) && name !== "rp" && name !== "option") this.#hide(name, slash === "/");
      if (name === "ol" || name === "ul") this.#list(name, slash === "/");
      this.#open = Math.max(0, this.#open + (slash === "/" ? -1 : 1));
      this.mostOpen = Math.max(this.mostOpen, this.#open);
    }
  }

  #hide(name: string, ends: boolean): void {
    if (!ends) this.hiding = [...this.hiding, name];
    else if (this.hiding.includes(name)) this.hiding = this.hiding.slice(0, this.hiding.lastIndexOf(name));
  }

  #list(name: "ol" | "ul", ends: boolean): void {
    if (!ends) this.#lists.push(name);
    else if (this.#lists.includes(name)) this.#lists.length = this.#lists.lastIndexOf(name);
  }

  /** A tag of that name without its attributes, but for the numbers that a list draws; of names that are words, the first few. */
  shown(name: string, tag: string): string {
    const plain = name.replace("/", "").toLowerCase();
    const isLayout = layout.has(plain);
    if (!isLayout && this.#others.size < mostOthers && plain.length <= 20) this.#others.add(plain);
    if (!isLayout && !this.#others.has(plain)) return "";
    return `<${name}${this.#lists.at(-1) === "ol" ? listNumber(name.toLowerCase(), tag) : ""}>`;
  }
}

const drawn: Readonly<Partial<Record<string, string>>> = { ol: "start", li: "value" };
const number = /^-?(?:0|[1-9]\d{0,8})$/;

/** What a tag says of the numbers of its list, and a page draws: where it begins, the number of an item, letters in their place. */
export function listNumber(name: string, tag: string): string {
  const key = drawn[name];
  if (key === undefined) return "";
  const value = valueOf(tag, key);
  const type = valueOf(tag, "type");
  return `${number.test(value) ? ` ${key}="${value}"` : ""}${/^[1aAiI]$/.test(type) ? ` type="${type}"` : ""}`;
}

/** The first attribute of a name, which is the one that counts. */
function valueOf(tag: string, key: string): string {
  const attribute =
    /\s([\w:.-]{1,40})(?:\s{0,4}=\s{0,4}(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'=<>`]{1,500})))?/g;
  for (const [, name = "", double, single, bare] of tag.matchAll(attribute))
    if (name.toLowerCase() === key) return double ?? single ?? bare ?? "";
  return "";
}
