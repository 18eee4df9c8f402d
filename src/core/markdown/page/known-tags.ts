/** Elements that a page may show. */
const elements = new Set(
  `a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4
  h5 h6 hr i img ins kbd li mark ol p picture pre q rt ruby s samp small source span strike strong sub summary sup table tbody
  td tfoot th thead tr tt u ul var wbr`.split(/\s+/),
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
  #open = 0;
  mostOpen = 0;
  /** Elements that show nothing and are open. */
  hiding: readonly string[] = [];

  /** Counts the tags of some HTML. */
  open(html: string): void {
    for (const [, slash, written = ""] of html.matchAll(/<(\/?)([A-Za-z][A-Za-z0-9]*)/g)) {
      const name = written.toLowerCase();
      if (empty.has(name)) continue;
      // What follows ends these two by itself; only a parser knows where.
      if (unseenElements.has(name) && name !== "rp" && name !== "option") this.#hide(name, slash === "/");
      this.#open = Math.max(0, this.#open + (slash === "/" ? -1 : 1));
      this.mostOpen = Math.max(this.mostOpen, this.#open);
    }
  }

  #hide(name: string, ends: boolean): void {
    if (!ends) this.hiding = [...this.hiding, name];
    else if (this.hiding.includes(name)) this.hiding = this.hiding.slice(0, this.hiding.lastIndexOf(name));
  }

  /** A tag without its attributes; of elements that no page knows, the first few names. */
  shown(name: string): string {
    const plain = name.replace("/", "").toLowerCase();
    if (elements.has(plain)) return `<${name}>`;
    if (this.#others.size < mostOthers && plain.length <= 20) this.#others.add(plain);
    return this.#others.has(plain) ? `<${name}>` : "";
  }
}
