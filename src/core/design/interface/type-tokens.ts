const token =
  /\s*(?:(->|=>|\[\]|[<>()[\]|?:,.{}&=])|("[^"\n]{0,80}"|'[^'\n]{0,80}')|(-?\d{1,12}(?:\.\d{1,6})?)|([A-Za-z_$][\w$]{0,80}(?:\.[A-Za-z_$][\w$]{0,80}){0,4}))/y;

/** A type's text as words and marks, read one after another. */
export class TypeTokens {
  /** Null where something in the text is neither. */
  readonly #tokens: readonly string[] | null;
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  get isReadable(): boolean {
    return this.#tokens !== null;
  }

  get isAtEnd(): boolean {
    return this.#tokens !== null && this.#at >= this.#tokens.length;
  }

  /** Where the reading stands, to come back to. */
  get place(): number {
    return this.#at;
  }

  goTo(place: number): void {
    this.#at = place;
  }

  peek(): string | undefined {
    return this.#tokens?.[this.#at];
  }

  next(): string | undefined {
    const found = this.peek();
    this.#at += 1;
    return found;
  }

  /** Whether the next token was the wanted one, which is then read. */
  skip(wanted: string): boolean {
    if (this.peek() !== wanted) return false;
    this.#at += 1;
    return true;
  }
}

function tokensOf(text: string): readonly string[] | null {
  const found: string[] = [];
  const scan = new RegExp(token.source, "y");
  const trimmed = text.trim().slice(0, 4000);
  while (scan.lastIndex < trimmed.length) {
    const match = scan.exec(trimmed);
    if (match === null) return null;
    found.push(match[0].trim());
  }
  return found;
}
