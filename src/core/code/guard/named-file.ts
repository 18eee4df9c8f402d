import { fileName } from "../../file-name.ts";
import { endingOf, type PathFacts } from "./path-facts.ts";

/** Settings, of which a tool is the reader where they stand at a root. */
const settings = words("toml ini cfg conf");
/** Kinds that a build, a shell or an editor runs or asks what to run. */
const runKinds = /\.(?:sublime-build|m4|do|jam|lhs|bu|prisma|in|exs|groovy\.txt|config|local|bzlmod|tup)$/;
/** What people keep in a file without an ending; all others are programs, or what a tool is told. */
const proseNames = words(
  "authors changelog changes contributing contributors credits history install maintainers news notice readme thanks todo version",
);
/** Data by which a tool is told what to run, and Markdown that an agent obeys; ordinary below a folder of source or tests. */
const toolNames = words(
  "volta.json replit.md jitpack.yml jenkins.yaml casc.yaml hie.yaml brittany.yaml rescript.json bsconfig.json wireit.json " +
    "backstop.json percy.yml artillery.yml intern.json readthedocs.yml uvicorn.json zappa_settings.json chalice.json " +
    "dbt_project.yml profiles.yml dagster.yaml prefect.yaml kedro.yml ko.yaml gqlgen.yml sqlc.yaml wire.yaml okteto.yml " +
    "garden.yml devspace.yaml werf.yaml nixpacks.toml heroku.yml dokku.yml kamal.yml appspec.yml cdktf.json cloud-init.yml " +
    "ignition.json greptile.json sweep.yaml please.build toolchains.xml verification-metadata.xml build.bazelrc buck.v2 " +
    "config.guess config.sub config.site",
);
const toolFolders = words("memory-bank m4 copilot");

/**
 * Why a file that the configuration names may not be written all the same, or null: what tools look for by name is theirs, though it is
 * of no kind that the bot writes unnamed. Case is ignored.
 */
export function namedFileProblem(path: string, facts: PathFacts): string | null {
  const name = fileName(path).toLowerCase();
  const folders = path.toLowerCase().split("/").slice(0, -1);
  const ending = endingOf(path);
  if (ending === "" && !proseNames.has(name))
    return "is a program, or what a tool is told, by a name without an ending";
  if (isToolName(name) || runKinds.test(name) || folders.some((folder) => toolFolders.has(folder)))
    return "is a file that a tool or an agent looks for";
  const isAtRoot = facts.isRoot(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
  return settings.has(ending) && isAtRoot ? "is a setting of a tool at a root" : null;
}

/** By a name of its own, whichever of two endings YAML has. */
function isToolName(name: string): boolean {
  return (
    toolNames.has(name) ||
    toolNames.has(name.replace(/\.yml$/, ".yaml")) ||
    toolNames.has(name.replace(/\.yaml$/, ".yml"))
  );
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
