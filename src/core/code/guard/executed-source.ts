import { importedByTools, isFoundAtRoot, type Place, scripting } from "./executed-at-root.ts";

const js = words("js jsx mjs cjs ts tsx mts cts coffee json jsonc json5 yml yaml");

/** Tools of JavaScript that look for a file of their own name, with up to two words behind it: `webpack.prod.js`. */
const jsTools =
  /^(?:jest|vitest|vite|webpack|rollup|babel|karma|gulpfile|gruntfile|jakefile|brocfile|wallaby|metro|esbuild|rspack|rsbuild|farm|tsup|parcel|snowpack|cypress|playwright|protractor|nightwatch|testem|wdio|ava|tape|mocha|mocharc|codecept|stryker|nyc|c8|eslint|eslintrc|prettier|prettierrc|stylelint|stylelintrc|babelrc|swcrc|commitlint|lint-staged|lintstaged|husky|pnpmfile|renovate|renovate-config|semantic-release|releaserc|plopfile|hygen|knexfile|ormconfig|drizzle|sequelize|graphql|orval|codegen|ember-cli-build|nodemon|pm2|ecosystem|serverless|next|nuxt|astro|gatsby|svelte|remix|tailwind|postcss|capacitor|expo|react-native|electron-builder|forge|release-please-config|changeset|sst|alchemy|unbuild|tsdown|turbo|syncpack|bundlewatch|size-limit|storybook|danger|dangerfile|promptfooconfig|config-overrides|truffle|truffle-config|typedoc|jsdoc|bunfig|setupproxy|pnp|lighthouserc|jasmine|eslint-local-rules|testcaferc|detoxrc|puppeteerrc|neutrinorc|umirc|karmarc|jshintrc|jscsrc|gatsby-(?:node|config|browser|ssr))(?:\.[a-z0-9_-]{1,30}){0,2}$/;

/** `eslint.config`, `karma.conf`, `jest.setup`, `vitest.workspace`: how tools call what they load. */
const jsConfig =
  /^[a-z0-9_-]{1,60}(?:\.[a-z0-9_-]{1,30}){0,3}[.](?:config|conf|setup|workspace|preset|projects|cli)$/;

/** `setupTests`, `global-setup`, `jest.globalSetup`, `test-setup.unit`, `bootstrap`: nothing but words of setting up tests. */
const setUp = /setup|teardown|bootstrap/;
const setUpWords =
  /^(?:setup|teardown|bootstrap|tests?|spec|suite|global|jest|vitest|vite|mocha|karma|cypress|playwright|env|environment|files?|before|after|all|each|unit|e2e|integration|node|dom|polyfills?|[-_.])+$/;

const jsonConfig =
  /^(?:(?:ts|js)config|base\.tsconfig|package|composer|appsettings|docker-bake|release-please|jest|vitest|mcp|renovate|stryker|compile_commands|log4j2?|phpbench|captainhook|openapitools|gemini-extension)[a-z0-9_.-]{0,40}$|^application(?:-[a-z0-9]{1,40})?$|rc$|[-.]lock$|[._-](?:config|conf|manifest|mcp)$/;

const yamlConfig =
  /^log4j2?(?:-[a-z]{1,20})?$|^test[-_]|^(?:docker-)?compose(?:\.[a-z0-9_-]{1,40}){0,2}$|^(?:application|bootstrap|buf|behat|codeception|cucumber|kitchen|molecule|rubocop_todo|phpspec|grumphp|azure-pipelines|cloudbuild|buildspec|stack|taskfile|pre-commit|golangci|gitlab-ci|mkdocs|environment|values|pipeline|workflow|release|deploy|deployment|helmfile|playbook|serverless|lefthook|codecov)(?:[._-][a-z0-9_-]{1,40}){0,3}$|(?:^|[._-])(?:pipelines?|workflows?|gitlab-ci|jenkinsfile|ci)$/;

const textConfig =
  /^test|requirements|constraints|^llms|^(?:compile_flags|runtime|packages|conanfile|cmakelists|robots|humans)$|^meson/;
const xmlConfig =
  /^(?:pom|build|phpunit|phpcs|phpmd|phive|testng|psalm|ivy|logback|log4j2?|checkstyle|settings|web|persistence|beans|arquillian|spring|applicationcontext|hibernate|ehcache|androidmanifest|module|workspace|nuget|maven|struts|hazelcast|jooq|fodyweavers)(?:[._-].{0,40})?$|^application(?:-[a-z0-9]{1,40})?$|-context$|\.run$/;

/** Files with a name of their own that a tool of any language looks for, whatever ending they have. */
const toolFiles =
  /^(?:rake|gulp|grunt|broc|jake|cake|guard|danger|cap|thor|berks|brew|pod|vagrant|docker|container|make|gnumake|just|task|jenkins|mage|nox|fab|locust|duty|plop|knex|tilt|earth|proc|snake|puppet|steep|app|fast|conan|shake|robo|tox|deliver|gym|match|scan|snapshot|screengrab|supply|precheck|mint|gem|nake)file(?:[._-][a-z0-9._-]{1,60})?$/;

/** Languages whose files no tool reads by such a name: `TaskFile.java` is somebody's class. */
const compiled = words("java kt go rs cs c cc cpp h hpp m mm dart");

/** By ending, names that a build, a test runner or an interpreter loads by itself. */
const byEnding: Readonly<Record<string, RegExp>> = {
  py: /conftest|-gdb$|^(?:sitecustomize|usercustomize|_distutils_hack|scons(?:truct|cript)|(?:pelican|publish)conf|passenger_wsgi|poe_tasks|mutmut_config|promptfooconfig|airflow_local_settings|(?:jupyterhub|superset|webserver)_config|(?:dredd|schemathesis)_hooks|hook-[a-z0-9_.-]{1,80}|setup|gdbinit|pythonstartup|site_init|mkdocs_hooks|(?:ycm_)?extra_conf|noxfile|sitecustomize|usercustomize|fabfile|duties|dodo|pavement|toxfile|locustfile|hubconf|conf|manage|wsgi|asgi|versioneer|_version|ez_setup|bootstrap|celeryconfig|conanfile|wscript|gunicorn[._](?:conf|config)|ipython_config|jupyter_[a-z_]{1,40}_config|(?:hatch|pdm|poetry|custom|_custom)?_?build(?:_?(?:backend|hooks?|ext|meta|script))?)$/,
  rb: /^(?:gems|custom_plan|rakefile|guardfile|extconf|mkrf_conf|(?:[a-z]{1,20}_)?(?:spec|test|rails|minitest|acceptance)_helper(?:_[a-z]{1,20})?|(?:rubygems|danger)_plugin|irbrc|pryrc|simplecov|plugins|boot|deploy|podfile|dangerfile)$/,
  php: /^(?:composer-(?:dependency-analyser|unused)|envoy(?:\.blade)?|object-cache|advanced-cache|(?:ecs|[.]?php[-_]cs(?:[-_]fixer)?|phpcs|castor|deploy|behat|codeception|kahlan-config)(?:\.dist)?|(?:rector|phpstan|psalm|phpunit)[-_.a-z]{0,30}|phpstorm\.meta|autoload_runtime|auto_prepend|_?bootstrap\.inc|robofile|castor|deploy|deployer|scoper\.inc|grumphp|infection|monorepo-builder|captainhook|_?bootstrap|autoload|prepend|pest|phparkitect|phpinsights|phpbench|wp-config|box)$/,
  go: /^(?:mage|magefile|mage_output_file|tools)$/,
  rs: /^build$/,
  java: /^module-info$/,
  kt: /^projectconfig$/,
  groovy:
    /jenkins|^(?:spockconfig|gebconfig|logback(?:-test)?|buildconfig|init|settings|build)$|[._-]gradle$/,
  scala: /^(?:build(?:\.mill)?|project|plugins|dependencies)$/,
  swift: /^(?:package(?:@swift-[0-9.]{1,10})?|project|workspace|tuist|dangerfile|fastfile)$/,
  cs: /^(?:build|dangerfile|[a-z0-9_]{1,60}\.(?:build|target))$/,
  fs: /^(?:build|dangerfile)$/,
  dart: /^(?:build|grind|dangerfile|flutter_test_config)$/,
  exs: /^(?:mix|test_helper|runtime|config)$/,
  ex: /^mix$/,
  lua: /^(?:premake[45]?|xmake|rockspec|busted|config|build)$/,
  jl: /^(?:build|make|startup)$/,
  r: /^(?:install\.libs|setup.{0,40}|teardown.{0,40}|helper.{0,40}|configure|[.]?rprofile)$/,
  clj: /^(?:project|profiles|build|user|data_readers)$/,
  cljc: /^(?:user|data_readers)$/,
  cljs: /^(?:user|deps)$/,
  hs: /^(?:setup(?:hooks)?|spec(?:hook|config)|build|shakefile|hlint)$/,
  ml: /^(?:setup|myocamlbuild|configure|discover)$/,
  pl: /^(?:makefile|build)$/,
  c: /^(?:nob|nobuild|build)$/,
  cc: /^(?:nob|nobuild|build)$/,
  cpp: /^(?:nob|nobuild|build)$/,
  cr: /^spec_helper$/,
  zig: /^build$/,
  json: jsonConfig,
  jsonc: jsonConfig,
  yml: yamlConfig,
  yaml: yamlConfig,
  txt: textConfig,
  in: textConfig,
  xml: xmlConfig,
};

/** Folders at the root of a package whose files people and CI run by hand; a target may name one of them as its source. */
const runFolders = words(
  "scripts script tools tooling hack ci dagger gulp grunt jenkins rakelib xtask magefiles tuist fastlane pants_plugins",
);

/** Folders that mean so in some languages only. */
const runFoldersOf: Readonly<Record<string, ReadonlySet<string>>> = {
  exs: words("config"),
  rb: words("config bin deploy tasks formula casks recipes cookbooks"),
  py: words("dags"),
  cs: words("build _build"),
  rs: words("build"),
  pm: words("inc"),
  jl: words("deps"),
  r: words("inst data"),
  dart: words("hook tool"),
  scala: words("project"),
  java: words("project"),
  groovy: words("vars jobs"),
  swift: words("plugins"),
};
const runFoldersOfScripts = words(
  "bin build deploy release tasks migrations tool packaging infra ops __mocks__",
);

/** Places that a tool searches by itself, in small letters; the names mean nothing elsewhere. */
const loadedPlaces: readonly RegExp[] = [
  /(?:^|\/)(?:git-?)?hooks\/(?:(?:pre|post)-(?:commit|push|checkout|merge|rewrite|rebase|receive|auto-gc|applypatch|index-change|merge-commit)|commit-msg|prepare-commit-msg|applypatch-msg|update|reference-transaction|fsmonitor-watchman|(?:pre|post)_gen_project|pre_prompt)(?:\.[a-z]{1,5})?$/,
  // Markdown that agents take for orders.
  /(?:^|\/)(?:agents|commands|prompts|skills|rules|instructions|steering|chatmodes)\/(?:[^/]{1,200}\/){0,9}[^/]{1,200}\.md$/,
  /(?:^|\/)cypress\/(?:support|plugins)\//,
  // Pest, Ruby LSP, Maven's invoker and Kotest.
  /(?:^|\/)tests\/(?:helpers|expectations|datasets)(?:\.php|\/[^/]{1,200}\.php)$/,
  /(?:^|\/)ruby_lsp\/(?:[^/]{1,200}\/){0,9}addon\.rb$/,
  /(?:^|\/)src\/it\/(?:[^/]{1,200}\/){1,9}(?:prebuild|postbuild|verify|selector|setup)\.(?:groovy|bsh)$/,
  /(?:^|\/)io\/kotest\/provided\//,
  // What Liquibase and Camel carry out where Spring Boot finds it.
  /(?:^|\/)(?:db\/changelog|camel)\/[^/]{1,200}$/,
  // Generators of Turborepo and Hygen, Jekyll, Tapioca, autotest, Ansible, Salt, Mason, WordPress, Ember.
  /(?:^|\/)turbo\/generators\//,
  /(?:^|\/)(?:_templates|_plugins|_modules|_grains|_states|(?:callback|action|filter|lookup|inventory|connection)_plugins)\//,
  /(?:^|\/)(?:sorbet\/tapioca|autotest)\//,
  /(?:^|\/)hooks\/(?:pre|post)_gen\.dart$/,
  /(?:^|\/)wp-content\/(?:db|[a-z-]{1,40}-cache)\.php$/,
  /^config\/(?:environment|targets)\.js$/,
  /(?:^|\/)eslint-local-rules\//,
  /(?:^|\/)(?:runtimeconfig\.template|testconfig)\.json$/,
  // Scripts of Go's testscript, and processes that Flowable and Camunda deploy.
  /(?:^|\/)testdata\/scripts?\//,
  /(?:^|\/)processes\/[^/]{1,200}\.xml$|\.(?:bpmn|cmmn|dmn)(?:20)?(?:\.xml)?$/,
  /(?:^|\/)features\/support\/(?:env|hooks)\.[a-z]{1,5}$/,
  /(?:^|\/)(?:tests?|spec|__tests__)\/(?:global-?)?setup\/index\.[cm]?[jt]sx?$/,
  /(?:^|\/)(?:tests?|spec)\/helper\.rb$/,
  /(?:^|\/)docs?\/hooks\.py$/,
  /\.playground\//,
  /(?:^|\/)minitest\/[^/]{1,200}_plugin\.rb$/,
  /(?:^|\/)(?:alembic|migrations)\/env\.py$/,
  /(?:^|\/)(?:features|tests?|spec|bdd|acceptance)\/(?:[^/]{1,60}\/){0,4}environment\.py$/,
  /(?:^|\/)prisma\/seed\.[cm]?[jt]s$/,
  // Loaded by IPython, by Jenkins, by PyInstaller, by Dart, by GenAIScript.
  /(?:^|\/)(?:profile_[^/]{1,40}\/startup|init\.groovy\.d|__pyinstaller)\//,
  /(?:^|\/)hook\/(?:build|link)\.dart$/,
  /(?:^|\/)gradle\/plugins\//,
  /\.genai\.[cm]?[jt]s$/,
  /(?:^|\/)hooks\/(?:pre|post)_(?:gen_project|prompt)\.[a-z]{1,4}$/,
];

/** What a path's place is judged by. */
export interface PathFacts {
  /** Whether a folder is the root of the repository or of a package in it; `""` is the repository. */
  readonly isRoot: (folder: string) => boolean;
  /** Folders that the configuration names for code and tests. */
  readonly folders: readonly string[];
}

/** Whether source or data of this name at this place is run or loaded by a tool without anybody naming it. */
export function isExecuted(path: string, facts: PathFacts): boolean {
  const asFile = loadedAs(path.toLowerCase());
  return isRun(path, facts) || (asFile !== null && isRun(asFile, facts));
}

/** A folder that is loaded as a file of its name is: `fabfile/__init__.py` as `fabfile.py`, `gulpfile.js/index.js` as `gulpfile.js`. */
function loadedAs(path: string): string | null {
  const found = /^(.*[^/])\/(?:__(?:init|main)__\.(py)|index\.[cm]?[jt]sx?)$/.exec(path);
  if (found === null) return null;
  const [, folder = "", python] = found;
  if (python !== undefined) return `${folder}.py`;
  return /\.[cm]?[jt]s$/.test(folder) ? folder : null;
}

function isRun(path: string, facts: PathFacts): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const dot = name.lastIndexOf(".");
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const ending = dot > 0 ? name.slice(dot + 1) : "";
  const atRoot = facts.isRoot(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
  const place = { name, stem, ending, atRoot };
  return (
    hasToolName(place) ||
    loadedPlaces.some((place) => place.test(path.toLowerCase())) ||
    isInRunFolder(place, path, facts)
  );
}

function hasToolName(place: Place): boolean {
  const { name, stem, ending } = place;
  if (!compiled.has(ending) && (toolFiles.test(name) || toolFiles.test(stem))) return true;
  return (
    byEnding[ending]?.test(stem) === true || isFoundAtRoot(place) || (js.has(ending) && hasJsName(place))
  );
}

function hasJsName({ stem, ending }: Place): boolean {
  if (jsTools.test(stem) || jsConfig.test(stem)) return true;
  if ((setUp.test(stem) && setUpWords.test(stem)) || /^setup-?tests?\./.test(stem)) return true;
  return stem === "build" && ending !== "json";
}

function isInRunFolder({ ending }: Place, path: string, facts: PathFacts): boolean {
  const own = runFoldersOf[ending];
  const segments = path.split("/");
  return segments.slice(0, -1).some((segment, at) => {
    const name = segment.toLowerCase();
    const isRun =
      runFolders.has(name) ||
      own?.has(name) === true ||
      (scripting.has(ending) && runFoldersOfScripts.has(name)) ||
      (ending === "py" && importedByTools.has(name));
    if (!isRun || !facts.isRoot(segments.slice(0, at).join("/"))) return false;
    const folder = segments.slice(0, at + 1).join("/");
    return !facts.folders.some((named) => named === folder || named.startsWith(`${folder}/`));
  });
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
