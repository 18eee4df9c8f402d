/** An ID without the path that qualifies it: enough beside a line of code. */
export function localId(id: string): string {
  const local = id.slice(id.lastIndexOf("#") + 1);
  return local.length <= 80 ? local : `${local.slice(0, 79).trimEnd()}…`;
}
