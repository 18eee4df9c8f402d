import { LineCounter, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { patternReader } from "./generation/trace/tag-reader.ts";

const glob = z.string().min(1).max(200);
const folder = z
  .string()
  .max(200)
  .regex(/^(?!\/)(?!.*\.\.)[^\\\u0000-\u001f]*$/, "a path inside the repository, with `/` and without `..`");

const target = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, "letters, digits, `.`, `_` and `-`, at most 60")
    .describe("What commands and comments call it."),
  repository: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/, "`owner/name`")
    .optional()
    .describe("`owner/name` of another repository the App is installed on. Default: the spec's own."),
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
  tag: z
    .string()
    .max(80)
    .refine((text) => text.includes("ID"), "text that contains `ID`")
    .default("// ID")
    .describe("How code cites an entry; `ID` stands for the entry's ID."),
  tagPattern: z
    .string()
    .min(1)
    .max(500)
    .superRefine((pattern, context) => {
      const reader = patternReader(pattern);
      if (typeof reader !== "function") context.addIssue({ code: "custom", message: reader.problem });
    })
    .optional()
    .describe(
      "Linear-time regular expression (RE2) that finds cited IDs in a line of code: group `id`, or the first one. " +
        "Then nothing else counts as a citation. Default: every usual way of citing.",
    ),
});

const dialect = z.union([
  z.string().min(1).max(60),
  z.strictObject({
    pattern: z.string().min(1).max(200).describe("Linear-time regular expression with one group: the ID."),
  }),
]);

const schema = z.strictObject({
  spec: z
    .array(glob)
    .min(1)
    .default(["**/*.md"])
    .describe("Globs of spec files. Default: every Markdown file in which entries with IDs are recognised."),
  ignore: z
    .array(glob)
    .default([
      "**/node_modules/**",
      "**/{README,CHANGELOG,CONTRIBUTING,CODE_OF_CONDUCT,SECURITY}.md",
      ".github/**",
    ])
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
  design: folder.default("design").describe("Folder of design documents."),
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
  labels: z.boolean().default(false).describe("Whether pull requests get labels."),
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

export type RepoConfig = z.output<typeof schema>;

/** Something wrong in `.github/twopath.yml`. */
export interface ConfigProblem {
  /** Where in the file, such as `targets[0].name`; empty for the whole file. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly message: string;
  /** What to write instead. */
  readonly remedy: string;
}

/** A configuration is short; anything longer is not one. */
const maxLength = 100_000;

/**
 * Reads `.github/twopath.yml`.
 * @param text the file's text, or null when there is none: then every default holds.
 * @returns the configuration, or what is wrong with it (an array, never empty).
 */
export function parseRepoConfig(text: string | null): RepoConfig | ConfigProblem[] {
  if (text === null || text.trim() === "") return schema.parse({});
  if (text.length > maxLength)
    return [
      { path: "", line: 1, message: "The file is too long.", remedy: "Keep it under 100,000 characters." },
    ];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const error = document.errors[0];
  if (error !== undefined) {
    const line = lines.linePos(error.pos[0]).line;
    return [
      {
        path: "",
        line,
        message: `This is not valid YAML: ${error.code}.`,
        remedy: "Check indentation, quotes and colons on this line.",
      },
    ];
  }
  const value = toValue(document);
  if (value === undefined)
    return [{ path: "", line: 1, message: "Aliases are not allowed here.", remedy: "Write the values out." }];
  const result = schema.safeParse(value ?? {});
  if (result.success) return uniqueNames(result.data);
  return result.error.issues.slice(0, 20).map((issue) => problem(issue, document, lines));
}

/** The configuration as JSON Schema (draft 2020-12), for editors. */
export function repoConfigSchema(): object {
  const json = z.toJSONSchema(schema, { io: "input" });
  return { ...json, title: "twopath configuration (.github/twopath.yml)" };
}

/** Undefined when the document has too many aliases. */
function toValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch {
    return undefined;
  }
}

function uniqueNames(config: RepoConfig): RepoConfig | ConfigProblem[] {
  const names = config.targets.map((one) => one.name.toLowerCase());
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice < 0) return config;
  return [
    {
      path: `targets[${twice}].name`,
      line: 1,
      message: "Two targets have this name.",
      remedy: "Give each target its own name.",
    },
  ];
}

function problem(issue: z.core.$ZodIssue, document: Document.Parsed, lines: LineCounter): ConfigProblem {
  const key = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const path = key === undefined ? issue.path : [...issue.path, key];
  return {
    path: pathText(path),
    line: lineOf(path, document, lines),
    message: key === undefined ? `${issue.message}.` : "There is no such setting.",
    remedy: remedy(issue),
  };
}

function remedy(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return "Remove it, or check its spelling in docs/configuration.md.";
  if (issue.code === "invalid_type")
    return `Write ${issue.expected === "array" ? "a list" : `a value of type ${issue.expected}`}.`;
  if (issue.code === "invalid_format" || issue.code === "custom") return `Expected: ${issue.message}.`;
  return "See docs/configuration.md.";
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index > 0 ? "." : ""}${String(part)}`))
    .join("");
}

/** The line of the deepest part of the path that stands in the file. */
function lineOf(path: readonly PropertyKey[], document: Document.Parsed, lines: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    const start = range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}
