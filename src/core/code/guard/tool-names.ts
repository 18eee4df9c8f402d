import { isFoundAtRoot, type Place } from "./executed-at-root.ts";
import { collectedData, dataNames } from "./tool-data.ts";

const js = words("js jsx mjs cjs ts tsx mts cts vue svelte coffee json jsonc json5 yml yaml");
const code = words("js jsx mjs cjs ts tsx mts cts vue svelte coffee py rb php exs");

/** Tools of JavaScript that look for a file of their own name, with up to two words behind it: `webpack.prod.js`. */
const jsTools =
  /^(?:jest|vitest|vite|webpack|rollup|babel|karma|gulpfile|gruntfile|jakefile|brocfile|wallaby|metro|esbuild|rspack|rsbuild|farm|tsup|parcel|snowpack|cypress|playwright|protractor|nightwatch|testem|wdio|ava|tape|mocha|mocharc|codecept|stryker|nyc|c8|eslint|eslintrc|prettier|prettierrc|stylelint|stylelintrc|babelrc|swcrc|commitlint|lint-staged|lintstaged|husky|pnpmfile|renovate|renovate-config|semantic-release|releaserc|plopfile|hygen|knexfile|ormconfig|drizzle|sequelize|graphql|orval|codegen|ember-cli-build|nodemon|pm2|ecosystem|serverless|next|nuxt|astro|gatsby|svelte|remix|tailwind|postcss|capacitor|expo|react-native|electron-builder|forge|release-please-config|changeset|sst|alchemy|unbuild|tsdown|turbo|syncpack|bundlewatch|size-limit|storybook|danger|dangerfile|promptfooconfig|config-overrides|truffle|truffle-config|typedoc|jsdoc|bunfig|setupproxy|pnp|lighthouserc|jasmine|jasmine-browser|eslint-local-rules|testcaferc|detoxrc|puppeteerrc|neutrinorc|umirc|karmarc|jshintrc|jscsrc|gatsby-(?:node|config|browser|ssr))(?:\.[a-z0-9_-]{1,30}){0,2}$/;

/** `eslint.config`, `karma.conf`, `jest.setup`, `vitest.workspace`: how tools call what they load. */
const jsConfig =
  /^[a-z0-9_-]{1,60}(?:\.[a-z0-9_-]{1,30}){0,3}[.](?:config|conf|setup|workspace|preset|projects|cli)$/;

/** `setupTests`, `global-setup`, `jest.globalSetup`, `test-setup.unit`, `bootstrap`: nothing but words of setting up tests. */
const setUp = /setup|teardown|bootstrap/;
const setUpWords =
  /^(?:setup|teardown|bootstrap|tests?|spec|suite|global|jest|vitest|vite|mocha|karma|cypress|playwright|env|environment|files?|before|after|all|each|unit|e2e|integration|node|dom|polyfills?|[-_.])+$/;

/** Languages whose files no tool reads by such a name: `TaskFile.java` is somebody's class. */
const compiled = words("java kt go rs cs c cc cpp h hpp m mm dart");

/** Files with a name of their own that a tool of any language looks for, whatever ending they have. */
const toolFiles =
  /^(?:rake|gulp|grunt|broc|jake|cake|guard|danger|cap|thor|berks|brew|pod|vagrant|docker|container|make|gnumake|just|task|jenkins|mage|nox|fab|locust|duty|plop|knex|tilt|earth|proc|snake|puppet|steep|app|fast|conan|shake|robo|tox|deliver|gym|match|scan|snapshot|screengrab|supply|precheck|mint|gem|nake)file(?:[._-][a-z0-9._-]{1,60})?$/;

/** By ending, names that a build, a test runner or an interpreter loads by itself. */
const byEnding: Readonly<Record<string, RegExp>> = {
  py: /\.|conftest|-gdb$|^(?:sitecustomize|usercustomize|_distutils_hack|scons(?:truct|cript)|(?:pelican|publish)conf|passenger_wsgi|poe_tasks|mutmut_config|promptfooconfig|airflow_local_settings|(?:jupyterhub|superset|webserver)_config|(?:dredd|schemathesis)_hooks|hook-[a-z0-9_.-]{1,80}|setup|gdbinit|pythonstartup|site_init|mkdocs_hooks|(?:ycm_)?extra_conf|noxfile|sitecustomize|usercustomize|fabfile|duties|dodo|pavement|toxfile|locustfile|hubconf|conf|manage|wsgi|asgi|versioneer|_version|ez_setup|celeryconfig|conanfile|wscript|gunicorn[._](?:conf|config)|ipython_config|jupyter_[a-z_]{1,40}_config|(?:hatch|pdm|poetry|custom|_custom)?_?build(?:_?(?:backend|hooks?|ext|meta|script))?)$/,
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
  ...dataNames,
};

/** Of those, what is loaded from folders that lie deeper than the root of the source; a language that is not here has no others. */
const atAnyDepth: Readonly<Record<string, RegExp>> = {
  py: /\.|conftest|-gdb$|^(?:sitecustomize|usercustomize|_distutils_hack|site_init)$/,
  rb: /^(?:extconf|mkrf_conf|rubygems_plugin|(?:spec|test|rails|minitest|acceptance)_helper(?:_[a-z]{1,20})?)$/,
  php: /^(?:pest|phpstorm\.meta|[.]?php[-_]cs(?:[-_]fixer)?(?:\.dist)?)$/,
  go: /^magefile$/,
  cs: /^[a-z0-9_]{1,60}\.(?:build|target)$/,
  dart: /^flutter_test_config$/,
  exs: /^test_helper$/,
  groovy: /jenkins|^(?:spockconfig|gebconfig|logback(?:-test)?)$|[._-]gradle$/,
  ...dataNames,
};
/** Languages of which nothing but that is looked for in a deeper folder, whatever stands there already. */
const plainWhenDeep = new Set("py rb php go dart exs ex cs".split(" "));

/** Tools of JavaScript that take the settings nearest to a file, or of any folder that they are started in. */
const jsSettings = /rc$|\.(?:config|conf|setup|workspace|preset|projects|cli|globals?|base)(?:\.|$)/;
const setUpAlone = /^(?:setup|teardown|bootstrap)$/;
/** `button.macro.js` is run by a build that imports it, `rows.json.js` makes data of a page. */
const runByKind =
  /(?:^|[./])macro$|\.(?:json|csv|tsv|txt|xml|md|html|svg|png|zip|check)$|^karate-(?:config|base)/;
const presets = /^(?:jest-preset|app\.plugin)$/;

/** Whether a tool looks for a file of this name at such a place. */
export function hasToolName(place: Place): boolean {
  const { name, stem, ending } = place;
  if (isTest(place)) return false;
  if (place.mayMeetPytest && collectedData[ending]?.test(stem) === true) return true;
  if (!compiled.has(ending) && (toolFiles.test(name) || toolFiles.test(stem)))
    return !place.isDeep || !code.has(ending);
  if (isClass(place) || isPlainInDepth(place)) return atAnyDepth[ending]?.test(stem) === true;
  const isNamed = byEnding[ending]?.test(stem) === true || isFoundAtRoot(place);
  return isNamed || (js.has(ending) && hasJsName(place));
}

function isPlainInDepth({ isDeep, hasSource, isInPackage, ending }: Place): boolean {
  if (isInPackage) return true;
  return isDeep && !js.has(ending) && (hasSource || plainWhenDeep.has(ending));
}

/** What a test runner takes for tests by its name: `setup.test.ts`, `test_conftest.py`. */
function isTest({ stem, ending }: Place): boolean {
  if (js.has(ending)) return code.has(ending) && /\.(?:test|spec)$/.test(stem);
  return ending === "py" && /^test_\w{1,100}$/.test(stem);
}

/** A component or class, called as no tool calls its file; those that do are called `…file`. */
function isClass({ isClassName, atRoot, ending }: Place): boolean {
  return isClassName && !atRoot && /^(?:tsx|jsx|vue|svelte|php)$/.test(ending);
}

function hasJsName({ stem, ending, isDeep }: Place): boolean {
  if (/\.d$/.test(stem) && code.has(ending)) return false;
  if (presets.test(stem) || (code.has(ending) && runByKind.test(stem))) return true;
  const isSetUp = (setUp.test(stem) && setUpWords.test(stem)) || /^setup-?tests?\./.test(stem);
  if (isDeep && code.has(ending))
    return isSetUp ? !setUpAlone.test(stem) : jsTools.test(stem) && jsSettings.test(stem);
  if (jsTools.test(stem) || jsConfig.test(stem)) return true;
  return isSetUp || (stem === "build" && ending !== "json");
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
