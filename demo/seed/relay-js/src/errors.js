/** A failure with a code that callers can compare. */
export class RelayError extends Error {
  // DX2
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "RelayError";
    this.code = code;
  }
}
