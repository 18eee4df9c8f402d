/** Blobs by git object id: immutable, so never stale. The longest unused are dropped past `capacity` bytes. */
export class BlobCache {
  readonly #blobs = new Map<string, Uint8Array>();
  readonly #capacity: number;
  #bytes = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(blob: string): Uint8Array | undefined {
    const found = this.#blobs.get(blob);
    if (found === undefined) return undefined;
    this.#blobs.delete(blob);
    this.#blobs.set(blob, found);
    return found;
  }

  set(blob: string, bytes: Uint8Array): void {
    if (this.#blobs.has(blob) || bytes.length > this.#capacity) return;
    this.#blobs.set(blob, bytes);
    this.#bytes += bytes.length;
    for (const [oldest, dropped] of this.#blobs) {
      if (this.#bytes <= this.#capacity) return;
      this.#blobs.delete(oldest);
      this.#bytes -= dropped.length;
    }
  }
}
