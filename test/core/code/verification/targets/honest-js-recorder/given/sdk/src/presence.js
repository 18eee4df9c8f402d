const HEARTBEAT_MS = 2 * 60 * 1000;

// PR7, PR8
export class Presence {
  #last = new Map();
  constructor(emit) {
    this.emit = emit;
  }

  get size() {
    return this.#last.size;
  }

  beat(id, now) {
    this.#last.set(id, now);
  }

  sweep(now) {
    for (const [id, at] of this.#last) {
      if (now - at < HEARTBEAT_MS) continue;
      this.#last.delete(id);
      this.emit("leave", id);
    }
  }
}
