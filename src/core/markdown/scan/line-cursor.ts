/**
 * A place in a line while its containers' marks are taken off, counted in columns with tab stops of four (CommonMark 2.2).
 * White space is looked at once for each mark taken, not once for each container asked for.
 */
export class LineCursor {
  text = "";
  private position = 0;
  private column = 0;
  /** Where the white space at the cursor ends. */
  private next = 0;
  private nextColumn = 0;

  start(text: string): void {
    this.text = text;
    this.position = 0;
    this.column = 0;
    this.look();
  }

  /** Columns of white space at the cursor. */
  get indent(): number {
    return this.nextColumn - this.column;
  }

  get blank(): boolean {
    return this.next >= this.text.length;
  }

  /** Whether this character stands behind the white space. */
  at(character: string): boolean {
    return this.text[this.next] === character;
  }

  /** The rest of the line behind its white space. */
  rest(): string {
    return this.text.slice(this.next);
  }

  /** The rest of the line with its white space. */
  remainder(): string {
    return this.text.slice(this.position);
  }

  takeQuote(): void {
    this.takeColumns(this.indent + 1);
    if (this.text[this.position] === " ") this.takeColumns(1);
  }

  takeColumns(count: number): void {
    const end = this.column + count;
    while (this.column < end && this.position < this.text.length) {
      this.column += this.width(this.position, this.column);
      this.position += 1;
    }
    if (this.position > this.next) this.look();
  }

  private look(): void {
    this.next = this.position;
    this.nextColumn = this.column;
    while (this.text[this.next] === " " || this.text[this.next] === "\t") {
      this.nextColumn += this.width(this.next, this.nextColumn);
      this.next += 1;
    }
  }

  private width(position: number, column: number): number {
    return this.text[position] === "\t" ? 4 - (column % 4) : 1;
  }
}
