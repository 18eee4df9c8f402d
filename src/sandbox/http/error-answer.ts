import type { HttpError } from "./http-error.ts";
import type { Answer } from "./route.ts";

const documentation = "https://docs.github.com/rest";

/** An error as GitHub words it. */
export function errorAnswer(error: HttpError): Answer {
  return {
    status: error.status,
    headers: error.headers,
    body: {
      message: error.message,
      documentation_url: documentation,
      status: String(error.status),
      ...(error.errors.length > 0 ? { errors: error.errors } : {}),
    },
  };
}
