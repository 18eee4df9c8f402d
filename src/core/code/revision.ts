/** What a reviewer asks of code that stands: their words, and the line they stand beside. */
export interface Revision {
  readonly asked: string;
  readonly beside: { readonly path: string; readonly line: number; readonly text: string } | null;
}
