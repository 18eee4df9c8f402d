/** Why something of the source is not read on the page. */
export type UnseenKind =
  | "alternative text"
  | "title"
  | "info string"
  | "attribute"
  | "definition"
  | "character reference"
  | "unread";

/**
 * Stands where words are left out that a page may show all the same (kind `unread`): whoever reads the rest has to know. The space
 * keeps it from becoming the label of a link or a definition.
 */
export const cutMark = "[…] ";

/** Marks `from` to `to` (exclusive), of which a renderer must leave one on the page; null: it shows none of its words. */
export type Marks = readonly [from: number, to: number] | null;

/** A stretch of the source, and what the page shows of it. */
export interface PagePart {
  readonly from: number;
  readonly to: number;
  /** What is left of it; null: the source as it stands. */
  readonly left: string | null;
  /** What it is called where the page does not show it. */
  readonly kind: UnseenKind;
  readonly marks: Marks;
  /** Marks of the footnote that it stands in: where none of them is seen, nothing of the footnote is. */
  readonly note?: Marks;
  /** Something that this reader takes for no call may call that footnote. */
  readonly mayBeCalled?: boolean;
}

// No text of an author has these: they are taken away as characters that show as nothing.
const open = "\ue000";
const close = "\ue001";

/** What stands in for the words of a part while the page is rendered. */
export function markOf(number: number): string {
  return `${open}${String(number)}${close}`;
}

/** The marks in a text of the rendered page. */
export function marksIn(text: string): readonly number[] {
  return [...text.matchAll(/\ue000(\d+)\ue001/g)].map(([, number]) => Number(number));
}
