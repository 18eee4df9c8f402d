import type { PrettierOptions } from "../../core/code/format/prettier-options.ts";

/** A file to be formatted as the ones beside it are. */
export interface FormatRequest {
  readonly path: string;
  readonly content: string;
  /** What stood there before, or files beside a new one: they show whether these options are the ones in use. */
  readonly like: readonly string[];
  readonly options: PrettierOptions;
}

const parsers: Readonly<Record<string, string>> = {
  ts: "typescript",
  mts: "typescript",
  cts: "typescript",
  tsx: "typescript",
  js: "babel",
  jsx: "babel",
  mjs: "babel",
  cjs: "babel",
};

/** Defaults that changed between Prettier's versions, where the settings leave them open. */
const trials: readonly PrettierOptions[] = [{}, { trailingComma: "es5" }, { trailingComma: "none" }];

/**
 * The file as Prettier formats it by options that are data, or null. Only where a file that stood there before comes out as it
 * was: else another version, a plugin or nobody formats this code base, and its lines are left alone. Nothing of the target runs.
 */
export async function formatFile({ path, content, like, options }: FormatRequest): Promise<string | null> {
  const parser = parsers[path.slice(path.lastIndexOf(".") + 1).toLowerCase()];
  if (parser === undefined) return null;
  const { format } = await import("prettier/standalone");
  const plugins = (
    await Promise.all([
      import("prettier/plugins/estree"),
      parser === "babel" ? import("prettier/plugins/babel") : import("prettier/plugins/typescript"),
    ])
  ).map(({ default: plugin }) => plugin);
  const formatted = async (text: string, trial: PrettierOptions): Promise<string | null> => {
    try {
      return await format(text, { ...trial, ...options, parser, plugins, embeddedLanguageFormatting: "off" });
    } catch {
      return null;
    }
  };
  for (const trial of trials) {
    for (const text of like) if ((await formatted(text, trial)) === text) return formatted(content, trial);
  }
  return null;
}
