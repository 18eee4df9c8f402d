import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Command, Option } from "commander";
import { defaultDesignFolder } from "../core/repo-config-schema.ts";
import type { DesignFacts } from "../core/design/design-facts.ts";
import type { SourceFile } from "../core/entries/entry.ts";
import type { FileChange } from "../core/code/file-change.ts";
import { type Language, languages, parseLanguage } from "../core/code/language.ts";
import type { RepoConfig } from "../core/repo-config.ts";
import type { DesignedTarget } from "./designed-code.ts";
import { UserError } from "../core/user-error.ts";
import { changedEntries } from "./changed-entries.ts";
import type { LocalDesign } from "./draft-locally.ts";
import { type Revisions, withRevisions } from "./with-revisions.ts";

interface DesignOptions extends Revisions {
  readonly language?: readonly Language[];
  readonly target?: readonly string[];
  readonly together?: boolean;
  readonly out?: string;
  readonly judge?: boolean;
  readonly draft?: boolean;
  readonly showRequest?: boolean;
  readonly note?: string;
}

/** `twopath design`: the design documents of changed entries, made from the spec itself, or drafted by the model. */
export function registerDesign(command: Command): void {
  withRevisions(command)
    .argument(
      "[ids...]",
      "entries; `*` at the end stands for any rest. Without any: all that have something to decide",
    )
    .addOption(
      new Option("--language <name...>", "languages of the interfaces (default: the targets')").choices(
        languages,
      ),
    )
    .option(
      "--target <dir...>",
      "clones of targets, or the targets' folders in them: --draft sees their code",
    )
    .option("--together", "one document for all entries instead of one per feature")
    .option("--out <dir>", "write files into this folder instead of printing them")
    .option(
      "--judge",
      "let the configured model judge first what the rules cannot (needs ANTHROPIC_API_KEY; costs money)",
    )
    .option("--draft", "let the configured model draft them (needs ANTHROPIC_API_KEY; costs money)")
    .option("--note <text>", "something to tell the model besides the entries")
    .option("--show-request", "print the exact requests that --draft would send, as JSON, and send nothing")
    .addHelpText("after", "\nExample: twopath design RTN15* --base main --head my-change --out design")
    .action(async (ids: readonly string[], options: DesignOptions) => {
      const designs = await localDesigns(ids, options);
      if (options.showRequest === true) {
        const { draftRequestBodies } = await import("./draft-locally.ts");
        process.stdout.write(`${JSON.stringify(await draftRequestBodies(designs, options.note), null, 2)}\n`);
        return;
      }
      print(await documents(designs, ids, options), options.out);
    });
}

async function documents(
  designs: readonly LocalDesign[],
  ids: readonly string[],
  { draft, note }: DesignOptions,
): Promise<readonly FileChange[]> {
  if (draft === true) {
    const { draftLocally } = await import("./draft-locally.ts");
    const { localModel } = await import("./local-model.ts");
    const { limitedModel } = await import("./limited-model.ts");
    const { readModelSettings } = await import("../settings.ts");
    localModel();
    return draftLocally(designs, note, {
      model: await limitedModel(readModelSettings()),
      note: (line) => {
        console.error(line);
      },
    });
  }
  const { localDocument } = await import("./draft-locally.ts");
  const { noDocumentText } = await import("../core/message/no-document.ts");
  const { whyNoDocument } = await import("../core/design/why-no-document.ts");
  return designs.flatMap((design) => {
    const why = whyNoDocument(design.facts, ids.length > 0);
    if (why === null)
      return localDocument(design, null, (line) => {
        console.error(line);
      });
    console.error(`${design.facts.workPackage.slug}: ${noDocumentText(why)}`);
    return [];
  });
}

async function localDesigns(ids: readonly string[], options: DesignOptions): Promise<readonly LocalDesign[]> {
  const { reviewLocally } = await import("./local-review.ts");
  const { designFacts } = await import("../core/design/design-facts.ts");
  const { planGeneration } = await import("../core/plan/plan-generation.ts");
  const { fingerprint } = await import("../core/entries/fingerprint.ts");
  const { parseSpec } = await import("../core/entries/parse-spec.ts");
  const { featuresOf } = await import("../core/design/feature.ts");
  const local = await reviewLocally(options);
  const { request, config } = local;
  const review =
    options.judge === true ? await (await import("./judge-locally.ts")).judgeLocally(local) : local.review;
  const chosen = changedEntries(review, ids);
  const packages = planGeneration({
    workPackages: review.workPackages,
    selected: chosen.map(({ change, path }) => ({ id: change.id, path })),
    path: ids.length > 0 ? "design" : null,
    targets: [],
    together: options.together === true,
    features: featuresOf(
      review.recommendations.map(({ change }) => change),
      [...request.baseFiles, ...request.headFiles],
    ),
  });
  if (packages.length === 0) throw nothingToDesign(ids);
  const { openDesigned } = await import("./designed-code.ts");
  const opened = openDesigned(options.target ?? [], config.targets);
  const entries = parseSpec(request.headFiles, request.parse).files.flatMap((file) => file.entries);
  const shared = {
    review,
    targets: targetsOf(options, config.targets, opened),
    folder: options.out ?? config.design,
    beside: options.out === undefined && config.design === defaultDesignFolder,
    fingerprint,
    link: (file: string, line: number) => `../${encodeURI(file)}#L${line}`,
    specFiles: request.headFiles,
    entriesAtHead: entries,
  };
  const { designedCode } = await import("./designed-code.ts");
  const { askedOnce } = await import("../core/design/asked-once.ts");
  const designs = await Promise.all(
    packages.map(async (workPackage) => {
      const facts = designFacts({ ...shared, workPackage });
      return { ...facts, ownDesign: await ownDesign(facts, options.repo) };
    }),
  );
  return askedOnce(designs).map((facts) => {
    const own = facts.ownDesign ?? null;
    return { facts, entries, own, code: designedCode(facts, entries, opened) };
  });
}

/** As the command names them, else the folders that it names, else as configured; none is assumed. */
function targetsOf(
  { language }: DesignOptions,
  configured: RepoConfig["targets"],
  opened: readonly DesignedTarget[],
): DesignFacts["targets"] {
  if (language !== undefined) return language.map((one) => ({ name: one, language: one }));
  if (opened.length > 0) return opened.map(({ name, language: one }) => ({ name, language: one }));
  return configured.map(({ name, language: word }) => ({
    name,
    language: word === undefined ? null : parseLanguage(word),
  }));
}

/** The design that the team keeps beside the feature's specification, at head. */
async function ownDesign({ home, review }: DesignFacts, repo: string): Promise<SourceFile | null> {
  if (home === null) return null;
  const { teamDesign, teamDesignPaths } = await import("../core/design/team-design.ts");
  const { LocalGitSource } = await import("../shell/local-git/local-git-source.ts");
  const source = new LocalGitSource(repo);
  const paths = teamDesignPaths({ home });
  const files = (await source.list(review.head)).filter(({ path }) => paths.includes(path));
  const bytes = files.length === 0 ? [] : await source.read(files.map(({ blob }) => blob));
  const texts = files.map(({ path }, at) => ({ path, text: new TextDecoder().decode(bytes[at]) }));
  return teamDesign({ home }, texts);
}

function nothingToDesign(ids: readonly string[]): UserError {
  return new UserError(
    ids.length > 0
      ? "There is nothing to build in these entries, so there is nothing to design."
      : "No changed entry needs a design. Name entries to get one all the same.",
  );
}

function print(files: readonly FileChange[], out: string | undefined): void {
  for (const { path, content } of files) {
    if (out === undefined) {
      process.stdout.write(content ?? "");
      continue;
    }
    const target = join(out, path.slice(path.lastIndexOf("/") + 1));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content ?? "");
    console.error(target);
  }
}
