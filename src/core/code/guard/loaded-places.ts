/** Places that a tool searches by itself, in small letters; the names mean nothing elsewhere. */
export const loadedPlaces: readonly RegExp[] = [
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
  // Generators of Turborepo and Hygen, Jekyll, autotest, Ansible, Salt, Mason, WordPress, Ember.
  /(?:^|\/)turbo\/generators\//,
  /(?:^|\/)(?:_templates|_plugins|_modules|_grains|_states|(?:callback|action|filter|lookup|inventory|connection)_plugins)\//,
  /(?:^|\/)autotest\//,
  /(?:^|\/)hooks\/(?:pre|post)_gen\.dart$/,
  /(?:^|\/)wp-content\/(?:db|[a-z-]{1,40}-cache)\.php$/,
  /^config\/(?:environment|targets)\.js$/,
  /(?:^|\/)eslint-local-rules\//,
  /(?:^|\/)(?:runtimeconfig\.template|testconfig)\.json$/,
  // Scripts of Go's testscript, and processes that Flowable and Camunda deploy.
  /(?:^|\/)testdata\/scripts?\//,
  /(?:^|\/)processes\/[^/]{1,200}\.xml$|\.(?:bpmn|cmmn|dmn)(?:20)?(?:\.xml)?$/,
  /(?:^|\/)(?:tests?|spec|__tests__)\/(?:global-?)?setup\/index\.[cm]?[jt]sx?$/,
  /(?:^|\/)(?:tests?|spec)\/helper\.rb$/,
  // Sphinx and MkDocs, Eleventy, loaders of Observable, tap.
  /(?:^|\/)docs?\/(?:hooks\.py$|(?:[^/]{1,200}\/){0,9}conf\.py$)/,
  /\.11ty(?:data)?\.[a-z]{1,5}$|(?:^|\/)_data\/(?:[^/]{1,200}\/){0,9}[^/]{1,200}\.[cm]?[jt]s$/,
  /(?:^|\/)data\/(?:[^/]{1,200}\/){0,9}[^/]{1,200}\.(?:(?:geo|topo|nd)?json|jsonl|[ct]sv|txt|xml|html?|md|ya?ml|toml|sql|svg|png|jpe?g|gif|webp|pdf|zip|t?gz|tar|arrow|parquet|sqlite|db)\.(?:[cm]?[jt]sx?|py|rb|php|r|rs|go|java|jl|exs)$/,
  /(?:^|\/)tap-snapshots\//,
  /\.playground\//,
  /(?:^|\/)minitest\/[^/]{1,200}_plugin\.rb$/,
  /(?:^|\/)(?:alembic|migrations)\/env\.py$/,
  /(?:^|\/)(?:features|tests?|spec|bdd|acceptance)\/(?:[^/]{1,60}\/){0,4}environment\.py$/,
  /(?:^|\/)prisma\/seed\.[cm]?[jt]s$/,
  // Loaded by IPython, by Jenkins, by PyInstaller, by Dart, by GenAIScript.
  /(?:^|\/)(?:profile_[^/]{1,40}\/startup|init\.groovy\.d|__pyinstaller)\//,
  /(?:^|\/)hook\/(?:build|link)\.dart$/,
  /(?:^|\/)gradle\/plugins\//,
  // Jasmine, NUKE, the tools of a Go module, the shell of Erlang, Turnip and its like, Checkly, the analyzer of Dart, lettuce.
  /(?:^|\/)support\/jasmine[a-z0-9_.-]{0,40}\.(?:json|[cm]?[jt]s)$/,
  /(?:^|\/)_?build\/build\.cs$/,
  /(?:^|\/)tools\/tools\.go$/,
  /(?:^|\/)user_default\.erl$/,
  /(?:^|\/)(?:spec|tests?|features)\/[a-z0-9_]{1,60}_helper\.rb$/,
  /(?:^|\/)__checks__\//,
  /(?:^|\/)tools\/analyzer_plugin\//,
  /(?:^|\/)features\/(?:terrain\.py$|support\/)/,
  // Tapioca and drush.
  /(?:^|\/)tapioca\//,
  /(?:^|[/.])drushrc\.php$/,
  /\.genai\.[cm]?[jt]s$/,
  /(?:^|\/)hooks\/(?:pre|post)_(?:gen_project|prompt)\.[a-z]{1,4}$/,
];
