import { diffFiles } from "../world/git-diff.ts";
import type { PullRequest } from "../world/pull-request.ts";
import { type Html, html } from "./html.ts";
import { repositoryName } from "./layout.ts";
import { renderDiff } from "./render-diff.ts";

const mostFiles = 100;

/** What a pull request changes, against where its branch left the base; documents can be read as such too. */
export async function filesPage(pull: PullRequest): Promise<Html> {
  const { store } = pull.repository;
  const base = (await store.mergeBase(pull.baseSha, pull.headSha)) ?? pull.baseSha;
  const files = await diffFiles(store, base, pull.headSha);
  const documents = files.filter(({ path, status }) => path.endsWith(".md") && status !== "removed");
  const links = documents.map(
    ({ path }) =>
      html`<li><a href="/${repositoryName(pull.repository)}/blob/${pull.headSha}/${path}">${path}</a></li>`,
  );
  return html`${
    links.length === 0
      ? null
      : html`<p class="small">Read as a document:</p>
          <ul class="documents">
            ${links}
          </ul>`
  }
  ${files.slice(0, mostFiles).map((file, i) => renderDiff(file, i < 20))}
  ${files.length > mostFiles ? html`<p class="empty">${files.length - mostFiles} more files are not shown.</p>` : null}`;
}
