/** An answer of the API other than success, in GitHub's form. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: number;
  readonly errors: readonly Record<string, unknown>[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    errors: readonly Record<string, unknown>[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

/** 422: a field is missing, wrong or taken. */
export function invalid(resource: string, error: Record<string, unknown>): HttpError {
  return new HttpError(422, "Validation Failed", [{ resource, ...error }]);
}

export function notFound(): HttpError {
  return new HttpError(404, "Not Found");
}
