import { globMatcher } from "../globs.ts";
import type { Standing } from "./dialect.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Files about a repository, a plan or a change, or that explain a spec, named so by custom. */
const companions = words(
  "readme changelog changes history news release releases release-notes contributing code-of-conduct license licence " +
    "security governance maintainers owners authors roadmap upgrading migration migrating faq todo tasks task plan proposal " +
    "agents claude copilot-instructions support support-policy pull-request-template issue-template notice notices " +
    "third-party acknowledgement acknowledgements credits thanks getting-started style-guide styleguide rfc-template template " +
    "research quickstart quick-start data-model design implementation-plan charter glossary appendix annex example " +
    "examples tutorial overview primer",
);
const otherFolders = words(
  ".github node-modules vendor third-party .changeset adr adrs decisions checklists templates",
);
/** What no glob means unless it says the name. */
const neverMeant = words(
  "changelog changes history news release-notes contributing code-of-conduct license licence",
);
const specNames = words(
  "spec specs specification requirement requirements req reqs prd prds brd brds srs frs urs nfr nfrs user-story user-stories " +
    "acceptance-criteria use-case use-cases business-rules",
);
const specFolders = words("spec specs requirements requirement reqs prd prds brd srs user-stories stories");
/** Words of formal specifications, whose files beside the rules are many. */
const nearSpec =
  /(?:^|[/_.-])(?:specs?|specifications?|standards?|protocols?|rf[cd]s?|[ebnkpcl]ips?|[gjknpt]eps?)(?:$|[/_.-])/i;

/** What the configuration, the place and the name of a file say of it; in this order. */
export function standingOf(path: string, globs: readonly string[] = []): Standing {
  const parts = path.toLowerCase().replaceAll("_", "-").split("/");
  const name = (parts.at(-1) ?? "").replace(/\.(?:md|mdx|markdown|txt)$/, "");
  if (isNamed(path, bareName(name), globs)) return "named";
  const folders = parts.slice(0, -1);
  if (isCompanion(name) || folders.some((part) => otherFolders.has(part))) return "companion";
  if (isSpecName(name) || folders.some((part) => specFolders.has(part))) return "likely";
  return nearSpec.test(path.slice(-300)) ? "near" : "open";
}

/** A glob that says no more than "Markdown" names nothing. */
function isNamed(path: string, name: string, globs: readonly string[]): boolean {
  return globs.some((glob) => {
    if (!/[a-z0-9]/i.test(glob.replace(/\.(?:md|mdx|markdown|\{[a-z,]+\})$/i, ""))) return false;
    if (!globMatcher([glob])(path)) return false;
    return !neverMeant.has(name) || glob.toLowerCase().includes(name);
  });
}

/** A change log, by its name. */
export function tellsWhatWasDone(path: string): boolean {
  const name = path
    .slice(path.lastIndexOf("/") + 1)
    .toLowerCase()
    .replaceAll("_", "-");
  return neverMeant.has(bareName(name.replace(/\.(?:md|mdx|markdown|txt)$/, "")));
}

/** `release-notes-1.2` and `readme.zh-cn` without the version or language. */
function bareName(name: string): string {
  return name.replace(/[-.](?:v?\d[\w.-]{0,30}|[a-z]{2}(?:-[a-z]{2,4})?)$/, "");
}

function isSpecName(name: string): boolean {
  return specNames.has(bareName(name)) || name.split(/[ ._-]/).some((word) => specNames.has(word));
}

function isCompanion(name: string): boolean {
  return companions.has(name) || companions.has(bareName(name)) || /^(?:appendix|annex)-/.test(name);
}
