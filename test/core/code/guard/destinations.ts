/** Names that tools execute, by ecosystem; each is tried at the root of a repository and inside a source folder. */
export const executed: Readonly<Record<string, readonly string[]>> = {
  pipelines: words(`
    .gitlab-ci.yml gitlab-ci.yml build.gitlab-ci.yml Jenkinsfile Jenkinsfile.release Jenkinsfile.groovy deploy.jenkinsfile
    azure-pipelines.yml azure-pipelines-nightly.yml azure-pipelines.release.yaml .circleci/config.yml circle.yml appveyor.yml
    bitbucket-pipelines.yml .buildkite/pipeline.yml .drone.yml drone.yml .woodpecker.yml .travis.yml travis.yml cloudbuild.yaml
    cloudbuild-release.yaml buildspec.yml buildspec-test.yml codemagic.yaml bitrise.yml screwdriver.yaml zuul.yaml semaphore.yml
    wercker.yml .teamcity/settings.kts concourse.yml pipeline.yml skaffold.yaml Tiltfile Earthfile dagger.json action.yml
    .github/workflows/ci.yml .forgejo/workflows/ci.yml .gitea/workflows/ci.yml workflows/ci.yml .sourcehut.yml`),
  builds: words(`
    Makefile makefile GNUmakefile Makefile.am configure.ac configure autogen.sh build.mk Rakefile rakelib/x.rake justfile .justfile
    Taskfile.yml Taskfile.dist.yml SConstruct SConscript wscript waf BUCK TARGETS BUILD BUILD.bazel WORKSPACE MODULE.bazel rules.bzl
    CMakeLists.txt toolchain.cmake CMakePresets.json meson.build meson_options.txt build.ninja build.xml ivy.xml build.sbt
    project/plugins.sbt project/Build.scala project/build.properties build.gradle build.gradle.kts settings.gradle.kts init.gradle
    settings.gradle.dcl gradlew gradle-wrapper.properties gradle/wrapper/gradle-wrapper.jar buildSrc/src/main/kotlin/Deps.kt
    build-logic/src/main/kotlin/conventions.kt build.mill build.sc pom.xml pom-release.xml mvnw .mvn/extensions.xml build.zig
    build.zig.zon dune dune-project x.opam Setup.hs x.cabal stack.yaml cabal.project xmake.lua premake5.lua conanfile.py conanfile.txt
    vcpkg.json Snakefile nob.c build.cake build.fsx build.ps1 Build.cs psakefile.ps1 x.proj msbuild.rsp Directory.Build.props
    Directory.Build.targets x.csproj x.csproj.user x.shproj x.targets x.tasks x.ruleset NuGet.Config paket.dependencies`),
  javascript: words(`
    package.json package.json5 package.yaml package-lock.json bower.json .npmrc .yarnrc.yml .pnpmfile.cjs pnpmfile.cjs tsconfig.json
    tsconfig.build.json jsconfig.json base.tsconfig.json tslint.json jest.config.js jest.config.ts jest.config.json jest.setup.ts
    jest-setup.js jest.preset.js jest.globalSetup.ts jest.env.ts setupTests.js setupTests.ts setup-tests.ts setup.js globalSetup.ts
    global-setup.mts globalTeardown.ts test-setup.ts testSetup.ts vitest.config.ts vitest.workspace.ts vitest.setup.ts vite.config.mts
    babel.config.js .babelrc babelrc.js webpack.config.js webpack.prod.js webpack.common.babel.js rollup.config.mjs esbuild.config.mjs
    esbuild.mjs build.mjs build.ts rspack.config.ts tsup.config.ts next.config.js nuxt.config.ts svelte.config.js astro.config.mjs
    angular.json nx.json project.json workspace.json gulpfile.js gulpfile.babel.js Gulpfile.ts Gruntfile.js Gruntfile.coffee Brocfile.js
    Jakefile.js Cakefile ember-cli-build.js testem.js karma.conf.js karma.conf.ts wdio.conf.ts protractor.conf.js nightwatch.conf.js
    cypress.config.ts cypress.json cypress/support/e2e.ts cypress/plugins/index.js playwright.config.ts codecept.conf.js .mocharc.js
    mocharc.cjs mocha.opts ava.config.js stryker.conf.js nyc.config.js .nycrc eslint.config.js eslint.config.ts .eslintrc.js
    eslintrc.js prettier.config.js stylelint.config.js commitlint.config.js lint-staged.config.js release.config.js .releaserc
    release-please-config.json plopfile.js hygen.js turbo.json lerna.json rush.json deno.json deno.jsonc import_map.json bunfig.toml
    nodemon.json ecosystem.config.js electron-builder.yml forge.config.js app.config.js eas.json metro.config.js
    react-native.config.js capacitor.config.ts binding.gyp common.gypi lefthook.yml lefthook.toml husky.config.js .husky/pre-commit
    orval.config.ts codegen.ts graphql.config.js knexfile.ts ormconfig.ts drizzle.config.ts serverless.ts serverless.yml
    renovate.json renovate-config.js renovate.json5 dangerfile.ts Dangerfile.js wallaby.js node_modules/x/index.js
    tsdown.config.ts sst.config.ts alchemy.run.mts.config.ts bundlewatch.config.js .storybook/main.ts .changeset/config.json`),
  python: words(`
    setup.py setup.cfg pyproject.toml conftest.py pytest.ini pytest.toml tox.ini noxfile.py toxfile.py requirements.txt
    requirements-dev.txt dev-requirements.txt requirements.in constraints.txt Pipfile environment.yml conda.yaml pixi.toml pdm.lock
    poetry.toml hatch.toml hatch_build.py pdm_build.py build.py build_hooks.py _build_backend.py fabfile.py dodo.py pavement.py duties.py
    manage.py wsgi.py asgi.py gunicorn.conf.py gunicorn_config.py sitecustomize.py usercustomize.py x.pth distutils.pth x.egg-link
    mypy.ini pylintrc ruff.toml .flake8 .coveragerc MANIFEST.in meta.yaml recipe.yaml versioneer.py _version.py docs/conf.py
    alembic/env.py migrations/env.py alembic.ini celeryconfig.py buildout.cfg uwsgi.ini hubconf.py locustfile.py ipython_config.py
    __pycache__/x.py site-packages/x.py x.pyc x.pyd x.pyo`),
  ruby: words(`
    Gemfile Gemfile.local gems.rb Appraisals Dangerfile Guardfile Capfile config/deploy.rb Fastfile fastlane/Fastfile
    fastlane/actions/x.rb Brewfile Vagrantfile Berksfile Thorfile Puppetfile Steepfile config.ru x.gemspec extconf.rb ext/x/extconf.rb
    spec_helper.rb test_helper.rb rails_helper.rb .rspec .rubocop.yml rubygems_plugin.rb minitest/x_plugin.rb plugins.rb
    features/support/env.rb Rakefile.rb tasks.rake .irbrc .pryrc`),
  php: words(`
    composer.json composer.local.json phpunit.xml phpunit.xml.dist phpstan.neon phpstan-bootstrap.php psalm.xml rector.php ecs.php
    .php-cs-fixer.php php-cs-fixer.php deptrac.yaml box.json RoboFile.php bootstrap.php _bootstrap.php castor.php deploy.php
    scoper.inc.php grumphp.php infection.json5 monorepo-builder.php autoload.php Pest.php vendor/autoload.php`),
  "go, rust": words(`
    go.mod go.sum go.work tools.go magefile.go magefiles/build.go mage.go .golangci.yml golangci.yaml .goreleaser.yml vendor/x/x.go
    Cargo.toml Cargo.lock build.rs crates/x/build.rs .cargo/config.toml Cross.toml rust-toolchain.toml rustfmt.toml clippy.toml
    Makefile.toml xtask/src/main.rs deny.toml`),
  jvm: words(`
    META-INF/services/javax.annotation.processing.Processor META-INF/services/org.junit.platform.launcher.LauncherSessionListener
    META-INF/MANIFEST.MF META-INF/persistence.xml resources/META-INF/services/x.java junit-platform.properties module-info.java
    lombok.config logback-test.xml log4j2-test.xml SpockConfig.groovy GebConfig.groovy logback.groovy jenkins.groovy
    io/kotest/provided/ProjectConfig.kt x.main.kts x.gradle libs.versions.toml gradle.properties application.yml x.jar`),
  "swift, dart, elixir, others": words(`
    Package.swift Package@swift-5.9.swift Podfile x.podspec Cartfile Mintfile Project.swift Workspace.swift Tuist/Config.swift
    Tuist.swift project.yml x.xcodeproj/project.pbxproj x.xcscheme x.xctestplan Info.plist x.entitlements x.xcconfig pubspec.yaml
    dart_test.yaml build.yaml analysis_options.yaml hook/build.dart hook/link.dart flutter_test_config.dart tool/grind.dart mix.exs
    config/config.exs runtime.exs test_helper.exs .formatter.exs .iex.exs rebar.config rebar.config.script erlang.mk x.rockspec x.nimble
    config.nims nim.cfg Project.toml Manifest.toml deps/build.jl DESCRIPTION NAMESPACE Makevars install.libs.R .Rprofile project.clj
    shadow-cljs.edn deps.edn bb.edn build.clj user.clj data_readers.clj Makefile.PL Build.PL myocamlbuild.ml shard.yml`),
  "shells and binaries": words(`
    x.sh x.bash x.zsh x.fish x.ksh x.ps1 x.bat x.cmd x.command x.vbs x.hta x.scpt x.reg x.lnk x.desktop x.exe x.dll x.so x.dylib x.a x.o
    x.wasm x.node x.war x.apk x.gem x.nupkg x.tgz x.zip hooks/pre-commit hooks/pre-push.py hooks/post-checkout.js .git/hooks/pre-push
    .githooks/pre-commit githooks/commit-msg .envrc .env .env.local prod.env id_rsa x.pem x.key`),
  deployment: words(`
    Dockerfile Dockerfile.ci ci.Dockerfile x.dockerfile Containerfile docker-compose.yml docker-compose.override.yml compose.yaml
    compose.ci.yaml docker-bake.hcl docker-bake.json Procfile vercel.json netlify.toml fly.toml render.yaml railway.json app.yaml
    firebase.json wrangler.toml wrangler.jsonc samconfig.toml template.yaml cdk.json Pulumi.yaml main.tf x.tf.json terragrunt.hcl x.nomad
    ansible.cfg playbook.yml Chart.yaml values.yaml kustomization.yaml helmfile.yaml x.service x.timer crontab CODEOWNERS OWNERS
    .gitattributes .gitmodules .pre-commit-config.yaml pre-commit-config.yaml sonar-project.properties codecov.yml .mergify.yml
    .trunk/trunk.yaml dependabot.yml twopath.yml SECURITY.md LICENSE`),
};

/** What agents and editors obey. */
export const obeyed: readonly string[] = words(`
  AGENTS.md AGENT.md AGENTS.override.md agents.md CLAUDE.md CLAUDE.local.md .claude/settings.json .claude/commands/x.md GEMINI.md
  QWEN.md WARP.md CRUSH.md CONVENTIONS.md RULES.md .cursorrules .cursor/rules/x.mdc rules.mdc .windsurfrules .clinerules .roomodes
  .goosehints .github/copilot-instructions.md copilot-instructions.md x.instructions.md x.prompt.md x.chatmode.md x.agent.md SKILL.md
  skills/x/SKILL.md commands/x.md prompts/x.md llms.txt llms-full.txt mcp.json .mcp.json mcp.yaml mcp-config.json
  claude_desktop_config.json opencode.json opencode.jsonc codex.toml aider.conf.yml .aider.conf.yml .continue/config.json
  .vscode/tasks.json tasks.json launch.json settings.json x.code-workspace .devcontainer/devcontainer.json devcontainer.json
  .idea/runConfigurations/x.xml x.run.xml .editorconfig mise.toml .mise.toml .tool-versions devbox.json devenv.nix flake.nix shell.nix
  .kiro/steering/x.md .junie/guidelines.md .amazonq/rules/x.md .augment/rules/x.md .zed/tasks.json hooks.json`);

/** Other spellings of what is refused, and ways around a path. */
export const tricks: readonly string[] = [
  ...words(`
  src/../package.json src/./x.ts src//x.ts /etc/passwd src\\x.ts src/x.ts: src/CON.ts src/x.ts. src/.git/config src/git~1/config
  src/PACKAGE.JSON src/PackAge.JSon src/makefile. src/.GIT/hooks/x src/claude.md src/ｐackage.json src/ſetup.py src/Kelvin\u212A.ts
  src/dockerfıle src/packag\u0435.json src/conft\u0435st.py src/сonftest.py src/інdex.ts src/ＡGENTS.ts src/x.ts%00 src/$(id).ts`),
  "src/package.json\u200b",
  "src/\u202Ex.ts",
  "src/x\u0000.ts",
  "src/ x.ts",
];

/** Source and tests as code bases of twelve languages name them. */
export const ordinary: Readonly<Record<string, readonly string[]>> = {
  typescript: words(`
    src/index.ts src/client.ts src/hooks/hook.ts src/hooks/useMessages.tsx src/workflows/run.ts src/secrets/store.ts src/config.ts
    src/config/index.ts src/env.ts src/environment.ts src/build/plan.ts src/setup/connection.ts src/server/server.ts src/core/plugin.ts
    src/react/hooks/index.js src/rest/auth.mjs src/types/global.d.ts src/jest-matcher.ts src/webpack-stats.ts src/releaseNotes.ts
    test/client.test.ts test/hooks/useMessages.test.tsx test/helper/mocks.ts test/fixtures/flags.json test/fixtures/flags.yaml
    test/__snapshots__/client.test.ts.snap test/data/rows.csv test/features/evaluation.feature src/scripts/parser.ts src/tools/list.ts`),
  python: words(`
    src/__init__.py src/client.py src/hooks/hook.py src/secrets/manager.py src/workflows/engine.py src/env.py src/config.py src/tasks.py
    src/backend.py src/types.pyi src/util/setup_logging.py test/__init__.py test/test_client.py test/data/messages.json test/helpers.py
    test/resources/cases.yaml src/__main__.py src/settings.py src/plugin.py src/server.py`),
  java: words(`
    src/main/java/io/x/Client.java src/main/java/io/x/hooks/Hook.java src/main/java/io/x/secrets/Vault.java src/main/java/io/x/Setup.java
    src/main/java/io/x/package-info.java src/test/java/io/x/ClientTest.java src/main/java/io/x/build/Builder.java
    src/main/java/io/x/Workflow.java src/main/java/io/x/jobs/Job.java src/main/java/io/x/config/Config.java`),
  kotlin: words(`
    src/main/kotlin/Client.kt src/main/kotlin/hooks/Hook.kt src/test/kotlin/ClientTest.kt src/main/kotlin/Config.kt src/main/kotlin/Build.kt
    src/main/kotlin/secrets/Vault.kt src/main/java/Legacy.java src/main/kotlin/Plugin.kt src/main/kotlin/Env.kt src/main/kotlin/Setup.kt`),
  swift: words(`
    src/Client.swift src/Hooks/Hook.swift src/Secrets/Vault.swift src/ARTRest+Private.h src/ARTRest.m src/Config.swift
    test/ClientTests.swift test/Mocks/MockClient.swift src/Package/Parser.swift src/Plugins/Plugin.swift`),
  go: words(`
    src/client.go src/client_test.go src/hooks/hook.go src/secrets/vault.go src/internal/tools/list.go src/config/config.go src/main.go
    src/doc.go src/build/build.go test/testdata/cases.json`),
  rust: words(`
    src/lib.rs src/main.rs src/hooks/mod.rs src/secrets.rs src/builder.rs src/config.rs test/client.rs src/bin/cli.rs src/env.rs
    src/build/mod.rs`),
  csharp: words(`
    src/Client.cs src/Hooks/Hook.cs src/Secrets/Vault.cs src/Tools/List.cs src/Jobs/Job.cs src/Program.cs src/Properties/AssemblyInfo.cs
    test/ClientTests.cs src/Config/Options.cs src/Setup.cs`),
  ruby: words(`
    src/client.rb src/hooks/hook.rb src/secrets/vault.rb src/version.rb src/config.rb test/client_test.rb src/tasks/task.rb src/env.rb
    src/setup.rb src/build.rb`),
  php: words(`
    src/Client.php src/Hooks/Hook.php src/Secrets/Vault.php src/Config.php test/ClientTest.php src/Setup.php src/Build.php src/Env.php
    src/functions.php src/Plugin.php`),
  dart: words(`
    src/client.dart src/hooks/hook.dart src/secrets/vault.dart src/config.dart test/client_test.dart src/setup.dart src/env.dart
    src/builder.dart src/main.dart src/plugin.dart`),
  elixir: words(`
    src/client.ex src/hooks/hook.ex src/secrets/vault.ex src/config.ex test/client_test.exs src/setup.ex src/env.ex src/build.ex
    src/application.ex src/plugin.ex`),
};

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
