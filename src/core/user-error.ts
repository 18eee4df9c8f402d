/**
 * An error whose text may be shown to the user who caused it, in a pull request comment or on the terminal: it names
 * the thing, the reason and the next step, and holds no secret. Any other error is shown by its correlation id only.
 */
export class UserError extends Error {
  override readonly name = "UserError";
}
