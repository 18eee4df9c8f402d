import type { PullRequest } from "../world/pull-request.ts";
import { type Html, html } from "./html.ts";
import { pullPath, stateBadge } from "./layout.ts";
import { stageBadge, stageOf } from "./stage-of.ts";

export type PullTab = "conversation" | "evidence" | "files" | "checks";

const tabs: readonly { readonly tab: PullTab; readonly path: string; readonly label: string }[] = [
  { tab: "conversation", path: "", label: "Conversation" },
  { tab: "evidence", path: "/evidence", label: "Evidence" },
  { tab: "files", path: "/files", label: "Files" },
  { tab: "checks", path: "/checks", label: "Checks" },
];

/** Title, state and tabs of a pull request above one of its views. Evidence is there for spec pull requests only. */
export function pullFrame(pull: PullRequest, current: PullTab, content: Html): Html {
  const shown = tabs.filter(({ tab }) => tab !== "evidence" || stageOf(pull) === "spec");
  return html`<header class="pull" id="pull" data-fresh>
      <h1>${pull.title} <span class="thin">#${pull.number}</span></h1>
      <p class="small">
        <span class="badges">${stageBadge(pull)}${stateBadge(pull)}</span>
        ${pull.mergedBy === null ? html`${pull.author.login} wants to merge` : html`${pull.mergedBy.login} merged`}
        <code>${pull.headLabel}</code> into <code>${pull.baseRef}</code>
      </p>
    </header>
    <nav class="tabs" aria-label="Pull request">
      ${shown.map(
        ({ tab, path, label }) =>
          html`<a href="${pullPath(pull)}${path}" ${tab === current ? html` aria-current="page"` : null}
            >${label}</a
          >`,
      )}
    </nav>
    ${content}`;
}
