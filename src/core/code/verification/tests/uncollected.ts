import type { SourceFile } from "../../../entries/entry.ts";
import { fileName } from "../../../file-name.ts";

interface Convention {
  readonly isOf: RegExp;
  /** What files have to be called. */
  readonly collected: RegExp;
  /** Settings that name files otherwise. */
  readonly settings: RegExp;
  readonly runner: string;
}

const conventions: readonly Convention[] = [
  {
    isOf: /\.py$/,
    collected: /(?:^|\/)(?:test_[^/]*|[^/]*_test|tests?|conftest)\.py$/,
    settings: /\bpython_files\b|\bdiscover\b|\bnose|\btestpaths\s{0,9}=[^\n]{0,200}\.py/,
    runner: "pytest",
  },
  { isOf: /\.go$/, collected: /_test\.go$/, settings: /(?!)/, runner: "go test" },
  {
    isOf: /\.exs?$/,
    collected: /_test\.exs$/,
    settings: /\btest_(?:pattern|load_filters|paths)\b/,
    runner: "mix test",
  },
];

/** Why a runner does not find the tests of a file by its name; null where it does, or where settings may say otherwise. */
export function uncollected(path: string, text: string, files: readonly SourceFile[]): string | null {
  const convention = conventions.find(({ isOf }) => isOf.test(path));
  if (convention === undefined || convention.collected.test(path)) return null;
  if (/\bunittest\b|__main__/.test(text)) return null;
  const isSet = files.some(
    (file) =>
      /(?:^|\/)(?:[^/]*\.(?:toml|ini|cfg|ya?ml|exs|txt)|Makefile|noxfile\.py|conftest\.py|setup\.py)$/.test(
        file.path,
      ) && convention.settings.test(file.text),
  );
  return isSet || isNamedElsewhere(path, files)
    ? null
    : `${convention.runner} does not look into files of this name`;
}

/** Another file brings it in, or a setting names it. */
function isNamedElsewhere(path: string, files: readonly SourceFile[]): boolean {
  const stem = fileName(path).replace(/\.\w+$/, "");
  const named = new RegExp(`\\b${stem.replace(/[^\w]/g, ".")}\\b`);
  return files.some((file) => file.path !== path && named.test(file.text));
}
