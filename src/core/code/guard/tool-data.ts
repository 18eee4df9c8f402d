const jsonConfig =
  /^(?:(?:ts|js)config|base\.tsconfig|package|composer|appsettings|docker-bake|cspell|release-please|jest|vitest|mcp|renovate|stryker|compile_commands|log4j2?|phpbench|captainhook|openapitools|gemini-extension)[a-z0-9_.-]{0,40}$|^application(?:-[a-z0-9]{1,40})?$|rc$|[-.]lock$|[._-](?:config|conf|manifest|mcp)$/;

const yamlConfig =
  /^log4j2?(?:-[a-z]{1,20})?$|^(?:docker-)?compose(?:\.[a-z0-9_-]{1,40}){0,2}$|^(?:application|bootstrap|buf|behat|codeception|cucumber|kitchen|molecule|rubocop_todo|phpspec|grumphp|azure-pipelines|cloudbuild|buildspec|stack|taskfile|pre-commit|golangci|gitlab-ci|mkdocs|environment|values|pipeline|workflow|release|deploy|deployment|helmfile|playbook|serverless|lefthook|codecov|cspell)(?:[._-][a-z0-9_-]{1,40}){0,3}$|(?:^|[._-])(?:pipelines?|workflows?|gitlab-ci|jenkinsfile|ci)$/;

const textConfig =
  /requirements|constraints|^llms|^(?:compile_flags|runtime|packages|conanfile|cmakelists|robots|humans)$|^meson/;
const xmlConfig =
  /^(?:pom|build|phpunit|phpcs|phpmd|phive|testng|psalm|ivy|logback|log4j2?|checkstyle|settings|web|persistence|beans|arquillian|spring|applicationcontext|hibernate|ehcache|androidmanifest|module|workspace|nuget|maven|struts|hazelcast|jooq|fodyweavers)(?:[._-].{0,40})?$|^application(?:-[a-z0-9]{1,40})?$|-context$|\.run$/;

/** By ending, names of data that a build, a test runner or an editor takes its settings from. */
export const dataNames: Readonly<Record<string, RegExp>> = {
  json: jsonConfig,
  jsonc: jsonConfig,
  yml: yamlConfig,
  yaml: yamlConfig,
  txt: textConfig,
  in: textConfig,
  xml: xmlConfig,
};

/** Of those, what pytest takes for tests: examples in a text (doctest), scenarios that its plugins read. */
export const collectedData: Readonly<Record<string, RegExp>> = {
  yml: /^test[-_]/,
  yaml: /^test[-_]/,
  txt: /^test/,
  in: /^test/,
};
