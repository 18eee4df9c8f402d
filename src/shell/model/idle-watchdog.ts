import Anthropic from "@anthropic-ai/sdk";
import type { Middleware } from "@anthropic-ai/sdk/core/middleware";

/**
 * Breaks a stream that sends no byte for `ms`. The SDK's own timeout ends with the response headers, and its events
 * leave out pings, so the watch is on the bytes.
 */
export function idleWatchdog(ms: number): Middleware {
  return async (request, next) => {
    const response = await next(request);
    const type = response.headers.get("content-type") ?? "";
    if (response.body === null || !type.includes("event-stream")) return response;
    let timer: NodeJS.Timeout | undefined;
    const arm = (controller: TransformStreamDefaultController<Uint8Array>): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        controller.error(
          new Anthropic.APIConnectionTimeoutError({ message: "the model's stream went silent" }),
        );
      }, ms);
      timer.unref();
    };
    const watched = new TransformStream<Uint8Array, Uint8Array>({
      start: arm,
      transform(chunk, controller) {
        arm(controller);
        controller.enqueue(chunk);
      },
      flush() {
        clearTimeout(timer);
      },
    });
    return new Response(response.body.pipeThrough(watched), {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    });
  };
}

/** Takes away a `retry-after` longer than `seconds` and forbids the SDK's own retry: the job waits instead. */
export function retryAfterCap(seconds: number): Middleware {
  return async (request, next) => {
    const response = await next(request);
    if (Number(response.headers.get("retry-after") ?? 0) <= seconds) return response;
    const headers = new Headers(response.headers);
    headers.set("x-should-retry", "false");
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  };
}
