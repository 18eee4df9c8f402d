/**
 * Files of any kind, by name in lower case, that decide what runs on a developer's machine or in CI, who must review, or
 * what an agent is told. No setting lifts them. A kind that is not source is refused already unless the configuration
 * names the file: what stands here is refused even then.
 */
export const protectedNames = words(`
  package.json package-lock.json package.json5 package.yaml npm-shrinkwrap.json yarn.lock pnpm-lock.yaml pnpm-workspace.yaml
  bun.lock bun.lockb bunfig.toml deno.json deno.jsonc deno.lock jsr.json bower.json component.json import_map.json
  lerna.json nx.json turbo.json turbo.jsonc rush.json moon.yml angular.json project.json workspace.json ng-package.json
  nodemon.json pm2.json ecosystem.json forever.json app.json eas.json firebase.json cypress.json testem.json tslint.json
  biome.json biome.jsonc dprint.json knip.json typedoc.json binding.gyp common.gypi sandbox.config.json mocha.opts
  electron-builder.json electron-builder.yml sst.json elm.json
  pyproject.toml setup.cfg pipfile pipfile.lock poetry.lock poetry.toml uv.lock uv.toml pdm.lock pdm.toml hatch.toml
  pixi.toml tox.ini tox.toml pytest.ini pytest.toml mypy.ini pylintrc pylintrc.toml ruff.toml flake8 manifest.in
  environment.yml environment.yaml conda.yaml conda-lock.yml meta.yaml recipe.yaml buildout.cfg zest.cfg alembic.ini
  uwsgi.ini coverage.rc coveragerc bandit.yaml pyrightconfig.json wscript waf sconstruct sconscript snakefile
  gemfile gemfile.lock gemfile.local gems.locked appraisals config.ru rspec rubocop.yml steepfile
  composer.json composer.lock composer.local.json shard.yml phpunit.xml phpunit.xml.dist phpunit.dist.xml infection.json5 phpstan.neon phpstan.neon.dist psalm.xml deptrac.yaml box.json
  go.mod go.sum go.work go.work.sum golangci.yml golangci.yaml goreleaser.yml goreleaser.yaml
  cargo.toml cargo.lock cross.toml rust-toolchain rust-toolchain.toml rustfmt.toml clippy.toml makefile.toml deny.toml
  pom.xml ivy.xml build.xml gradle.properties gradlew gradlew.bat mvnw mvnw.cmd gradle.lockfile libs.versions.toml
  lombok.config junit-platform.properties logback.xml logback-test.xml log4j2.xml log4j2-test.xml build.sbt
  build.properties build.mill build.sc mill application.yml
  package.resolved podfile podfile.lock cartfile cartfile.resolved cartfile.private mintfile project.pbxproj project.yml
  nuget.config packages.config packages.lock.json directory.build.props directory.build.targets directory.build.rsp
  directory.packages.props directory.solution.props directory.solution.targets msbuild.rsp global.json build.cake
  build.fsx launchsettings.json xunit.runner.json paket.dependencies paket.references dotnet-tools.json
  pubspec.yaml pubspec.lock pubspec_overrides.yaml analysis_options.yaml dart_test.yaml build.yaml
  rebar.config rebar.config.script erlang.mk mix.lock stack.yaml package.yaml cabal.project dune dune-project dune-workspace
  deps.edn bb.edn shadow-cljs.edn project.toml manifest.toml description namespace makevars makevars.win configure
  configure.win configure.ac cleanup autogen.sh nim.cfg flake.nix flake.lock default.nix shell.nix devenv.nix devenv.yaml
  devbox.json module.bazel module.bazel.lock workspace workspace.bazel build.bazel build buck targets
  makefile gnumakefile makefile.am makefile.in justfile tiltfile earthfile cmakelists.txt cmakepresets.json
  cmakeuserpresets.json vcpkg.json vcpkg-configuration.json conanfile.txt meson.build meson_options.txt meson.options
  dockerfile containerfile procfile jenkinsfile vagrantfile brewfile crontab
  codecov.yml coveralls.yml fossa.yml trivy.yaml semgrep.yml gitleaks.toml sonar-project.properties cliff.toml
  renovate.json renovate.json5 dependabot.yml mergify.yml bors.toml prow.yaml tide.yaml labeler.yml stale.yml
  action.yml action.yaml twopath.yml atlantis.yaml circle.yml appveyor.yml appveyor.yaml bitbucket-pipelines.yml
  cloudbuild.yaml cloudbuild.yml buildspec.yml buildspec.yaml bitrise.yml codemagic.yaml screwdriver.yaml zuul.yaml
  semaphore.yml wercker.yml travis.yml drone.yml concourse.yml pipeline.yml skaffold.yaml dagger.json lefthook.yml
  lefthook.yaml lefthook.toml hk.pkl vercel.json now.json netlify.toml fly.toml render.yaml railway.json railway.toml
  nest-cli.json entry_points.txt app.yaml wrangler.toml wrangler.json wrangler.jsonc serverless.yml serverless.json samconfig.toml template.yaml cdk.json
  pulumi.yaml ansible.cfg playbook.yml site.yml chart.yaml values.yaml kustomization.yaml helmfile.yaml _config.yml
  codeowners owners owners_aliases security.md license license.md license.txt license-mit copying cname robots.txt
  gitattributes gitmodules editorconfig npmrc babelrc nycrc
  agents.md agent.md agents.override.md agents.local.md claude.md claude.local.md copilot.md codex.md hermes.md soul.md review.md
  knowledge.md best_practices.md constitution.md kimi.md iflow.md codebuddy.md prompt.md gemini.md qwen.md warp.md crush.md conventions.md rules.md
  copilot-instructions.md skill.md skills.md llms.txt llms-full.txt cursorrules windsurfrules clinerules
  mcp.json mcp.jsonc mcp.yaml mcp-config.json claude_desktop_config.json opencode.json opencode.jsonc codex.toml
  aider.conf.yml mise.toml mise.local.toml tool-versions envrc devcontainer.json tasks.json launch.json settings.json
  settings.local.json extensions.json hooks.json marketplace.json
  id_rsa id_dsa id_ecdsa id_ed25519 credentials.json serviceaccount.json secrets.yml secrets.yaml secrets.json
`);

/** Kinds of file, by the end of the name, that are never written, wherever they stand. */
export const protectedEndings: readonly string[] = [
  ...words(`
  .csproj .fsproj .vbproj .vcxproj .shproj .esproj .sqlproj .proj .projitems .sln .slnx .props .targets .tasks .ruleset .rsp
  .podspec .gemspec .nuspec .rockspec .properties .zon .user .jenkinsfile .cabal .opam .nimble .gradle .gradle.kts .gradle.dcl .kts .sbt .mk .mak .cmake .bzl
  .bazel .buck .lock .lockfile .rake .gyp .gypi .csx .cake .nims .ninja
  .pem .key .p12 .pfx .keystore .jks .crt .cer .ppk .kdbx .mobileprovision .entitlements
  .sh .bash .zsh .fish .ksh .csh .ps1 .psm1 .psd1 .bat .cmd .command .vbs .wsf .jse .hta .scpt .applescript .reg .lnk .desktop
  .exe .dll .so .dylib .a .o .lib .com .scr .msi .bin .jar .war .aar .apk .class .whl .egg .egg-link .pth .pyc .pyo .pyd
  .node .wasm .gem .nupkg .tgz .zip .tar .gz
  .xcconfig .xcscheme .xctestplan .xcworkspacedata .plist .dockerfile .service .timer .tf .tfvars .tf.json .hcl .nomad .nix
  .mdc .bnd .prompt.yml .prompt.yaml .prompt.md .instructions.md .chatmode.md .agent.md .code-workspace .run.xml
  .min.js .min.css .pb.go _pb2.py _pb2_grpc.py .designer.cs .g.cs .g.dart .freezed.dart
`),
];

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
