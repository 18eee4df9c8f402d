/**
 * Files that decide what runs on a developer's machine or in CI, who must review, or what an agent is told. The list
 * holds at least the protected files of GitHub's agentic workflows; no setting lifts it. All names in lower case.
 */
const protectedNames = new Set(
  words(`
  package.json package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml pnpm-workspace.yaml bun.lock
  bun.lockb bunfig.toml deno.json deno.jsonc deno.lock lerna.json nx.json turbo.json requirements.txt
  pyproject.toml setup.py setup.cfg pipfile pipfile.lock poetry.lock uv.lock tox.ini noxfile.py conftest.py
  pytest.ini sitecustomize.py usercustomize.py manifest.in gemfile gemfile.lock gems.rb gems.locked rakefile
  go.mod go.sum go.work go.work.sum cargo.toml cargo.lock build.rs rust-toolchain rust-toolchain.toml
  composer.json composer.lock pom.xml build.gradle build.gradle.kts settings.gradle settings.gradle.kts
  gradle.properties gradlew gradlew.bat mvnw mvnw.cmd build.sbt gradle.lockfile libs.versions.toml build.xml
  package.swift package.resolved podfile podfile.lock cartfile cartfile.resolved project.pbxproj
  nuget.config packages.config packages.lock.json directory.build.props directory.build.targets
  directory.packages.props global.json pubspec.yaml pubspec.lock analysis_options.yaml mix.exs mix.lock
  rebar.config stack.yaml cabal.project project.clj deps.edn flake.nix flake.lock default.nix shell.nix
  module.bazel module.bazel.lock workspace workspace.bazel build.bazel build makefile gnumakefile justfile
  taskfile.yml taskfile.yaml cmakelists.txt meson.build configure dockerfile containerfile
  docker-compose.yml docker-compose.yaml compose.yml compose.yaml docker-bake.hcl jenkinsfile
  azure-pipelines.yml azure-pipelines.yaml appveyor.yml bitbucket-pipelines.yml cloudbuild.yaml
  cloudbuild.yml buildspec.yml vercel.json netlify.toml wercker.yml procfile action.yml action.yaml
  codecov.yml renovate.json renovate.json5 lefthook.yml sonar-project.properties codeowners owners
  security.md license license.md license.txt agents.md claude.md gemini.md copilot-instructions.md skill.md
  mcp.json
`),
);

const protectedEndings = words(`
  .csproj .fsproj .vbproj .vcxproj .sln .slnx .props .targets .podspec .gemspec .nuspec .gradle .gradle.kts
  .mk .cmake .bzl .bazel .lock .lockfile .pem .key .p12 .pfx .keystore .jks .mobileprovision .sh .bash .zsh
  .ps1 .psm1 .bat .cmd .exe .dll .so .dylib .jar .class .whl .node .wasm .xcconfig .dockerfile .service .tf
  .tfvars
`);

const protectedFolders = new Set([
  ...[
    "node_modules",
    "vendor",
    "bower_components",
    "third_party",
    "githooks",
    "git-hooks",
    "hooks",
    "buildsrc",
  ],
  ...["__pycache__", "site-packages", "workflows", "codeowners", "secrets"],
]);

/** `jest.config.js`, `vite.config.mts`, `webpack.prod.js`, `Gruntfile.js`, `requirements-dev.txt`, … */
const toolConfig =
  /^(?:[a-z0-9_-]+\.)+(?:config|conf|setup|workspace)\.(?:js|cjs|mjs|ts|cts|mts|json|py|rb)$|^(?:webpack|rollup|gulpfile|gruntfile|karma|wallaby|metro|babel)(?:\.[a-z0-9_-]{1,20}){0,2}\.(?:js|cjs|mjs|ts|mts)$|^requirements[a-z0-9_.-]{0,40}\.(?:txt|in)$|^constraints[a-z0-9_.-]{0,40}\.txt$|^(?:ts|js)config[a-z0-9_.-]{0,40}\.json$|^phpunit\.xml(?:\.dist)?$|^dockerfile[._-]/;

/** Says why a well-formed path can never be written by the bot, or null. Case is ignored, as some file systems do. */
export function protectedPathProblem(path: string): string | null {
  const segments = path.toLowerCase().split("/");
  const name = segments.at(-1) ?? "";
  const hidden = segments.find((segment) => segment.startsWith("."));
  if (hidden !== undefined) return "is in or is a hidden file or folder";
  const folder = segments.slice(0, -1).find((segment) => protectedFolders.has(segment));
  if (folder !== undefined) return `is in a protected folder (${folder})`;
  if (
    /(?:^|[._-])env(?:$|[._-])/.test(name) &&
    !/\.(?:ts|js|py|go|rs|java|kt|swift|cs|rb|php|dart)$/.test(name)
  ) {
    return "is an environment file";
  }
  if (protectedNames.has(name) || toolConfig.test(name))
    return "is a manifest, lockfile, build, review or agent file";
  if (protectedEndings.some((ending) => name.endsWith(ending))) return "is of a protected kind of file";
  return null;
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
