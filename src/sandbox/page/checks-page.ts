import type { CheckRun, PullRequest } from "../world/pull-request.ts";
import type { World } from "../world/world.ts";
import { type Html, html } from "./html.ts";
import { renderMarkdown } from "./render-markdown.ts";

/** Every check run on the head commit, with its summary and its annotations. */
export async function checksPage(world: World, pull: PullRequest): Promise<Html> {
  const checks = world.checks.filter(
    (one) => one.headSha === pull.headSha && one.repository === pull.repository,
  );
  if (checks.length === 0) return html`<p class="empty">No checks ran on this commit.</p>`;
  return html`${await Promise.all(checks.map(checkCard))}`;
}

async function checkCard(check: CheckRun): Promise<Html> {
  const { title, summary, text } = check.output;
  const body = [summary, text].filter((part) => part !== null && part !== "").join("\n\n");
  const notes = check.annotations.map(
    (note) =>
      html`<li>
        <p class="small">${wordOf(note["path"])}:${wordOf(note["start_line"])}</p>
        <p>${wordOf(note["title"])} ${wordOf(note["message"])}</p>
      </li>`,
  );
  return html`<section class="card" aria-label="Check ${check.name}">
    <header>
      <h2>${check.name}</h2>
      <span class="badge">${check.conclusion ?? check.status}</span>
    </header>
    <div class="body">
      ${title === null ? null : html`<p><strong>${title}</strong></p>`}${body === "" ? null : await renderMarkdown(body)}
      ${
        notes.length === 0
          ? null
          : html`<h3>Annotations</h3>
              <ul class="notes">
                ${notes}
              </ul>`
      }
    </div>
  </section>`;
}

function wordOf(field: unknown): string {
  return typeof field === "string" || typeof field === "number" ? String(field) : "";
}
