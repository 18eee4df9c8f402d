import type { DiffFile } from "../world/git-diff.ts";
import { Html, html } from "./html.ts";

/** Lines shown of one file's diff. */
const mostLines = 2_000;

const signs: Readonly<Record<string, string>> = { "+": "added", "-": "removed", " ": "same" };

/** The changes of one file as a table of old and new lines. */
export function renderDiff(file: DiffFile, open: boolean): Html {
  const name = file.previousPath === null ? file.path : `${file.previousPath} → ${file.path}`;
  return html`<details class="file" ${open ? new Html("open") : null}>
    <summary>
      <span class="path">${name}</span>
      <span class="counts"
        ><span class="plus">+${file.additions}</span> <span class="minus">−${file.deletions}</span></span
      >
    </summary>
    ${file.patch === null ? html`<p class="empty">No lines to show.</p>` : tableOf(file.patch, name)}
  </details>`;
}

function tableOf(patch: string, name: string): Html {
  const lines = patch.split("\n");
  const rows: Html[] = [];
  let before = 0;
  let after = 0;
  for (const line of lines.slice(0, mostLines)) {
    const hunk = /^@@ -(\d{1,9})(?:,\d{1,9})? \+(\d{1,9})/.exec(line);
    if (hunk !== null) {
      before = Number(hunk[1]);
      after = Number(hunk[2]);
      rows.push(
        html`<tr class="hunk">
          <td colspan="3">${line}</td>
        </tr>`,
      );
      continue;
    }
    const sign = line.charAt(0);
    const kind = signs[sign];
    if (kind === undefined) continue;
    const left = kind === "added" ? "" : before++;
    const right = kind === "removed" ? "" : after++;
    rows.push(
      html`<tr class="${kind}">
        <td class="number">${left}</td>
        <td class="number">${right}</td>
        <td class="code"><span class="sign">${sign}</span>${line.slice(1)}</td>
      </tr>`,
    );
  }
  const cut =
    lines.length > mostLines
      ? html`<p class="empty">${lines.length - mostLines} more lines are not shown.</p>`
      : null;
  return html`<table class="diff" aria-label="Changes in ${name}">
      <colgroup>
        <col class="number" />
        <col class="number" />
        <col />
      </colgroup>
      <tbody>
        ${rows}
      </tbody>
    </table>
    ${cut}`;
}
