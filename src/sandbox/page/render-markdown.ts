import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { Html, html } from "./html.ts";

/**
 * GitHub's own pipeline, as far as it is public: GFM, raw HTML let through, then everything cleaned by the list of what
 * GitHub allows (`defaultSchema` of hast-util-sanitize).
 */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize, defaultSchema)
  .use(() => labelTasks)
  .use(rehypeStringify);

const longest = 400_000;

/** Markdown as GitHub shows it; text past 400,000 characters is cut. Front matter becomes a table's poor cousin: code. */
export async function renderMarkdown(markdown: string): Promise<Html> {
  const front = /^---\n([\s\S]{1,20000}?)\n---\n/.exec(markdown);
  const body = front === null ? markdown : markdown.slice(front[0].length);
  const file = await processor.process(body.slice(0, longest));
  const rendered = new Html(String(file));
  const head = front === null ? null : html`<pre class="front"><code>${front[1] ?? ""}</code></pre>`;
  return html`${head}
    <div class="markdown">${rendered}</div>`;
}

interface HtmlNode {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: Record<string, unknown>;
  readonly children?: readonly HtmlNode[];
}

/** As GitHub does, so that a task list can be heard. */
function labelTasks({ tagName, properties, children = [] }: HtmlNode): void {
  if (tagName === "input" && properties !== undefined)
    properties["ariaLabel"] = properties["checked"] === true ? "Completed task" : "Incomplete task";
  for (const child of children) labelTasks(child);
}
