/** A tag, or what stands between tags. */
interface HtmlRun {
  readonly text: string;
  /** Null: it is no tag. */
  readonly tag: string | null;
}

/** A tag as every parser reads it (CommonMark 0.31, 6.6); bounded, so that matching is linear. */
const tag =
  /<(\/?[A-Za-z][A-Za-z0-9-]{0,40})((?:\s{1,20}[\w:.-]{1,40}(?:\s{0,4}=\s{0,4}(?:"[^"<]{0,2000}"|'[^'<]{0,2000}'|[^\s"'=<>`]{1,500}))?){0,20})\s{0,20}\/?>/g;

/** HTML as its tags and the words between them; null: a browser may read it otherwise than it looks. */
export function htmlRuns(html: string): readonly HtmlRun[] | null {
  const runs: HtmlRun[] = [];
  let at = 0;
  for (const { 0: found, 1: name = "", index } of html.matchAll(tag)) {
    if (index > at) runs.push({ text: html.slice(at, index), tag: null });
    runs.push({ text: found, tag: name });
    at = index + found.length;
  }
  if (at < html.length) runs.push({ text: html.slice(at), tag: null });
  return runs.every((run) => run.tag !== null || !run.text.includes("<")) ? runs : null;
}
