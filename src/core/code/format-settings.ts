import { fileName } from "../file-name.ts";
import { parseJson } from "../parse-json.ts";
/** Tables of a manifest that say how code is formatted. */
const tables =
  /^\[(?:tool\.(?:black|ruff|isort|yapf|autopep8|flake8|pylint)[\w.-]*|flake8|isort|pycodestyle|yapf)\]/;

/** What of a settings file says how code is formatted; null when nothing does. Of a manifest only that part. */
export function formatSettings(path: string, text: string): string | null {
  const name = fileName(path);
  if (name === "package.json") return packageSettings(text);
  if (/^(?:\.?eslint|prettier)[\w.-]*\.(?:js|mjs|cjs|ts)$|^\.(?:eslint|prettier)rc\.js$/.test(name))
    return rulesOf(text);
  if (name !== "pyproject.toml" && name !== "setup.cfg") return text;
  let isShown = false;
  const lines = text.split("\n").filter((line) => {
    if (line.startsWith("[")) isShown = tables.test(line);
    return isShown;
  });
  return lines.length === 0 ? null : lines.join("\n");
}

/** A settings file that is a program: what stands before its rules, imports and what is ignored, says nothing of form. */
function rulesOf(text: string): string {
  const lines = text
    .split("\n")
    .filter((line) => !/^\s*(?:import\b|\/\/|\/?\*|const .*require\()/.test(line));
  const rules = lines.findIndex((line) => /^\s*["']?rules["']?\s*:/.test(line));
  return (rules < 0 ? lines : lines.slice(rules)).join("\n").trim();
}

/** What the package formats and checks itself with. */
function packageSettings(text: string): string | null {
  const manifest = parseJson(text);
  if (typeof manifest !== "object" || manifest === null) return null;
  const { prettier, eslintConfig, scripts } = manifest as Record<string, unknown>;
  const checks = Object.entries((scripts ?? {}) as Record<string, unknown>).filter(([key]) =>
    /lint|format|test|check/i.test(key),
  );
  const shown = { prettier, eslintConfig, scripts: Object.fromEntries(checks.slice(0, 12)) };
  return prettier === undefined && eslintConfig === undefined && checks.length === 0
    ? null
    : JSON.stringify(shown);
}
