/**
 * Thrown when work must wait for a known time: a rate limit, a limit on content writes, a provider that asks to come
 * back later. The queue parks the job until then without counting an attempt.
 */
export class RetryLater extends Error {
  override readonly name = "RetryLater";
  readonly at: Date;

  constructor(reason: string, at: Date, options?: ErrorOptions) {
    super(reason, options);
    this.at = at;
  }
}
