import type { IncomingMessage } from "node:http";

/** GitHub does not deliver larger payloads. */
const bodyLimit = 25 * 1024 * 1024;

/** A body must be here within this time, in milliseconds; GitHub sends in well under a second. */
const bodyDeadlineMs = 4000;

export class RefusedBody extends Error {
  override readonly name = "RefusedBody";
  readonly status: 400 | 408 | 413 | 503;

  constructor(status: RefusedBody["status"], message: string) {
    super(message);
    this.status = status;
  }
}

/** A body of this size, in bytes, is an ordinary delivery; larger ones are read two at a time. */
const ordinary = 1024 * 1024;
const places = { ordinary: 32, large: 2 };
const maxWaiting = 500;

/**
 * Room in memory for bodies that nobody has signed yet: as many as have places are read, the others wait on their
 * connections, whose bytes stay unread. So a hundred bodies of 25 MB take the memory of two.
 */
export class BodyRoom {
  readonly #free = { ...places };
  readonly #waiting: { readonly size: keyof typeof places; readonly enter: () => void }[] = [];

  /** Waits for a place and gives what frees it. Throws RefusedBody when there is none in time. */
  async enter(declared: number | null, deadlineMs = bodyDeadlineMs): Promise<() => void> {
    const size = declared !== null && declared <= ordinary ? "ordinary" : "large";
    if (this.#free[size] > 0) this.#free[size] -= 1;
    else await this.#wait(size, deadlineMs);
    return () => {
      const at = this.#waiting.findIndex((one) => one.size === size);
      if (at < 0) this.#free[size] += 1;
      else this.#waiting.splice(at, 1)[0]?.enter();
    };
  }

  #wait(size: keyof typeof places, deadlineMs: number): Promise<void> {
    const busy = new RefusedBody(503, "Too many large deliveries at once; send it again.");
    if (this.#waiting.length >= maxWaiting) return Promise.reject(busy);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(one), 1);
        reject(busy);
      }, deadlineMs);
      const one = {
        size,
        enter: (): void => {
          clearTimeout(timer);
          resolve();
        },
      };
      this.#waiting.push(one);
    });
  }
}

/** Reads a body of at most `limit` bytes, keeping no more than that in memory, in the pieces it came in. Throws RefusedBody. */
export function readBody(
  request: IncomingMessage,
  onChunk: (chunk: Buffer) => void = () => undefined,
  limit = bodyLimit,
  deadlineMs = bodyDeadlineMs,
): Promise<readonly Buffer[]> {
  const tooLarge = (): RefusedBody => new RefusedBody(413, `The body is larger than ${String(limit)} bytes.`);
  if (Number(request.headers["content-length"] ?? 0) > limit) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (error: RefusedBody | null): void => {
      clearTimeout(timer);
      request.removeAllListeners("data").removeAllListeners("end").removeAllListeners("aborted");
      request.pause();
      if (error === null) resolve(chunks);
      else reject(error);
    };
    const timer = setTimeout(() => {
      end(new RefusedBody(408, "The body did not arrive in time."));
    }, deadlineMs);
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) end(tooLarge());
      else {
        onChunk(chunk);
        chunks.push(chunk);
      }
    });
    request.on("end", () => {
      end(null);
    });
    request.on("error", () => {
      end(new RefusedBody(400, "The connection broke."));
    });
  });
}
