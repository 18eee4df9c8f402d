const companions =
  /^(?:readme|changelog|changes|history|news|releases?|release-notes|contributing|code[-_]of[-_]conduct|licen[cs]e|security|governance|maintainers|owners|authors|roadmap|upgrading|migration|migrating|faq|todo|tasks|plan|proposal|agents|claude|copilot-instructions|support|support_policy|pull_request_template|issue_template|notices?|third-party-[\w-]{1,40}|acknowledgements?|credits|thanks|charter|glossary|appendix|annex|examples?|tutorial|quick-?start|getting-started|overview|primer|style-?guide|rfc-template|template)(?:[-_.].{0,60})?$/i;

/** Files beside a spec that tell about it, named so by custom (README, CHANGELOG, …). No guess makes them a spec. */
export function isCompanionFile(path: string): boolean {
  const parts = path.split("/");
  const name = (parts.at(-1) ?? "").replace(/\.(?:md|mdx|markdown|txt)$/i, "");
  if (companions.test(name)) return true;
  return parts
    .slice(0, -1)
    .some((part) =>
      /^(?:\.github|node_modules|vendor|third[-_]party|\.changeset|adr|decisions)$/i.test(part),
    );
}
