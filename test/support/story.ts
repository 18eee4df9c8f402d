import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { ScriptedReply } from "../../src/shell/model/scripted-model.ts";

const person = z.enum(["author", "maintainer", "stranger"]);
/** The pull request that something is done on: the one that was opened, or the latest follow-up of a kind. */
const place = z.enum(["spec", "design", "code", "onboarding"]).default("spec");

/** What somebody does on GitHub; everything that follows from it has ended before the next one. */
const event = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("open"),
    by: person.default("author"),
    draft: z.boolean().default(false),
    fork: z.boolean().default(false),
    /** Folder of `given` with the files. */
    files: z.string().default("change"),
  }),
  z.strictObject({ do: z.literal("push"), by: person.default("author"), on: place, files: z.string() }),
  z.strictObject({
    do: z.literal("comment"),
    by: person.default("maintainer"),
    on: place,
    text: z.string(),
    /** Where it stands beside a line. */
    beside: z.strictObject({ path: z.string(), line: z.number() }).optional(),
  }),
  z.strictObject({ do: z.literal("edit"), by: person.default("maintainer"), on: place, text: z.string() }),
  z.strictObject({ do: z.literal("press"), by: person.default("maintainer"), button: z.string() }),
  z.strictObject({
    do: z.enum(["merge", "close", "reopen", "draft", "ready"]),
    by: person.default("maintainer"),
    on: place,
  }),
  z.strictObject({
    do: z.literal("fail-ci"),
    on: place,
    path: z.string(),
    line: z.number(),
    message: z.string(),
  }),
]);

const schema = z.strictObject({
  title: z.string(),
  /** The files of a shared world stand behind those of the folder. */
  world: z.enum(["connection", "limits"]).optional(),
  events: z.array(event).min(1),
  /** What a model says, call by call; absent: none is configured. */
  model: z.array(z.record(z.string(), z.unknown())).optional(),
});

export type StoryEvent = z.output<typeof event>;

type Files = Readonly<Record<string, string>>;

/** A story as its folder tells it. */
export interface Story {
  readonly name: string;
  readonly title: string;
  readonly events: readonly StoryEvent[];
  readonly model: readonly ScriptedReply[] | null;
  /** Files of a folder of `given`; none where there is no such folder. */
  readonly files: (folder: string) => Files;
  readonly targets: readonly string[];
  /** The golden file of how it ends. */
  readonly outcome: string;
}

const scenarios = join(import.meta.dirname, "../scenarios");
const worlds = join(import.meta.dirname, "worlds");

/** Every folder of test/scenarios with a `given/story.yml`. */
export function readStories(): readonly Story[] {
  return readdirSync(scenarios)
    .filter((name) => existsSync(join(scenarios, name, "given/story.yml")))
    .map(readStory);
}

function readStory(name: string): Story {
  const given = join(scenarios, name, "given");
  const { title, world, events, model } = schema.parse(parse(readFileSync(join(given, "story.yml"), "utf8")));
  const roots = [...(world === undefined ? [] : [join(worlds, world)]), given];
  return {
    ...{ name, title, events },
    model: model?.map(replyOf) ?? null,
    files: (folder) => Object.assign({}, ...roots.map((root) => filesBelow(join(root, folder)))) as Files,
    targets: [...new Set(roots.flatMap((root) => foldersIn(join(root, "targets"))))],
    outcome: join(scenarios, name, "expect/outcome.md"),
  };
}

/** `write_file: {…}` is a call of a tool; `text: …` is words. */
function replyOf(step: Readonly<Record<string, unknown>>): ScriptedReply {
  if (typeof step["text"] === "string") return { text: step["text"] };
  return { tools: Object.entries(step).map(([name, input]) => ({ name, input })) };
}

function foldersIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function filesBelow(folder: string): Files {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}
