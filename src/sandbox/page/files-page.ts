import { diffFiles } from "../world/git-diff.ts";
import type { PullRequest } from "../world/pull-request.ts";
import type { Repository } from "../world/repository.ts";
import { type Html, html } from "./html.ts";
import { repositoryName } from "./layout.ts";
import { renderDiff } from "./render-diff.ts";

const mostFiles = 100;

/** What a pull request changes, against where its branch left the base; documents can be read as such too. */
export async function filesPage(pull: PullRequest): Promise<Html> {
  const { store } = pull.repository;
  const base = (await store.mergeBase(pull.baseSha, pull.headSha)) ?? pull.baseSha;
  return changesBetween(pull.repository, base, pull.headSha);
}

/** What one commit changes, against its first parent; null where there is no such commit. */
export async function commitPage(repository: Repository, commit: string): Promise<Html | null> {
  const parent = await repository.store.resolve(`${commit}^`);
  if (parent === null) return null;
  return html`<h1>Commit <code>${commit.slice(0, 10)}</code></h1>
    ${await changesBetween(repository, parent, commit)}`;
}

async function changesBetween(repository: Repository, base: string, head: string): Promise<Html> {
  const files = await diffFiles(repository.store, base, head);
  const documents = files.filter(({ path, status }) => path.endsWith(".md") && status !== "removed");
  const links = documents.map(
    ({ path }) => html`<li><a href="/${repositoryName(repository)}/blob/${head}/${path}">${path}</a></li>`,
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
