const companions = new Set(
  (
    "readme changelog changes history news release releases release-notes contributing code-of-conduct license licence " +
    "security governance maintainers owners authors roadmap upgrading migration migrating faq todo tasks plan proposal " +
    "agents claude copilot-instructions support support-policy pull-request-template issue-template notice notices " +
    "third-party acknowledgement acknowledgements credits thanks charter glossary appendix annex example examples " +
    "tutorial quick-start quickstart getting-started overview primer style-guide styleguide rfc-template template"
  ).split(" "),
);
const companionFolders = new Set(
  ".github node-modules vendor third-party .changeset adr decisions".split(" "),
);

/** Files beside a spec that tell about it, named so by custom (README, CHANGELOG, …). No guess makes them a spec. */
export function isCompanionFile(path: string): boolean {
  const parts = path.toLowerCase().replaceAll("_", "-").split("/");
  const name = (parts.at(-1) ?? "").replace(/\.(?:md|mdx|markdown|txt)$/, "");
  if (beginnings(name).some((beginning) => companions.has(beginning))) return true;
  return parts.slice(0, -1).some((part) => companionFolders.has(part));
}

/** `release-notes-1.2`, `release-notes-1`, `release-notes`, `release`. */
function beginnings(name: string): string[] {
  const found = [name];
  for (let end = name.length - 1; end > 0; end -= 1) {
    if (name[end] === "-" || name[end] === ".") found.push(name.slice(0, end));
  }
  return found;
}
