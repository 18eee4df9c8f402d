import { type Html, html } from "./html.ts";

/** Runs shown; the panel stays beside the page and must not need scrolling. */
const mostRuns = 8;

/** One job of the App as the page shows it. Times are milliseconds since 1970. */
export interface Run {
  readonly id: string;
  /** Such as `review` or `command`. */
  readonly kind: string;
  /** `owner/name#number`, or the repository alone. */
  readonly about: string;
  /** The comment it answers, or null. */
  readonly command: string | null;
  readonly state: "waiting" | "parked" | "running" | "done" | "failed" | "cancelled";
  readonly attempt: number;
  readonly createdAt: number;
  readonly finishedAt: number | null;
  readonly error: string | null;
}

/** What the App does and did, newest first. */
export function runsPanel(
  runs: readonly Run[],
  counts: { readonly requests: number; readonly webhooks: number },
): Html {
  const list =
    runs.length === 0
      ? html`<p class="empty">Nothing yet.</p>`
      : html`<ol class="runs">
          ${runs.slice(0, mostRuns).map(runItem)}
        </ol>`;
  return html`<section class="panel">
    <h2>The App at work</h2>
    ${list}
    <p class="small">${counts.webhooks} signed webhooks received, ${counts.requests} API requests made.</p>
  </section>`;
}

function runItem(run: Run): Html {
  const seconds =
    run.finishedAt === null ? null : html`, ${((run.finishedAt - run.createdAt) / 1000).toFixed(1)} s`;
  const what = run.command === null ? run.kind : run.command;
  const again = run.attempt > 1 ? html`, attempt ${run.attempt}` : null;
  return html`<li class="run ${run.state}">
    <span class="dot" aria-hidden="true"></span>
    <div>
      <p><code>${what.slice(0, 120)}</code></p>
      <p class="small">${run.about} · ${run.state}${seconds}${again}</p>
      ${run.error === null ? null : html`<p class="small${run.state === "failed" ? " error" : ""}">${(run.error.split("\n")[0] ?? "").slice(0, 300)}</p>`}
    </div>
  </li>`;
}
