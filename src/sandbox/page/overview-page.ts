import type { PullRequest } from "../world/pull-request.ts";
import type { World } from "../world/world.ts";
import { type Html, html } from "./html.ts";
import { pullPath, repositoryName, stateBadge } from "./layout.ts";
import { stageBadge } from "./stage-of.ts";

/** Every repository with its pull requests. */
export function overviewPage(world: World): Html {
  const intro = html`<h1>From a spec change to pull requests</h1>
    <p class="lead">
      A pull request changed a product specification. twopath read it, recommended a path for every changed
      entry, and on a comment opened the pull requests that follow. Play it to the end: read the design,
      change it with a comment, merge it, and read the code that follows.
    </p>
    <ol class="story" aria-label="The two paths">
      <li><strong>Spec → Code</strong> when the spec says everything the code needs</li>
      <li><strong>Spec → Design → Code</strong> when something important is not in the spec, or maybe not</li>
    </ol>`;
  return html`${intro}${world.repositories.map((repository) => {
    const pulls = world.pulls.filter((pull) => pull.repository === repository);
    const name = repositoryName(repository);
    return html`<section class="panel">
      <h2><a href="/${name}">${name}</a></h2>
      ${
        pulls.length === 0
          ? html`<p class="empty">No pull requests.</p>`
          : html`<ul class="pulls">
              ${pulls.map(pullItem)}
            </ul>`
      }
    </section>`;
  })}`;
}

function pullItem(pull: PullRequest): Html {
  return html`<li>
    <a href="${pullPath(pull)}">${pull.title}</a>
    <p class="small">
      <span class="badges">${stageBadge(pull)}${stateBadge(pull)}</span> #${pull.number} by
      ${pull.author.login}, <code>${pull.headRef}</code> into <code>${pull.baseRef}</code>
    </p>
  </li>`;
}
