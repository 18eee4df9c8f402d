import { LineCounter, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { nestsTooDeep } from "./yaml-nesting.ts";
import { configSchema } from "./repo-config-schema.ts";

export type RepoConfig = z.output<typeof configSchema>;

/** Where a repository keeps its configuration. */
export const configPath = ".github/twopath.yml";

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
  if (text === null || text.trim() === "") return configSchema.parse({});
  if (text.length > maxLength)
    return [
      { path: "", line: 1, message: "The file is too long.", remedy: "Keep it under 100,000 characters." },
    ];
  if (nestsTooDeep(text))
    return [
      { path: "", line: 1, message: "This nests too deep to be read.", remedy: "See docs/configuration.md." },
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
  const result = configSchema.safeParse(value ?? {});
  if (result.success) return uniqueNames(result.data);
  return result.error.issues.slice(0, 20).map((issue) => problem(issue, document, lines));
}

/** The configuration as JSON Schema (draft 2020-12), for editors. */
export function repoConfigSchema(): object {
  const json = z.toJSONSchema(configSchema, { io: "input" });
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
  if (issue.code === "custom" && typeof issue.params?.["remedy"] === "string") return issue.params["remedy"];
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
