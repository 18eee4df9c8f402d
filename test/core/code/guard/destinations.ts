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
    tsconfig.build.json cspell.json cSpell.json cspell.config.yaml cspell.yaml jsconfig.json base.tsconfig.json tslint.json jest.config.js jest.config.ts jest.config.json jest.setup.ts
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
    Cargo.toml Cargo.lock build.rs crates/x/Cargo.toml crates/x/build.rs .cargo/config.toml Cross.toml rust-toolchain.toml rustfmt.toml clippy.toml
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
  "more js": words(`
    jest.config.mts vitest.config.mjs .eslintrc.cjs karma.conf.cjs jest.resolver.js jest-puppeteer.config.js
    gatsby-node.js gatsby-node.ts gatsby-config.ts gatsby-browser.js gatsby-ssr.js config-overrides.js craco.config.js
    vue.config.js quasar.config.js webpack.mix.js truffle.js truffle-config.js hardhat.config.ts typedoc.js jsdoc.js
    lighthouserc.js lighthouserc.cjs testcaferc.js detoxrc.js puppeteerrc.cjs neutrinorc.js razzle.config.js
    nightwatch.globals.js mocha-setup.js mocha.setup.js vitest.global-setup.ts sanity.cli.ts yarn.config.cjs
    next-sitemap.config.js nest-cli.json pnpmfile.mjs .pnp.cjs pnp.cjs pnp.loader.mjs ts-node.config.js tsx.config.ts
    wtr.config.mjs web-test-runner.config.mjs stencil.config.ts bili.config.js microbundle.config.js dumi.config.ts
    umirc.ts .umirc.ts umi.config.ts bunfig.ts bun.setup.ts nitro.config.ts vinxi.config.ts app.config.ts
    trigger.config.ts inngest.config.ts convex.config.ts svgo.config.js i18next.config.ts dangerfile.js
    dangerfile.lite.ts danger.js lib/setupJest.ts setup-jest.ts setup-vitest.mjs setup_test.js tests.setup.js
    testSetup.js test.setup.ts setupFiles.ts setupFilesAfterEnv.ts`),
  "more py": words(`
    mkdocs_hooks.py docs/hooks.py pythonstartup.py libx-gdb.py x-gdb.py gdbinit.py build_ext.py _custom_build.py
    build_meta.py noxfile_local.py site_scons/site_init.py site_init.py BUILD.py ycm_extra_conf.py extra_conf.py
    entry_points.txt conftest_base.py`),
  "more ruby": words(`
    rakefile.rb Gemfile.rb gemfile.rb danger_plugin.rb features/support/hooks.rb minitest_helper.rb simplecov.rb
    irbrc.rb pryrc.rb spec_helper.cr Vagrantfile.rb Guardfile.rb Brewfile.rb`),
  "more php": words(`
    config/bootstrap.php kahlan-config.php codeception.php behat.php rector.dist.php ecs.dist.php
    php-cs-fixer.dist.php .php_cs.php php_cs.php phpcs.php .phpstorm.meta.php phpstorm.meta.php
    wp-content/mu-plugins/x.php mu-plugins/x.php phpunit.php phpunit-bootstrap.php autoload_runtime.php
    auto_prepend.php deploy.dist.php castor.dist.php bootstrap.inc.php phpstan-baseline.php psalm-plugin.php
    rector-local.php infection.php`),
  "more jvm": words(`
    init.gradle.groovy buildSrc/src/X.java build-logic/X.kt build.mill.scala project.scala Build.scala
    module-info.java settings.groovy bnd.bnd`),
  "more swift": words(`
    Package@swift-6.0.swift Dangerfile.swift Fastfile.swift fastlane/Fastfile.swift Deliverfile.swift Gymfile.swift
    Matchfile.swift Snapshotfile.swift Scanfile.swift Appfile.swift Tuist/Config.swift
    Playground.playground/Contents.swift profile_default/startup/00-a.py init.groovy.d/a.groovy src/pkg/__pyinstaller/hook-a.py hook/link.dart data/test_payload.txt data/test-types.yml SpecHook.hs SpecConfig.hs
    resources/db/changelog/db.changelog-master.yaml resources/com/acme/FooTest-context.xml resources/application.xml
    resources/application-test.xml resources/log4j2-test.json resources/log4j2.yaml resources/camel/routes.yaml
    resources/application.json resources/hazelcast.xml sitecustomize/__init__.py
    usercustomize/__init__.py _distutils_hack/__init__.py fabfile/__init__.py noxfile/__main__.py tests/Helpers.php
    tests/Expectations/x.php lib/ruby_lsp/x/addon.rb resources/logback-test.groovy setupTests.web.js setupTests.native.tsx
    setupProxy.js/index.js gulpfile.js/index.js gulpfile.ts/index.ts src/it/x/prebuild.groovy src/it/a/b/verify.bsh
    tests/environment.py deps.cljs user.cljs io/kotest/provided/ProjectConfig.java cypress/support/e2e/index.ts
    SetupHooks.hs src/a.genai.mjs test/a.genai.mts Mintfile.swift Rakefile.swift Podfile.swift Package.resolved
    BuildTools/Package.swift`),
  "more cs": words(`
    build/Build.cs Build.fs Program.csx Dangerfile.cs _build/Build.cs`),
  "more dart": words(`
    build.dart grind.dart dangerfile.dart`),
  "more other": words(`
    setup.ml configure.ml dev/user.clj profiles.clj project.clj data_readers.cljc config.lua renv/activate.R
    packrat/init.R configure.R Rprofile.R docs/make.jl make.jl startup.jl Shakefile.hs HLint.hs Build.hs build.zig
    build.c nob.cpp build.cpp nobuild.c tools/tools.go magefiles/x.go .dagger/main.go config.exs mix.exs`),
};

/** What tools, editors and agents look for at the root of a repository or package. */
export const lookedForAtRoot = words(`
    __mocks__/fs.js __mocks__/axios.ts .devcontainer/postCreate.sh .gitpod.yml .gitpod.Dockerfile .replit replit.nix default.nix .asdfrc .nvmrc
    .node-version .ruby-version .python-version .sdkmanrc .java-version volta.json .vscode/launch.json
    .vscode/settings.json .idea/workspace.xml .fleet/run.json .nvim.lua .exrc .vimrc .dir-locals.el .lvimrc
    .projections.json .sublime-project x.sublime-build .cursor/hooks.json .cursor/mcp.json .windsurf/rules/x.md
    .clinerules/x.md .roo/rules/x.md .kiro/hooks/x.kiro.hook .augment/rules.md .continue/config.yaml .trae/rules/x.md
    .qwen/settings.json .gemini/settings.json .crush.json .agent.md .github/instructions/x.instructions.md
    .github/prompts/x.prompt.md .github/agents/x.agent.md .claude/hooks/x.py .claude/skills/x/SKILL.md
    .claude/agents/x.md .claude-plugin/plugin.json .codex/config.toml .opencode/agent/x.md .rules replit.md
    memory-bank/x.md PROMPT.md .specify/memory/constitution.md Makefile.local local.mk config.mk rules.mk common.mk
    x.mk x.mak Makefile.win makefile.vc NMakefile Jamfile Jamroot.jam project-root.jam tup.config Tupfile Tuprules.tup
    redo all.do x.do build.lua xmake.sh premake4.lua build.jam SConscript.py build.bazelrc .bazelrc .bazelversion x.bzl
    WORKSPACE.bzlmod MODULE.bazel.lock .buckconfig PACKAGE BUCK.v2 pants.toml please.build .plzconfig Build.PL.in
    cpanfile dist.ini Makefile.in config.site m4/x.m4 aclocal.m4 acinclude.m4 config.guess install-sh ltmain.sh
    hie.yaml cabal.project.local Setup.lhs stack.yaml.lock brittany.yaml gradle.lockfile gradle/libs.versions.toml
    buildscript.gradle gradle/verification-metadata.xml x.init.gradle.kts settings.xml .mvn/jvm.config
    .mvn/maven.config .mvn/settings.xml toolchains.xml jitpack.yml .sbtopts .jvmopts .scalafix.conf .scalafmt.conf
    project/Dependencies.scala project/metals.sbt mill-build/build.mill .mill-jvm-opts ci.gradle.groovy
    vars/deploy.groovy src/org/x/Jenkins.groovy.txt jenkins.yaml casc.yaml Package@swift-5.swift
    .swiftpm/configuration/mirrors.json .swiftlint.yml .swiftformat .sourcery.yml Plugins/Gen/plugin.swift
    fastlane/Appfile Podfile.lock tslint.js .swcrc swc.config.js .lintstagedrc.mjs .huskyrc.js .commitlintrc.ts .czrc
    .cz-config.js changelog.config.js .versionrc.js .release-it.json .release-it.ts auto.config.ts .autorc
    .syncpackrc.js .ncurc.js .depcheckrc .knip.ts knip.ts .dependency-cruiser.js .madgerc .size-limit.js .size-limit.ts
    .sequelizerc knexfile.mjs mikro-orm.config.ts prisma.config.ts prisma/seed.ts prisma/schema.prisma
    typeorm.config.ts drizzle.config.mjs kysely.config.ts .graphqlrc.ts codegen.yml apollo.config.js relay.config.js
    .houdini.config.js panda.config.ts tailwind.config.js postcss.config.cjs uno.config.ts windi.config.ts
    theme.config.tsx contentlayer.config.ts velite.config.ts docusaurus.config.js vuepress.config.ts
    .vitepress/config.ts .eleventy.js eleventy.config.js gridsome.config.js gridsome.server.js remix.config.js
    react-router.config.ts qwik.config.ts solid.config.ts analog.config.ts sapper.config.js elm-pages.config.mjs
    rescript.json bsconfig.json fresh.config.ts farm.config.ts rolldown.config.ts oxlint.config.ts biome.json
    biome.jsonc dprint.json moon.yml .moon/tasks.yml .yarn/releases/yarn.cjs .yarn/plugins/x.cjs .pnpm-workspace.yaml
    pnpm-workspace.yaml wireit.json lage.config.js beachball.config.js just.config.ts backstop.json happo.config.js
    percy.yml chromatic.config.json checkly.config.ts artillery.yml k6.config.js cucumber.js cucumber.mjs jasmine.json
    intern.json tap.config.js .taprc .borp.yaml poku.config.js japa.config.ts bin/test.ts ace.js ace.ts adonisrc.ts
    server.js next.config.ts pyproject.override.toml .pdm.toml uv.toml uv.lock .pypirc pip.conf .condarc .pylintrc.toml
    .bandit .pdbrc .pdbrc.py .pythonrc.py pyrightconfig.json .style.yapf justfile.toml tasks.toml poe_tasks.toml
    poe_tasks.py dev.py noxfile.pyi SConstruct.py wscript_build pavement.toml mkdocs.yml conf.py readthedocs.yml
    .readthedocs.yaml robot.toml behave.ini features/environment.py locust.conf scrapy.cfg uvicorn.json hypercorn.toml
    supervisord.conf zappa_settings.json chalice.json dbt_project.yml profiles.yml airflow.cfg dagster.yaml
    prefect.yaml metaflow_config.py kedro.yml jupyter_notebook_config.py jupyter_server_config.py
    .ipython/profile_default/startup/x.py .bundle/config .gemrc .solargraph.yml .rspec-local .simplecov .yardopts
    .pronto.yml Rakefile.local config/application.rb config/environments/test.rb config/boot.rb bin/rails
    .overcommit.yml .git-hooks/pre_commit/x.rb lefthook-local.yml .phan/config.php .phpspec.yml phpspec.yml
    codeception.yml kahlan.php behat.yml captainhook.json tests/bootstrap.php peridot.php atoum.php .atoum.php
    phinx.php artisan bin/console symfony.lock .cargo/config .cargo/audit.toml build/main.rs.in cbindgen.toml
    wasm-pack.toml Trunk.toml Dioxus.toml Rocket.toml tauri.conf.json src-tauri/build.rs Anchor.toml
    cargo-generate.toml .config/nextest.toml .config/hakari.toml dist-workspace.toml release-plz.toml .air.toml
    .ko.yaml ko.yaml gqlgen.yml sqlc.yaml buf.gen.yaml buf.yaml .mockery.yaml .modd.conf reflex.conf wire.yaml
    .luacheckrc .busted .luarc.json rockspec.lua .credo.exs .dialyzer_ignore.exs config/runtime.exs rel/env.sh.eex
    rel/config.exs priv/repo/seeds.exs mix.lock .tool.exs Tiltfile.local okteto.yml garden.yml devspace.yaml werf.yaml
    nixpacks.toml heroku.yml app.json dokku.yml captain-definition kamal.yml config/deploy.yml .platform.app.yaml
    .upsun/config.yaml .ebextensions/x.config .elasticbeanstalk/config.yml appspec.yml copilot/manifest.yml cdktf.json
    terraform.tfvars x.auto.tfvars .terraformrc packer.pkr.hcl x.nix Vagrantfile.local cloud-init.yml user-data
    ignition.json x.bu .gitconfig .gitmessage .mailmap .git-blame-ignore-revs .gitlab/ci/x.yml
    .gitlab/merge_request_templates/x.md .azuredevops/x.yml .azure/pipelines/x.yml .harness/x.yaml .vsts-ci.yml
    .cirrus.yml .cirrus.star .semaphore/semaphore.yml .tekton/x.yaml .argo/x.yaml .prow.yaml .shippable.yml
    .evergreen.yml .taskcluster.yml .builds/x.yml .lgtm.yml .hound.yml .reviewdog.yml .checkov.yaml .snyk .whitesource
    .fossa.yml .semgrep.yml .semgrep/rules.yml .gitleaks.toml .trivyignore .codeclimate.yml .coderabbit.yaml
    .sourcery.yaml .deepsource.toml .kodiak.toml .bulldozer.yml .policy.yml .probot.yml .asf.yaml .stickler.yml
    greptile.json .pr_agent.toml .ellipsis/config.yaml sweep.yaml .allstar/x.yaml cucumber.cjs cucumber.ts knip.js
    package-scripts.js metalsmith.js tailwind.js newrelic.js keystone.ts medusa-config.js cli-config.php wp-config.php
    migrations.php migrations-db.php sami.php doctum.php pelicanconf.py publishconf.py passenger_wsgi.py
    superset_config.py webserver_config.py metadata.rb Policyfile.rb electron-builder.js electron-builder.ts
    hooks/post_gen_project.py hooks/pre_prompt.py biome.js dprint.ts turbo.js lerna.js nx.ts firebase.js pytest.py
    semgrep.py renovate.js cypress.js codecov.ts vercel.ts netlify.js wrangler.ts fly.js`);

/** Kinds that something runs or obeys wherever they stand. */
export const runByKind = words(`
    __pypackages__/x.py .pdbrc.py x.pyx.bat x.ipynb x.pyz x.whl x.egg x.class META-INF/spring.factories
    META-INF/spring/org.x.imports META-INF/aop.xml META-INF/native-image/x.json META-INF/maven/plugin.xml
    META-INF/gradle-plugins/x.properties META-INF/groovy/org.codehaus.groovy.runtime.ExtensionModule
    META-INF/kotlin/x.kt META-INF/services/x.kt application-test.properties log4j.properties logging.properties
    hibernate.properties jndi.properties ehcache.xml quartz.properties testng.xml surefire.properties x.gradle.kts
    x.kts x.csx x.fsx x.ps1xml x.psm1 x.psd1 x.vbproj x.fsproj x.sln x.slnx x.props x.resx app.config web.config
    launchSettings.json appsettings.json xunit.runner.json x.runsettings x.testsettings GlobalSuppressions.ruleset x.tt
    x.t4 x.cake Directory.Packages.props global.json nuget.exe.config dotnet-tools.json x.ts.map x.js.flow x.wat x.jsm
    package.json.ts.json node.gyp.gypi x.gypi x.npmignore .babelrc.mjs .mocharc.mjs .jestrc.js jest.config.cts
    setup-files.ts globalSetup.mjs x.modulemap module.modulemap x.pbxproj x.swiftinterface x.plist x.rake x.ru x.thor
    x.rspec x.phar x.phtml x.php5 x.inc .user.ini php.ini .htaccess preload.ini build.rs.rs/build.rs
    Cross.toml.rs/Cross.toml x.rlib x.so.1 x.dylib.2 x.applescript x.osa x.workflow x.action x.pkg x.dmg x.deb x.rpm
    x.msi x.cpl x.scr x.jse x.wsf x.wsh x.sct x.url x.webloc x.chm x.docm x.xlsm x.swf x.crx x.xpi x.vsix x.ova x.awk
    x.sed x.tcl x.exp x.m4 x.pro x.pri x.qbs x.gyp x.ninja x.cmake x.mk x.make x.am x.ac x.in x.elv x.nu x.xsh x.osh
    x.rc x.envrc x.direnv x.tfvars x.hcl x.bicep x.cue x.jsonnet x.libsonnet x.star x.sky x.rego x.sentinel x.socket
    x.path x.conf x.cron x.rules x.udev migrations/0001_x.sql seeds.sql x.sql x.prisma x.graphql x.proto.js.ejs x.ejs
    x.erb x.tmpl x.j2 x.mustache.sh x.mdc agents.MD Agents.override.md`);

/** Run or loaded where a tool starts, at the root of a repository or of a package; ordinary source anywhere else. */
export const executedAtRoot = words(`
    sidebars.js install.js preinstall.js postinstall.js prepare.mjs release.mjs publish.ts deploy/001_x.ts
    migrations/1_initial.js script/Deploy.s.sol gulp.js gulp/tasks.js grunt/x.js tasks/x.js make.js dev.js start.js
    preload.ts dagger.ts wrangler.js cspell.js peril.ts tasks/__init__.py invoke.py dags/x.py runtests.py run_tests.py
    setup_helpers.py setupbase.py setup_base.py setupext.py _setup.py setup_build.py cythonize.py make.py release.py
    pants_plugins/register.py _pytest/x.py tasks.rb config/puma.rb puma.rb unicorn.rb schedule.rb config/schedule.rb
    config.rb config/initializers/x.rb setup.rb install.rb guard.rb Formula/x.rb Casks/x.rb kitchen.rb
    recipes/default.rb preload.php dep.php vars/x.groovy jobs/x.groovy Scripts/x.groovy Plugins/X/plugin.swift
    build/Program.cs tool/x.dart data/x.R inc/Module/Install.pm build/main.rs dagger/main.go ci/main.go hack/x.go`);

/** What tools look for beside tests, or anywhere. */
export const executedWhereItStands = words(`
    docs/conf.py src/acme/docs/source/conf.py doc/en/conf.py src/posts.11ty.js src/x.11ty.tsx src/posts/posts.11tydata.mjs
    test/data/posts.11tydata.json src/_data/site.js src/_data/a/b.cjs src/data/x.tsv.ts src/data/x.geojson.js src/data/a/x.txt.rb
    src/data/x.parquet.py test/data/x.zip.R test/tap-snapshots/a.test.cjs tap-snapshots/test/a.test.js.test.cjs
    spec/support/jasmine.mjs spec/support/jasmine-browser.mjs spec/support/jasmine-browser.js tests/lit.cfg.py tests/lit.site.cfg.py
    tests/lit.local.cfg.py lib/X.PL lib/X.pm.PL src/test/java/karate-config.js src/test/java/karate-config-dev.js
    src/test/java/karate-base.js src/user_default.erl src/button.macro.js src/x/macro.ts packages/a/app.plugin.js
    packages/a/jest-preset.js src/__checks__/x.ts src/x.check.ts spec/turnip_helper.rb lib/tapioca/dsl/compilers/x.rb tests/x.t
    packages/x/tools/analyzer_plugin/bin/plugin.dart src/data/x.csv.py src/data/x.json.js src/a/vite.config.ts src/a/b/eslint.config.js
    src/a/conftest.py test/jasmine.json test/x/runtimeconfig.template.json test/testconfig.json tests/acceptance/environment.py
    src/turbo/generators/config.ts src/eslint-local-rules/index.ts src/_templates/a/index.js src/_plugins/x.rb src/callback_plugins/x.py
    src/hooks/pre_gen.dart src/Game.Build.cs src/Game.Target.cs src/api.pb.go src/api_pb2.py src/Form.Designer.cs src/a.g.dart src/a.min.js
    tests/Datasets.php tests/Datasets/a.php test/testdata/script/a.txt test/processes/a.xml test/a.bpmn20.xml test/a.bpmn
    src/promptfooconfig.js src/promptfooconfig.py src/mutmut_config.py
    src/hook-requests.py src/airflow_local_settings.py src/jupyterhub_config.py test/dredd_hooks.py src/schemathesis_hooks.py
    src/setupProxy.js test/setup-env.ts test/setupEnv.ts test/setup.unit.ts test/jest-setup-after-env.ts
    test/globalTeardown.ts test/global-setup.mjs src/test/setup.ts test/setup/index.ts test/vitest-setup.ts
    test/polyfills-setup.js src/jest.setup.ts src/vitest.setup.ts src/jestSetup.ts src/testSetup.ts src/test-setup.js
    test/_conftest.py test/helper.rb spec/minitest_helper.rb test/minitest_helper.rb spec/rails_helper.rb
    spec/spec_helper_local.rb spec/acceptance_helper.rb spec/spec_helper_acceptance.rb tests/_bootstrap.php
    tests/bootstrap.inc.php tests/Pest.php test/phpunit-bootstrap.php tests/autoload.php test/resources/testng.xml
    test/testng.xml test/logback-test.xml test/log4j2-test.xml test/arquillian.xml test/spring.xml
    test/applicationContext.xml test/application.yml test/application-test.yml test/bootstrap.yml
    test/resources/hibernate.cfg.xml test/junit-platform.txt src/ProjectConfig.kt test/pom-test.xml
    test/build-test.xml test/microprofile-config.txt test/flutter_test_config.dart tests/testthat/helper-x.R
    tests/testthat/setup.R tests/testthat/setup-x.R test/test_helper.exs spec/spec_helper.cr test/docker-compose.yml
    test/compose.test.yml test/kitchen.yml test/molecule.yml test/converge.yml molecule/default/molecule.yml
    test/playbook.yml test/site.yml test/main.yml tests/test.yml test/inspec.yml test/goss.yaml test/buf.yaml
    test/buf.gen.yaml test/sqlc.yaml test/gqlgen.yml test/openapitools.json test/codegen.yml test/readthedocs.yml
    test/snapcraft.yaml test/biome.json test/typedoc.json test/jsdoc.json test/api-extractor.json test/detekt.yml
    test/phpcs.xml test/phpmd.xml test/phpbench.json test/phpspec.yml test/behat.yml test/codeception.yml
    test/unit.suite.yml test/grumphp.yml test/captainhook.json test/phive.xml test/cucumber.yml test/rubocop.yml
    test/rubocop_todo.yml test/database.yml test/compile_commands.json test/compile_flags.txt test/agents.txt
    test/claude.txt test/AGENTS.json test/agent.json test/agents.yaml test/agent.yaml test/claude.json
    test/gemini-extension.json test/plugin.json test/opencode.yaml test/x.prompt.yml test/x.prompt.yaml
    test/prompt.yml test/crew.yaml test/promptfooconfig.yaml test/coderabbit.yaml test/copilot.yml
    test/copilot-setup-steps.yml test/sweep.yaml test/crush.json test/cody.json test/goose.yaml test/llms.txt
    test/robots.txt test/requirements.txt test/requirements-x.txt test/constraints.txt test/package.json
    test/tsconfig.json test/composer.json test/deno.json test/project.json test/workspace.json test/angular.json
    test/nx.json test/turbo.json test/cypress.json test/cypress.env.json test/mocharc.yml test/vitest.json
    test/jest.json test/ava.json test/babel.json test/karma.json test/launch.json test/tasks.json test/settings.json
    test/devcontainer.json test/keybindings.json test/hooks.json test/mcp.json test/server.json test/manifest.json
    test/x.manifest.json test/Chart.yaml test/values.yaml test/skaffold.yaml test/kustomization.yaml test/kind.yaml
    test/ct.yaml test/action.yml test/workflow.yml test/ci.yml test/build.yml test/deploy.yml test/release.yml
    test/pipeline.yml test/jenkins.yml test/tox.txt test/setup.txt test/pnpm-workspace.yaml test/lerna.json
    test/rush.json test/renovate.json test/dependabot.yml test/mergify.yml test/codecov.yml test/sonar.json
    test/stryker.json test/wrangler.json test/serverless.yml test/sam.yaml test/template.yml test/cloudformation.yml
    test/cdk.json test/pulumi.yml test/terraform.json test/main.tf.json test/atlantis.yaml test/procfile.txt
    test/Makefile.txt test/CMakeLists.txt test/meson.txt test/conanfile.txt test/vcpkg.json test/xunit.runner.json
    test/appsettings.json test/global.json test/launchSettings.json test/nuget.xml test/settings.xml test/maven.xml
    test/build.xml test/ivy.xml test/web.xml test/persistence.xml test/beans.xml test/AndroidManifest.xml
    test/module.xml test/workspace.xml test/x.iml.xml test/runConfigurations/x.xml test/x.run.xml test/hk.yaml
    test/lefthook.yml test/pre-commit.yaml test/pre-commit-config.yaml test/pre-commit-hooks.yaml test/husky.json
    test/lint-staged.json test/commitlint.yml test/semantic-release.json test/releaserc.json
    test/release-please-config.json test/auto.json test/cliff.txt test/mise.json test/devbox.json test/flake.json
    test/environment.yml test/conda.yml test/pixi.yml test/meta.yaml test/recipe.yaml test/build.yaml
    test/dart_test.yaml test/pubspec.yaml test/analysis_options.yaml test/melos.yaml test/stack.yaml test/package.yaml
    test/shard.yml test/taskfile.yml test/Taskfile.dist.yml test/tiltfile.json test/garden.yml test/okteto.yml
    test/devspace.yaml test/docker-bake.json test/earthly.yml`);

/** Looked for at a root, or in a folder there, and in no list of the guard. */
export const unlistedAtRoot: readonly string[] = words(`
    pre_commit.py pre_commit/__main__.py pre_commit/__init__.py features/support/paths.rb features/support/world.ts idf_ext.py pkg/pkg.ml
    config.ml lazy.lua genie.lua make.lua propel.php config/propel.php config/cli-config.php Plugin.swift beak.swift SakeApp/Sakefile.swift
    _targets.R _drake.R bootstrap.R allurerc.js allurerc.mjs main.wasp.ts tina/config.ts content-collections.ts sanity.blueprint.ts
    amplify/backend.ts doczrc.js doczrc.ts just-task.js velociraptor.ts flowerconfig.py library/x.py module_utils/x.py
    p4a-recipes/x/__init__.py package.py features/terrain.py terrain.py drush/drushrc.php drush/aliases.drushrc.php`);

/** Names of tools as ordinary code has them, below the root of source or tests. */
export const ordinaryWhenDeep: readonly string[] = words(`
    src/config/database.config.ts src/components/Build.tsx src/pages/Setup.tsx src/mocks/setup.ts src/x/build.py src/x/setup.py src/x/conf.py
    src/x/bootstrap.py src/x/_version.py src/Bootstrap.php src/Deploy.php src/Autoload.php src/hooks/build.dart src/a/turbo.ts
    src/a/danger.ts src/go/tools.go src/a/knexfile.ts src/a/deploy.rb test/setup.test.ts test/bootstrap.test.ts test/jest.test.ts
    test/test_conftest.py test/helpers/setup.ts test/helpers/vitest.d.ts test/fixtures/settings.json test/fixtures/tasks.json
    test/fixtures/app.json test/fixtures/hooks.json test/fixtures/launch.json test/fixtures/project.json test/fixtures/values.yaml
    test/fixtures/template.yaml src/data/rows.data.ts src/data/csv.ts test/data/json.test.ts src/docs/model.py`);

/** What agents and editors obey. */
export const obeyed: readonly string[] = words(`
  AGENTS.mdx CLAUDE.markdown SKILL.mdx IFLOW.md CODEBUDDY.md PROMPT.md
  AGENTS.local.md REVIEW.md COPILOT.md CODEX.md HERMES.md SOUL.md knowledge.md best_practices.md memory/constitution.md
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
    src/builder.dart src/link.dart src/main.dart src/plugin.dart`),
  elixir: words(`
    src/client.ex src/hooks/hook.ex src/secrets/vault.ex src/config.ex test/client_test.exs src/setup.ex src/env.ex src/build.ex
    src/application.ex src/plugin.ex`),
};

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
