import type { Answer, Call } from "./route.ts";

const most = 100;

/** One page of a list with GitHub's `Link` header: https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export function pageOf<T>(
  call: Call,
  items: readonly T[],
  path: string,
): { items: readonly T[]; headers: Record<string, string> } {
  const size = Math.min(most, Math.max(1, Number(call.query.get("per_page") ?? 30) || 30));
  const page = Math.max(1, Number(call.query.get("page") ?? 1) || 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (to: number, rel: string): string => {
    const query = new URLSearchParams(call.query);
    query.set("page", String(to));
    return `<${call.world.url}/api/v3${path}?${query.toString()}>; rel="${rel}"`;
  };
  const links: string[] = [];
  if (page > 1) links.push(link(page - 1, "prev"));
  if (page < last) links.push(link(page + 1, "next"), link(last, "last"));
  if (page > 1) links.push(link(1, "first"));
  return {
    items: items.slice((page - 1) * size, page * size),
    headers: links.length > 0 ? { link: links.join(", ") } : {},
  };
}

/** Answers one page of a list as JSON. */
export function pageAnswer(call: Call, items: readonly unknown[], path: string): Answer {
  const page = pageOf(call, items, path);
  return { status: 200, body: page.items, headers: page.headers };
}
