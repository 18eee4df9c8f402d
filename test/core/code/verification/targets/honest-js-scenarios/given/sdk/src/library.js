export class LendingError extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

const MOST_BOOKS = 5;

export class Library {
  readers = new Map();

  // Requirement: Lending
  lend(book, reader) {
    if (this.readers.has(book)) throw new LendingError("out");
    const held = [...this.readers.values()].filter((one) => one === reader).length;
    if (held >= MOST_BOOKS) throw new LendingError("limit");
    this.readers.set(book, reader);
  }

  // Requirement: Returning
  takeBack(book) {
    if (!this.readers.delete(book)) throw new LendingError("not_out");
  }
}
