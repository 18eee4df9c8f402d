import type { Comment, PullRequest } from "../world/pull-request.ts";
import type { World } from "../world/world.ts";
import { type Html, html } from "./html.ts";
import { pullPath, timeOf } from "./layout.ts";
import { mergeBox } from "./merge-box.ts";
import { renderMarkdown } from "./render-markdown.ts";
import type { Visitor } from "./visitor.ts";

/** The description, every comment in its order, and what a visitor may do: comment, merge, close. */
export async function conversationPage(
  world: World,
  pull: PullRequest,
  visitor: Visitor | null,
): Promise<Html> {
  const comments = world.comments.filter(
    (one) => one.repository === pull.repository && one.number === pull.number,
  );
  const opening = await card({
    author: pull.author.login,
    isBot: pull.author.type === "Bot",
    at: pull.createdAt,
    id: "description",
    body: pull.body ?? "",
    reactions: [],
    edited: false,
  });
  const cards = await Promise.all(comments.map((comment) => commentCard(world, comment)));
  return html`<div class="timeline">${opening}${cards}</div>
    ${visitor === null ? null : [await mergeBox(pull), commentBox(pull, visitor.login), tries(pull, await visitor.tries(pull))]}`;
}

function commentCard(world: World, comment: Comment): Promise<Html> {
  return card({
    author: comment.author.login,
    isBot: comment.author.type === "Bot",
    at: comment.createdAt,
    id: `issuecomment-${comment.id}`,
    body: comment.body,
    reactions: world.reactions
      .filter(({ commentId }) => commentId === comment.id)
      .map(({ content }) => content),
    edited: comment.updatedAt !== comment.createdAt,
  });
}

interface Card {
  readonly author: string;
  readonly isBot: boolean;
  readonly at: string;
  readonly id: string;
  readonly body: string;
  readonly reactions: readonly string[];
  readonly edited: boolean;
}

async function card({ author, isBot, at, id, body, reactions, edited }: Card): Promise<Html> {
  const name = author.replace(/\[bot\]$/, "");
  const rendered =
    body.trim() === "" ? html`<p class="empty">No description.</p>` : await renderMarkdown(body);
  return html`<article class="card${isBot ? " bot" : ""}" id="${id}" aria-label="Comment by ${name}">
    <header>
      <strong>${name}</strong>${isBot ? html`<span class="badge">bot</span>` : null}
      <span class="small">${timeOf(at)}${edited ? ", edited" : ""}</span>
    </header>
    <div class="body">${rendered}</div>
    ${reactions.length === 0 ? null : html`<p class="reactions">${reactions.map((one) => html`<span class="badge">${one}</span>`)}</p>`}
  </article>`;
}

function commentBox(pull: PullRequest, commenter: string): Html {
  return html`<form class="card box" method="post" action="${pullPath(pull)}/comments">
    <label for="comment">Comment as ${commenter}, who may write</label>
    <textarea id="comment" name="body" rows="3" maxlength="10000" required></textarea>
    <button type="submit">Comment</button>
  </form>`;
}

/** Commands that fit here, each said at a press of its button. */
function tries(pull: PullRequest, commands: readonly string[]): Html {
  return html`<section class="tries" aria-label="Commands to try">
    <p class="small">Or say one of these:</p>
    ${commands.map(
      (command) =>
        html`<form method="post" action="${pullPath(pull)}/comments">
          <input type="hidden" name="body" value="${command}" />
          <button type="submit" class="plain"><code>${command}</code></button>
        </form>`,
    )}
  </section>`;
}
