import { RelayError } from "./errors.js";

/** Milliseconds for which one client alone may deliver an event. */
export const leaseMs = 30_000;
const mostEvents = 10_000;

/**
 * What an application gives to keep events where it wants them.
 * @typedef {{ id: string, body: string }} OutboxEvent
 * @typedef {object} OutboxStorage
 * @property {() => Promise<readonly OutboxEvent[]>} load
 * @property {(event: OutboxEvent) => Promise<void>} append
 * @property {(id: string) => Promise<void>} remove
 * @property {(id: string, client: string, ms: number) => Promise<boolean>} claim whether no other client holds it
 */

/** Keeps events until they are delivered. */
export class Outbox {
  /** @type {"loading" | "ready" | "suspended"} */
  state = "loading";
  #storage;
  #client;
  /** @type {Set<string>} */
  #pending = new Set();
  /** @type {OutboxEvent[]} */
  #unstored = [];
  #storing = Promise.resolve();

  /**
   * @param {OutboxStorage} storage
   * @param {string} client names this client among those that share the storage
   */
  constructor(storage, client) {
    // OB3a
    this.#storage = storage;
    this.#client = client;
  }

  /** Asks the storage at the start, and again after it failed. */
  async open() {
    // OB3b
    const events = await this.#asked(() => this.#storage.load());
    if (events === null) return;
    for (const { id } of events) this.#pending.add(id);
    this.state = "ready";
    await this.#store();
  }

  /**
   * Takes an event at once; it is stored behind the call.
   * @param {OutboxEvent} event
   */
  send(event) {
    // OB3b
    if (this.state === "suspended")
      throw new RelayError("outbox_suspended", "The storage of the outbox has failed.");
    // OB3a
    if (this.#pending.size >= mostEvents)
      throw new RelayError("outbox_full", `The outbox holds ${mostEvents} events.`);
    // OB3
    this.#pending.add(event.id);
    this.#unstored.push(event);
    this.#storing = this.#storing.then(() => this.#store());
  }

  /** The first event when this client may deliver it, else null. */
  async next() {
    // OB3
    await this.#storing;
    return this.#asked(async () => {
      const [first] = await this.#storage.load();
      if (first === undefined) return null;
      return (await this.#storage.claim(first.id, this.#client, leaseMs)) ? first : null;
    });
  }

  /** @param {string} id */
  async delivered(id) {
    await this.#asked(() => this.#storage.remove(id));
    this.#pending.delete(id);
  }

  async #store() {
    await this.#asked(async () => {
      for (let [event] = this.#unstored; event !== undefined; [event] = this.#unstored) {
        await this.#storage.append(event);
        this.#unstored.shift();
      }
    });
  }

  /**
   * @template T
   * @param {() => Promise<T>} work
   */
  async #asked(work) {
    try {
      return await work();
    } catch {
      // OB3b
      if (this.state === "ready") this.state = "suspended";
      return null;
    }
  }
}
