/**
 * Flushes a file to disk off the main thread. Callers that come while a flush is under way share the next one, as theirs
 * may have come too late for it.
 *
 * A failed flush is final: the system may have thrown away what it could not write, and the next flush would not say so.
 * Everyone is refused until the process starts again.
 */
export class SharedFlush {
  readonly #flush: () => Promise<void>;
  #current: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  /** @param flush resolves when everything written before its call is on disk. */
  constructor(flush: () => Promise<void>) {
    this.#flush = flush;
  }

  /** Resolves when everything written before this call is on disk. */
  flushed(): Promise<void> {
    this.#next ??= this.#after(this.#current);
    return this.#next;
  }

  /** Resolves when no flush is under way, however it ended. */
  async settled(): Promise<void> {
    await (this.#next ?? this.#current).catch(() => undefined);
  }

  async #after(current: Promise<void>): Promise<void> {
    await current;
    this.#current = this.#flush();
    this.#next = null;
    await this.#current;
  }
}
