import { protectedNames } from "./protected-names.ts";

/** What is known of one path, all in lower case. */
export interface Place {
  readonly name: string;
  /** The name without its last ending. */
  readonly stem: string;
  readonly ending: string;
  /** Whether it stands at the root of the repository or of a package in it. */
  readonly atRoot: boolean;
  /** Whether it lies in a folder of its own below the root of the source or of the tests. */
  readonly isDeep: boolean;
  /** Whether source of its language stands in its folder. */
  readonly hasSource: boolean;
  /** Whether it lies inside a package of its language, where its manifest and build do not stand. */
  readonly isInPackage: boolean;
  /** Whether pytest may collect it: there is Python in the repository, or nothing is known of that. */
  readonly mayMeetPytest: boolean;
  /** Whether it is called as a class or component is: `Build.tsx`. */
  readonly isClassName: boolean;
}

/** Names that tools look for at the root of a package, and that are ordinary anywhere else. */
const rootNames =
  /^(?:tasks|backend|server|make|release|deploy|publish|prepare|(?:pre|post)?install|dev|start|bootstrap|preload|run[-_]?tests?|gulp|dagger|wrangler|cspell|peril|sidebars|invoke|dep|cythonize|_?setup[-_]?(?:helpers?|base|ext|build|utils?|common)?)$/;
const rootNamesOfRuby = /^(?:puma|unicorn|schedule|config|guard|kitchen|metadata|policyfile)$/;
/** Languages of which a file at a root is often a program of its own. */
export const scripting = words("py js mjs cjs ts mts cts rb php");

/** Tools whose file has no other name than theirs. */
const toolsByName = words(
  "cucumber ace adonisrc gridsome.server peridot phinx migrations migrations-db sami doctum tailwind metalsmith assemblefile " +
    "verbfile updatefile package-scripts flyfile electron-builder newrelic keystone fis-conf atoum kahlan",
);

/** Words of names that mean something else as source. */
const generalWords = words(
  "component project workspace app action pipeline environment package manifest meta recipe template values chart site settings " +
    "hooks tasks launch extensions credentials secrets build deny cross mill module drone stale labeler forever process mcp",
);

/** Tools that read their settings from data, and most of them from a program of the same name as well: `knip.json`, `knip.ts`. */
const toolsWithData = new Set(
  [...protectedNames]
    .filter((name) => /^[^.]+\.(?:json5?|jsonc|ya?ml|toml|ini|neon|xml)$/.test(name))
    .map((name) => name.slice(0, name.indexOf(".")))
    .filter((stem) => !generalWords.has(stem)),
);

/** `medusa-config`, `cli-config`, `superset_config`: at a root, what a tool is told. */
const rootConfig = /[-_.]conf(?:ig)?$/;

/**
 * Modules that Python, its test runners and its packagers import by name: a file or folder so called at the root, which is
 * searched first, is imported in their place.
 */
export const importedByTools = words(
  "pytest _pytest pluggy coverage pip setuptools _distutils_hack wheel pkg_resources distutils tox nox mypy black ruff flake8 " +
    "pylint isort sphinx mkdocs hatchling poetry pdm flit flit_core twine virtualenv site encodings codecs typing ast re os io abc " +
    "json logging random types enum inspect importlib unittest warnings argparse pathlib subprocess tomllib tomli yaml packaging",
);

/** Whether a tool looks for a file of this name at the root of a package, and finds it. */
export function isFoundAtRoot({ stem, ending, atRoot }: Place): boolean {
  if (!atRoot) return false;
  if (scripting.has(ending) && isNamedAtRoot(stem)) return true;
  return ending === "rb" ? rootNamesOfRuby.test(stem) : ending === "py" && importedByTools.has(stem);
}

function isNamedAtRoot(stem: string): boolean {
  return rootNames.test(stem) || rootConfig.test(stem) || toolsByName.has(stem) || toolsWithData.has(stem);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
