import type { IncomingMessage } from "node:http";

/** GitHub does not deliver larger payloads. */
export const bodyLimit = 25 * 1024 * 1024;

/** A body must be here within this time, in milliseconds; GitHub sends in well under a second. */
const bodyDeadlineMs = 4000;

export class RefusedBody extends Error {
  override readonly name = "RefusedBody";
  readonly status: 400 | 408 | 413;

  constructor(status: RefusedBody["status"], message: string) {
    super(message);
    this.status = status;
  }
}

/** Reads a body of at most `limit` bytes, keeping no more than that in memory. Throws RefusedBody. */
export function readBody(
  request: IncomingMessage,
  limit = bodyLimit,
  deadlineMs = bodyDeadlineMs,
): Promise<Buffer> {
  const tooLarge = (): RefusedBody => new RefusedBody(413, `The body is larger than ${String(limit)} bytes.`);
  if (Number(request.headers["content-length"] ?? 0) > limit) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (error: RefusedBody | null): void => {
      clearTimeout(timer);
      request.removeAllListeners("data").removeAllListeners("end").removeAllListeners("aborted");
      request.pause();
      if (error === null) resolve(Buffer.concat(chunks, size));
      else reject(error);
    };
    const timer = setTimeout(() => {
      end(new RefusedBody(408, "The body did not arrive in time."));
    }, deadlineMs);
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) end(tooLarge());
      else chunks.push(chunk);
    });
    request.on("end", () => {
      end(null);
    });
    request.on("error", () => {
      end(new RefusedBody(400, "The connection broke."));
    });
  });
}
