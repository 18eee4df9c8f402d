import { parseDocument } from "yaml";
import type { SourceFile } from "../../entries/entry.ts";
import { globMatcher } from "../../globs.ts";
import { nestsTooDeep } from "../../yaml-nesting.ts";
import { editorSettings } from "./editor-settings.ts";

/** Settings of Prettier that say how code looks: plain values, none that names a file, a plugin or a parser. */
export type PrettierOptions = Readonly<Record<string, string | number | boolean>>;

const known = new Set(
  (
    "printWidth tabWidth useTabs semi singleQuote jsxSingleQuote quoteProps trailingComma bracketSpacing bracketSameLine " +
    "jsxBracketSameLine arrowParens endOfLine objectWrap experimentalTernaries experimentalOperatorPosition singleAttributePerLine"
  ).split(" "),
);

const configName = /(?:^|\/)\.prettierrc(?:\.json|\.ya?ml)?$/;
const codeName = /(?:^|\/)(?:\.prettierrc\.[cm]?[jt]s|prettier\.config\.[cm]?[jt]s)$/;

/**
 * How a file of the target is formatted, read off its settings as data, the folder's before the root's; null where Prettier is
 * not its formatter or its settings are a program, which is not run.
 */
export function prettierOptions(settings: readonly SourceFile[], path: string): PrettierOptions | null {
  const near = [...settings].sort((a, b) => b.path.length - a.path.length);
  const config = near.find((file) => configName.test(file.path) && isAbove(file.path, path));
  const manifest = near.find((file) => /(?:^|\/)package\.json$/.test(file.path) && isAbove(file.path, path));
  const inManifest = objectOf(manifest?.text ?? "")["prettier"];
  const isProgram = near.some((file) => codeName.test(file.path)) || typeof inManifest === "string";
  const own = config === undefined ? inManifest : objectOf(config.text);
  if (isProgram && config === undefined) return null;
  if (own === undefined && !runsPrettier(manifest?.text ?? "")) return null;
  const options = isObject(own) ? own : {};
  return { ...fromEditor(settings, path), ...plain(options), ...overridden(options, path) };
}

function isAbove(settings: string, path: string): boolean {
  const folder = settings.slice(0, settings.lastIndexOf("/") + 1);
  return path.startsWith(folder);
}

/** A package that runs Prettier without settings has its defaults. */
function runsPrettier(manifest: string): boolean {
  const { scripts } = objectOf(manifest);
  return isObject(scripts) && Object.values(scripts).some((script) => /\bprettier\b/.test(String(script)));
}

function overridden(options: Readonly<Record<string, unknown>>, path: string): PrettierOptions {
  const { overrides } = options;
  if (!Array.isArray(overrides)) return {};
  const found: PrettierOptions[] = overrides.map((one: unknown) => {
    if (!isObject(one) || !isObject(one["options"])) return {};
    return [one["files"]].flat().some((glob) => typeof glob === "string" && fits(glob, path))
      ? plain(one["options"])
      : {};
  });
  return Object.assign({}, ...found) as PrettierOptions;
}

function fits(glob: string, path: string): boolean {
  try {
    return globMatcher([glob.includes("/") ? glob : `**/${glob}`])(path);
  } catch {
    return false;
  }
}

/** What Prettier takes from `.editorconfig`. */
function fromEditor(settings: readonly SourceFile[], path: string): PrettierOptions {
  const { indent, size, width, eol } = editorSettings(settings, path);
  return {
    ...(indent === null ? {} : { useTabs: indent === "tab" }),
    ...(size === null ? {} : { tabWidth: size }),
    ...(width === null ? {} : { printWidth: width }),
    ...(eol === null ? {} : { endOfLine: eol }),
  };
}

function plain(options: Readonly<Record<string, unknown>>): PrettierOptions {
  const kept = Object.entries(options).filter(
    ([name, value]) => known.has(name) && /^(?:string|number|boolean)$/.test(typeof value),
  );
  return Object.fromEntries(kept) as PrettierOptions;
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  if (text === "" || nestsTooDeep(text)) return {};
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) return {};
  const value: unknown = document.toJS({ maxAliasCount: 20 });
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
