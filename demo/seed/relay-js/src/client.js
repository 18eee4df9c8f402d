/** What a client tells about its deliveries. */
export class Client {
  /** @type {Map<string, number>} */
  #attempts = new Map();

  /**
   * Notes that an attempt to deliver an event was made.
   * @param {string} id
   */
  noteAttempt(id) {
    this.#attempts.set(id, this.attempts(id) + 1);
  }

  /**
   * How many attempts were made for an event.
   * @param {string} id
   */
  attempts(id) {
    // DX1
    return this.#attempts.get(id) ?? 0;
  }
}
