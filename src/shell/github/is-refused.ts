/** Whether GitHub did not let us, or has no such thing: where a permission may be missing, that is expected. */
export function isRefused(error: unknown): boolean {
  const { status } = error as { readonly status?: unknown };
  return status === 403 || status === 404 || status === 410;
}
