import { type Command, Option } from "commander";
import type { FullReport } from "../core/code/verification/judge/full-report.ts";
import type { ConformanceFacts } from "../core/code/verification/conformance.ts";
import { isNamed } from "../core/code/verification/tags/inherited-tags.ts";
import type { Entry } from "../core/entries/entry.ts";
import { resolveEntries } from "../core/command/resolve-entries.ts";
import { UserError } from "../core/user-error.ts";
import type { LocalSpec } from "../shell/target/read-spec.ts";
import { conformanceFacts, type LocalTarget, openTarget } from "./check-target.ts";
import { exitCode } from "./exit-code.ts";

interface Options {
  readonly target: string;
  readonly spec: string;
  readonly base?: string;
  readonly head?: string;
  readonly design?: string;
  readonly format: "table" | "markdown" | "json";
  readonly failOn: "never" | "missing" | "finding";
  readonly judge?: boolean;
  readonly since?: string;
  readonly showRequest?: boolean;
  readonly run?: string;
}

/** `twopath conformance`: what code shows of each demand of the entries that it says it satisfies. */
export function registerConformance(command: Command): void {
  command
    .argument("[id...]", "entries; without any, those that the target names (with --base: that changed)")
    .requiredOption("--target <dir>", "folder of a checkout, bare repository, or either with @REVISION")
    .option("--spec <path>", "spec file, or the folder that holds the spec", ".")
    .option("--base <rev>", "check the entries that changed since this revision of the spec")
    .option("--head <rev>", "the revision of the spec that holds (default: as it stands)")
    .option(
      "--design <file>",
      "design document: its interfaces are to be declared, its decisions are for the judge",
    )
    .addOption(
      new Option("--format <format>", "how to print it")
        .choices(["table", "markdown", "json"])
        .default("table"),
    )
    .addOption(
      new Option("--fail-on <what>", "end with 1 when a demand is not shown (missing), or on any finding")
        .choices(["never", "missing", "finding"])
        .default("never"),
    )
    .option(
      "--judge",
      "let the configured model judge each demand besides (needs ANTHROPIC_API_KEY; costs money)",
    )
    .option("--since <rev>", "show the judge what changed in the target since this revision of it")
    .option("--show-request", "print what --judge would ask as JSON, and send nothing")
    .option(
      "--run <command>",
      "run this command in a scratch copy, once for each small change that tests should notice",
    )
    .addHelpText(
      "after",
      "\nNothing is run but for --run. Exit codes: 0 done, 1 see --fail-on, 2 usage, 3 nothing could be checked.\n" +
        "\nExample: twopath conformance RTN15a RTN15b --target ../sdk-js --spec .",
    )
    .action(async (ids: string[], options: Options) => {
      process.exitCode = await conformance(ids, options);
    });
}

async function conformance(ids: readonly string[], options: Options): Promise<number> {
  const facts = await factsOf(ids, options);
  const { readConformance } = await import("../core/code/verification/conformance.ts");
  const { judgeLocally, requestBodies, tryMutations } = await import("./conformance-supplement.ts");
  const { withParsing } = await import("../shell/writer/with-parsing.ts");
  const { report, evidence, mutations: byRule } = readConformance(facts);
  if (options.showRequest === true) {
    process.stdout.write(`${JSON.stringify(await requestBodies(facts, evidence), null, 2)}\n`);
    return exitCode.done;
  }
  const judged = options.judge === true ? await judgeLocally(facts, evidence) : [];
  const proposed = judged.flatMap(({ demands }) => (demands ?? []).flatMap(({ mutation }) => mutation ?? []));
  const mutations = await withParsing([...proposed, ...byRule], facts.files);
  const ends =
    options.run === undefined
      ? null
      : await tryMutations(options.target, options.run, mutations, facts.files);
  const { withSupplement: withBesides } = await import("../core/code/verification/judge/full-report.ts");
  const whole = withBesides(report, { judged, mutations, ends });
  process.stdout.write(await printed(whole, options.format));
  return isFailure(whole, options.failOn) ? exitCode.findings : exitCode.done;
}

async function factsOf(ids: readonly string[], options: Options): Promise<ConformanceFacts> {
  const { readSpec } = await import("../shell/target/read-spec.ts");
  const { fileRole } = await import("../core/code/file-role.ts");
  const spec = readSpec(options.spec, options.head ?? null);
  const before = options.base === undefined ? null : readSpec(options.spec, options.base).entries;
  const target = await openTarget(options.target, spec);
  if (!target.files.some(({ path }) => fileRole(path) !== "skipped"))
    throw new UserError(
      `There is no code in "${options.target}", so nothing was checked. Name the target's folder with --target.`,
    );
  const entries = chosen(ids, spec, before, target);
  const previous = new Map((before ?? []).map(({ id, text }) => [id, text]));
  const { interfaces, decided } = await designIn(options.design);
  const facts = { ...(await conformanceFacts(entries, { spec, target, previous, interfaces })), decided };
  if (facts.parsed.every(({ root }) => root === null)) throw unread(options.target, facts.parsed);
  if (options.since === undefined) return facts;
  const { earlierFiles } = await import("./check-target.ts");
  return { ...facts, before: await earlierFiles(options.target, options.since, facts.files) };
}

function unread(target: string, files: readonly { readonly path: string }[]): UserError {
  const endings = new Set(files.map(({ path }) => path.slice(path.lastIndexOf("."))));
  return new UserError(
    `The code in "${target}" (${[...endings].slice(0, 5).join(", ")}) is in no language that is read here, so nothing was checked.`,
  );
}

function chosen(
  ids: readonly string[],
  spec: LocalSpec,
  before: readonly Entry[] | null,
  target: LocalTarget,
): readonly Entry[] {
  if (ids.length > 0) return selected(ids, spec.entries);
  if (before !== null) {
    const texts = new Map(before.map(({ id, text }) => [id, text]));
    const changed = spec.entries.filter(({ id, text }) => texts.get(id) !== text);
    if (changed.length > 0) return changed;
    throw new UserError("No entry changed since --base, so nothing was checked.");
  }
  const named = spec.entries.filter(({ id }) => isNamed(id, target.cited));
  const isGone = ({ id, status }: Entry): boolean => status === "retired" && !isNamed(id, target.cited);
  if (named.length > 0) return [...named, ...spec.entries.filter(isGone)];
  throw new UserError(
    `No line of "${target.folder}" names an entry of the spec, so nothing was checked. Name entries, or say with tagPattern how code cites them.`,
  );
}

async function printed(report: FullReport, format: Options["format"]): Promise<string> {
  if (format === "json") {
    const { conformanceJson } = await import("../core/message/conformance-json.ts");
    return `${JSON.stringify(conformanceJson(report), null, 2)}\n`;
  }
  if (format === "markdown") {
    const { conformanceMarkdown } = await import("../core/message/conformance-check.ts");
    return `${conformanceMarkdown(report, report.supplement.mutations)}\n`;
  }
  const { conformanceTable } = await import("../core/message/conformance-table.ts");
  return conformanceTable(report);
}

function isFailure({ entries, findings, vectors }: FullReport, failOn: Options["failOn"]): boolean {
  if (failOn === "finding") return findings.length > 0;
  const isMissing =
    entries.some(({ demands }) => demands.some(({ state }) => state !== "shown")) ||
    vectors.some(({ because }) => because !== null);
  return failOn === "missing" && isMissing;
}

/** Its interfaces, whatever language the design shows them in (a type is called alike in all of them), and its decisions. */
async function designIn(
  path: string | undefined,
): Promise<{ interfaces: readonly string[]; decided: string }> {
  if (path === undefined) return { interfaces: [], decided: "" };
  const { readDesign } = await import("./read-design.ts");
  const { declaredNames } = await import("../core/code/verification/findings/interface-missing.ts");
  const { decisionsIn } = await import("../core/design/decisions-in.ts");
  const { text } = readDesign(path);
  return { interfaces: declaredNames(text, null), decided: decisionsIn(text) };
}

/**
 * Entries by ID, or by the end of an ID that its file qualifies; `*` at the end stands for any rest. Throws UserError for
 * one that the spec does not have, and for an end that several have.
 */
export function selected(ids: readonly string[], entries: readonly Entry[]): Entry[] {
  const known = entries.map(({ id }) => id);
  return ids.flatMap((id) => {
    const resolved = resolveEntries([id], known);
    if ("unknown" in resolved)
      throw new UserError(`The spec has no entry ${id}. \`twopath entries FILE\` lists what it has.`);
    if ("ambiguous" in resolved)
      throw new UserError(
        `Several entries end in ${id}: ${resolved.candidates.slice(0, 5).join(", ")}. Write more of it.`,
      );
    return entries.filter((entry) => resolved.ids.includes(entry.id));
  });
}
