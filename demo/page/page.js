// Draws diagrams, marks the lines an address names, and keeps the page current while the App works.
const pulseMs = 1500;

const dark = matchMedia("(prefers-color-scheme: dark)");
let mermaidLoading = null;

function loadMermaid() {
  mermaidLoading ??= new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = "/_assets/mermaid.js";
    script.onload = () => resolve(window.mermaid ?? null);
    // Without Mermaid the diagram's source stays as it is.
    script.onerror = () => resolve(null);
    document.head.append(script);
  });
  return mermaidLoading;
}

async function drawDiagrams() {
  const sources = [...document.querySelectorAll("pre > code.language-mermaid")];
  if (sources.length === 0) return;
  const mermaid = await loadMermaid();
  if (mermaid === null) return;
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: "strict",
    theme: dark.matches ? "dark" : "neutral",
    fontFamily: getComputedStyle(document.body).fontFamily,
  });
  for (const [index, code] of sources.entries()) {
    try {
      const { svg } = await mermaid.render(
        `diagram-${index}-${Math.floor(performance.now())}`,
        code.textContent,
      );
      const figure = document.createElement("figure");
      figure.className = "diagram";
      figure.tabIndex = 0;
      figure.setAttribute("aria-label", "Diagram");
      figure.innerHTML = svg;
      const drawing = figure.querySelector("svg");
      drawing.setAttribute("role", "img");
      drawing.removeAttribute("aria-roledescription");
      drawing.setAttribute("aria-label", "Diagram; its source follows");
      const source = document.createElement("details");
      source.className = "small";
      source.innerHTML = "<summary>Source of the diagram</summary>";
      const pre = code.parentElement;
      pre.replaceWith(figure, source);
      source.append(pre);
      code.classList.remove("language-mermaid");
    } catch {
      code.classList.replace("language-mermaid", "broken-mermaid");
    }
  }
}

// #L10-L12 names lines 10 to 12, as on GitHub.
function markLines() {
  const found = /^#L(\d+)(?:-L(\d+))?$/.exec(location.hash);
  for (const row of document.querySelectorAll("tr.marked")) row.classList.remove("marked");
  if (found === null) return;
  const from = Number(found[1]);
  const to = Math.min(Number(found[2] ?? from), from + 2000);
  for (let line = from; line <= to; line++) document.getElementById(`L${line}`)?.classList.add("marked");
  document.getElementById(`L${from}`)?.scrollIntoView({ block: "center" });
}

// Wide tables and code can be scrolled; with a keyboard only if they can be focused.
function makeScrollable() {
  for (const wide of document.querySelectorAll("pre, .markdown table")) {
    if (wide.scrollWidth > wide.clientWidth + 1) wide.tabIndex = 0;
  }
}

// A wide table on a narrow screen: each row as a block, each cell under its column's name. The roles are what CSS takes away.
function labelCells() {
  for (const table of document.querySelectorAll(".markdown table:not(.stack)")) {
    const names = [...table.querySelectorAll("thead th")].map((cell) => cell.textContent);
    if (names.length < 4) continue;
    table.classList.add("stack");
    table.setAttribute("role", "table");
    for (const row of table.rows) row.setAttribute("role", "row");
    for (const cell of table.querySelectorAll("thead th")) cell.setAttribute("role", "columnheader");
    for (const cell of table.querySelectorAll("tbody td")) {
      cell.setAttribute("role", "cell");
      cell.dataset.label = names[cell.cellIndex];
    }
  }
}

async function prepare() {
  labelCells();
  makeScrollable();
  await drawDiagrams();
}

// What the page shows; what happened since is asked for first.
let pulse = document.documentElement.dataset.pulse;

async function keepCurrent() {
  if (document.hidden) return;
  const answer = await fetch("/_pulse");
  if (!answer.ok) throw new Error(`pulse ${answer.status}`);
  const now = await answer.text();
  const changed = pulse !== now;
  pulse = now;
  if (changed) await refresh();
}

async function refresh() {
  const answer = await fetch(location.href);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("side")?.replaceChildren(...(fresh.getElementById("side")?.childNodes ?? []));
  const timeline = document.querySelector(".timeline");
  const newer = fresh.querySelector(".timeline");
  if (timeline !== null && newer !== null) replaceCards(timeline, newer);
  else if (!document.getElementById("main").contains(document.activeElement)) replaceMain(fresh);
  replaceFresh(fresh);
  document.getElementById("news").textContent = "Updated.";
  await prepare();
}

// Cards that did not change stay, with what the reader opened in them.
function replaceCards(timeline, newer) {
  for (const card of [...newer.children]) {
    const old = document.getElementById(card.id);
    if (old === null) timeline.append(card);
    else if (old.dataset.source !== card.innerHTML) {
      const open = [...old.querySelectorAll("details")].map((one) => one.open);
      const source = card.innerHTML;
      old.innerHTML = source;
      old.dataset.source = source;
      old.querySelectorAll("details").forEach((one, index) => (one.open = open[index] ?? false));
    }
  }
}

// Title, state and buttons of a pull request, but not under the reader's hand.
function replaceFresh(fresh) {
  for (const old of document.querySelectorAll("[data-fresh]")) {
    const newer = fresh.getElementById(old.id);
    if (newer === null || old.contains(document.activeElement) || old.innerHTML === newer.innerHTML) continue;
    old.innerHTML = newer.innerHTML;
  }
}

function replaceMain(fresh) {
  const main = document.getElementById("main");
  const open = [...main.querySelectorAll("details")].map((one) => one.open);
  main.replaceChildren(...fresh.getElementById("main").childNodes);
  if (open.length > 0)
    main.querySelectorAll("details").forEach((one, index) => (one.open = open[index] ?? one.open));
}

async function watch() {
  try {
    await keepCurrent();
    setTimeout(watch, pulseMs);
  } catch {
    document.getElementById("news").textContent = "The demo has ended; this page is as it was.";
  }
}

for (const card of document.querySelectorAll(".timeline > article")) card.dataset.source = card.innerHTML;
addEventListener("hashchange", markLines);
markLines();
await prepare().catch(() => undefined);
document.documentElement.dataset.ready = "yes";
void watch();
