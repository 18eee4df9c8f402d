import { z } from "zod";
import { dialectNames } from "./entries/dialects/index.ts";
import { globBounds, globProblem } from "./globs.ts";
import { patternReader } from "./trace/tag-reader.ts";

/** Where designs go that have no place beside a feature's specification, unless the repository says otherwise. */
export const defaultDesignFolder = "design";

const glob = z
  .string()
  .min(1)
  .max(globBounds.glob)
  .superRefine((text, context) => {
    refuseGlobs([text], context);
  });
const globs = z.array(glob).superRefine(refuseGlobs);

const folder = z
  .string()
  .max(200)
  .regex(/^(?!\/)(?!.*\.\.)[^\\\u0000-\u001f]*$/, "a path inside the repository, with `/` and without `..`");

const repository = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/, "`owner/name`");

const tag = z
  .string()
  .max(80)
  .refine((text) => text.includes("ID"), "text that contains `ID`");

const tagPattern = z
  .string()
  .min(1)
  .max(500)
  .superRefine((pattern, context) => {
    const reader = patternReader(pattern);
    if (typeof reader !== "function") context.addIssue({ code: "custom", message: reader.problem });
  });

const servedSpec = z.union([
  repository,
  z.strictObject({
    repository: repository.describe("`owner/name` of the spec."),
    tag: tag.optional().describe("How code here cites an entry, as in `targets`."),
    tagPattern: tagPattern.optional().describe("Finds cited IDs in the code here, as in `targets`."),
  }),
]);

const glossaryWords = z.array(z.string().min(1).max(60)).max(100).default([]);

const target = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, "letters, digits, `.`, `_` and `-`, at most 60")
    .describe("What commands and comments call it."),
  repository: repository
    .optional()
    .describe(
      "`owner/name` of another repository of the same owner, whose own configuration names this one under `specs`. " +
        "Default: the spec's own.",
    ),
  path: folder.default("").describe("Folder of the repository that holds the target. Default: its root."),
  language: z
    .string()
    .min(1)
    .max(30)
    .optional()
    .describe("Language of the code, such as `typescript` or `swift`."),
  source: z.array(folder).min(1).default(["src"]).describe("Folders the bot may write code into."),
  tests: z.array(folder).min(1).default(["test"]).describe("Folders the bot may write tests into."),
  vectors: folder
    .optional()
    .describe("Folder for test vectors. Default: `spec-vectors` in the first test folder."),
  files: z
    .array(folder)
    .max(50)
    .optional()
    .describe(
      "Existing files of other kinds that the bot may change, such as `CHANGELOG.md`. Never what tools execute or agents obey.",
    ),
  tag: tag
    .optional()
    .describe(
      "How code cites an entry; `ID` stands for the entry's ID. Default: the line comment of the language, `// ID` or `# ID`.",
    ),
  tagPattern: tagPattern
    .optional()
    .describe(
      "Linear-time regular expression (RE2) that finds cited IDs in a line of code: group `id`, or the first one. " +
        "Then nothing else counts as a citation. Default: every usual way of citing. In another repository only what that " +
        "repository says under `specs` is searched for.",
    ),
  doesNotApply: z
    .array(
      z.strictObject({
        entries: z
          .array(z.string().min(1).max(200))
          .min(1)
          .max(500)
          .describe("IDs; `*` at the end stands for any rest."),
        because: z.string().min(3).max(500).describe("Why; shown wherever the entry would be missed."),
      }),
    )
    .max(200)
    .optional()
    .describe("Entries that this target is not to satisfy, each with the reason."),
});

const dialect = z.union([
  z
    .string()
    .min(1)
    .max(60)
    .refine((name) => dialectNames.includes(name), {
      error: "No dialect has this name",
      params: {
        remedy: `Write one of ${dialectNames.join(", ")}, or a pattern of your own: {pattern: '^(REQ-[0-9]+)'}.`,
      },
    })
    .meta({ examples: [...dialectNames] }),
  z.strictObject({
    pattern: z.string().min(1).max(200).describe("Linear-time regular expression with one group: the ID."),
  }),
]);

function refuseGlobs(list: readonly string[], context: z.RefinementCtx): void {
  const problem = globProblem(list);
  if (problem !== null) context.addIssue({ code: "custom", message: problem });
}

/** What `.github/twopath.yml` may hold, with its defaults; the descriptions become docs/configuration.md. */
export const configSchema = z.strictObject({
  spec: globs
    .min(1)
    .default(["**/*.{md,mdx,markdown}"])
    .describe(
      "Globs of spec files; one with `!` in front takes away. Default: every Markdown file in which entries with IDs are recognised.",
    ),
  ignore: globs
    .default(["**/node_modules/**", ".github/**"])
    .describe("Globs of files that are never spec files."),
  dialects: z
    .record(glob, dialect)
    .default({})
    .describe("Glob → name of a dialect, or an own pattern, where detection is not right."),
  targets: z
    .array(target)
    .max(50)
    .default([])
    .describe("What implements the spec. Without any, reviews still work."),
  specs: z
    .array(servedSpec)
    .max(20)
    .default([])
    .describe(
      "In a repository of code: the specs, as `owner/name`, that may read its code for citations and open pull requests " +
        "here; with `tag` or `tagPattern` as `{ repository, tag, tagPattern }`. Counts only on the default branch.",
    ),
  design: folder.default(defaultDesignFolder).describe("Folder of design documents."),
  maxRepairs: z
    .int()
    .min(0)
    .max(10)
    .default(2)
    .describe("How often the bot tries again after a target's CI failed."),
  codeAfterDesign: z
    .boolean()
    .default(true)
    .describe("Whether merging a design pull request starts the code pull request."),
  failOn: z
    .enum(["never", "finding", "design"])
    .default("never")
    .describe(
      "When the check run `twopath` fails, for a rule that requires it before a merge. `design`: while an entry needs a design " +
        "first and nobody decided on it with `/path`. `finding`: while anything is wrong in how the changed spec is written. Both: " +
        "while a changed spec file was not read. Then pull requests that change no spec entry get the check too, and pass.",
    ),
  labels: z
    .boolean()
    .default(false)
    .describe("Whether reviewed pull requests get the label `twopath: code` or `twopath: design`."),
  glossary: z
    .strictObject({
      product: glossaryWords.describe(
        "Words of the product that say nothing about the path, such as `lane`.",
      ),
      vague: glossaryWords.describe("Words that leave something open here."),
      heavy: glossaryWords.describe("Words behind which there is a design here."),
    })
    .prefault({})
    .describe("The team's own words, for the model that judges."),
  model: z
    .strictObject({
      enabled: z
        .boolean()
        .default(true)
        .describe("Whether the server's model may be used for this repository."),
      maxUsdPerPullRequest: z
        .number()
        .min(0)
        .max(1_000)
        .default(5)
        .describe("US dollars; above, the rules decide alone."),
    })
    .prefault({})
    .describe("Limits of the model's use."),
});
