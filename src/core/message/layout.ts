/** GitHub's limit is 65,536 characters a comment and 65,535 a check run's summary and text; a margin for its own additions. */
export const pageLimit = 65_000;

/** Lines that belong together under a title, such as a table or a list; it may be continued on another page. */
export interface Section {
  /** Repeated on each page that holds some of the lines; empty for none. */
  readonly head: string;
  readonly lines: readonly string[];
  /** Between lines: `\n` for tables and lists, a blank line for blocks. */
  readonly separator: string;
  /** After the last line on each page; empty for none. */
  readonly foot: string;
}

export interface Layout {
  /** Markdown per page, in the order of the page sizes given. */
  readonly pages: readonly string[];
  /** How many lines of each section found no place on any page. */
  readonly dropped: readonly number[];
  /** How many lines of each section stand on the first page. */
  readonly first: readonly number[];
}

/**
 * Fills pages with sections in order. A line is never cut; once one does not fit, the rest of its section goes to the
 * next page, so that nothing overtakes, but a later section may still use what is left of an earlier page.
 * @param sizes characters free on each page.
 */
export function layOut(sections: readonly Section[], sizes: readonly number[]): Layout {
  const pages = sizes.map((size) => ({ free: size, parts: [] as string[] }));
  const dropped: number[] = [];
  const first: number[] = [];
  for (const section of sections) {
    let rest = section.lines;
    pages.forEach((page, index) => {
      const taken = take(section, rest, page.free);
      if (index === 0) first.push(taken);
      if (taken === 0) return;
      const part = render(section, rest.slice(0, taken));
      page.parts.push(part);
      page.free -= part.length + 2;
      rest = rest.slice(taken);
    });
    dropped.push(rest.length);
  }
  return { pages: pages.map((page) => page.parts.join("\n\n")), dropped, first };
}

function take(section: Section, lines: readonly string[], free: number): number {
  let used = section.head.length + section.foot.length + 2 * section.separator.length;
  let count = 0;
  for (const line of lines) {
    used += line.length + section.separator.length;
    if (used > free) break;
    count += 1;
  }
  return count;
}

function render(section: Section, lines: readonly string[]): string {
  const parts = section.head === "" ? [...lines] : [section.head, ...lines];
  if (section.foot !== "") parts.push(section.foot);
  return parts.join(section.separator);
}
