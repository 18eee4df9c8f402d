import type { PullRequest } from "../world/pull-request.ts";
import type { Repository } from "../world/repository.ts";
import { Html, html } from "./html.ts";

/** What a page is told besides the sandbox's own state. */
export interface PageWords {
  /** Stands on every page: where the model's words come from. */
  readonly modelNote: string;
  readonly scripted: boolean;
}

interface PageParts {
  readonly title: string;
  /** What stands between the name and the content, such as a repository and a pull request. */
  readonly crumbs: Html;
  readonly main: Html;
  /** Newest state of the App's work; shown beside the content. */
  readonly side: Html | null;
  /** State of the sandbox that the page shows: the page asks for another one when this is no longer current. */
  readonly pulse: string;
}

/** A whole document; all of its words but the parts' own markup are escaped. */
export function layout(words: PageWords, { title, crumbs, main, side, pulse }: PageParts): Html {
  const badge = words.scripted ? html`<span class="badge scripted">scripted model</span>` : null;
  return html`<!doctype html>
    <html lang="en" data-pulse="${pulse}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · twopath demo</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/_assets/page.css" />
        <script type="module" src="/_assets/page.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="top">
          <nav aria-label="Where you are">
            <a class="brand" href="/">twopath<span class="thin"> demo</span></a
            >${crumbs}
          </nav>
          ${badge}
        </header>
        <div class="page${side === null ? "" : " sided"}" id="page">
          <main id="main" tabindex="-1">${main}</main>
          ${side === null ? null : html`<aside aria-label="The App at work" id="side">${side}</aside>`}
        </div>
        <footer>
          <p>${words.modelNote} This page and the GitHub behind it run in one process on this machine.</p>
          <p id="news" role="status"></p>
        </footer>
      </body>
    </html> `;
}

export function repositoryName({ owner, name }: Repository): string {
  return `${owner.login}/${name}`;
}

export function pullPath(pull: PullRequest): string {
  return `/${repositoryName(pull.repository)}/pull/${pull.number}`;
}

/** Open, draft, merged or closed, as a word and a colour. */
export function stateBadge({ state, draft, mergedAt }: PullRequest): Html {
  const word = mergedAt !== null ? "merged" : state === "closed" ? "closed" : draft ? "draft" : "open";
  return html`<span class="badge ${word}">${word}</span>`;
}

/** Time of day, UTC, of an ISO 8601 date. */
export function timeOf(date: string): Html {
  return html`<time datetime="${date}">${date.slice(11, 19)}</time>`;
}
