import { draftRepoConfig, type RepositorySurvey } from "../draft-repo-config.ts";
import { clip, codeText } from "./escape.ts";
import { marker } from "./marker.ts";
import { plural } from "./wording.ts";

/** What the onboarding pull request adds and says. */
interface Onboarding {
  readonly title: string;
  readonly body: string;
  readonly config: string;
}

/** Null where no spec was found: then nothing is asked. */
export function onboarding(survey: RepositorySurvey): Onboarding | null {
  const config = draftRepoConfig(survey);
  if (config === null) return null;
  const rows = survey.specs
    .slice(0, 20)
    .map(({ path, dialect, entries }) => `| ${codeText(clip(path, 200))} | ${entries} | ${dialect} |`);
  const more = survey.specs.length - rows.length;
  const body = [
    marker("onboarding"),
    "This adds `.github/twopath.yml`, made from what was found here:",
    ["| Spec file | Entries | Written as |", "| --- | --- | --- |", ...rows].join("\n"),
    ...(more > 0 ? [`And ${plural(more, "more file")}.`] : []),
    "It is read from the base branch only. Without it, spec files with recognisable IDs are reviewed all the same; it is needed to name the repositories that implement the spec.",
    "Close this pull request if you do not want it: nobody will ask again. A pull request that changes a spec entry gets its review either way.",
  ].join("\n\n");
  return { title: "Configure twopath", body, config };
}
