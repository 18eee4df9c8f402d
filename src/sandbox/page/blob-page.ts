import type { Repository } from "../world/repository.ts";
import { type Html, html } from "./html.ts";
import { repositoryName } from "./layout.ts";
import { renderMarkdown } from "./render-markdown.ts";

const mostLines = 20_000;

/** A file at a revision: a document rendered, anything else, or with `plain`, as lines with anchors. Null when it is not there. */
export async function blobPage(
  repository: Repository,
  rest: string,
  plain: boolean,
): Promise<{ title: string; main: Html } | null> {
  const found = await find(repository, rest);
  if (found === null) return null;
  const { revision, path, text } = found;
  const here = `/${repositoryName(repository)}/blob/${revision}/${path}`;
  const isDocument = /\.(?:md|markdown|mdx)$/i.test(path);
  const rendered = isDocument && !plain;
  const other = rendered ? html`<a href="${here}?plain=1">Source</a>` : html`<a href="${here}">Document</a>`;
  const main = html`<header class="pull">
      <h1 class="path">${path}</h1>
      <p class="small">
        at
        <code>${/^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 12) : revision}</code
        >${isDocument ? html` · ${other}` : null}
      </p>
    </header>
    ${rendered ? html`<article class="card"><div class="body">${await renderMarkdown(text)}</div></article>` : source(path, text)}`;
  return { title: path, main };
}

/** The files of a repository at its default branch. */
export async function treePage(repository: Repository): Promise<Html> {
  const name = repositoryName(repository);
  const commit = await repository.store.resolve(`refs/heads/${repository.defaultBranch}`);
  const items = commit === null ? [] : await repository.store.tree(commit, true);
  const files = items.filter(({ type }) => type === "blob").slice(0, 2_000);
  return html`<h1>${name}</h1>
    <section class="panel">
      <h2>Files on <code>${repository.defaultBranch}</code></h2>
      <ul class="documents">
        ${files.map(({ path }) => html`<li><a href="/${name}/blob/${repository.defaultBranch}/${path}">${path}</a></li>`)}
      </ul>
    </section>`;
}

function source(path: string, text: string): Html {
  const lines = text.replace(/\n$/, "").split("\n").slice(0, mostLines);
  return html`<table class="diff source" aria-label="Lines of ${path}">
    <colgroup>
      <col class="number" />
      <col />
    </colgroup>
    <tbody>
      ${lines.map(
        (line, i) =>
          html`<tr id="L${i + 1}">
            <td class="number">${i + 1}</td>
            <td class="code">${line}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Branches can hold slashes: the shortest beginning that is a revision counts. */
async function find(
  repository: Repository,
  rest: string,
): Promise<{ revision: string; path: string; text: string } | null> {
  const parts = rest.split("/");
  for (let i = 1; i < Math.min(parts.length, 8); i++) {
    const revision = parts.slice(0, i).join("/");
    const path = parts.slice(i).join("/");
    const commit = await repository.store.resolve(revision);
    const bytes = commit === null ? null : await repository.store.readPath(commit, path);
    if (bytes !== null) return { revision, path, text: bytes.toString("utf8") };
  }
  return null;
}
