import type { Command } from "commander";

interface Subcommand {
  /** One line of the help. */
  readonly says: string;
  /** Loads it; the function adds its options and what it does. */
  readonly load: () => Promise<(command: Command) => void>;
}

/** In the order of the help. What is not asked for is not loaded, so that the program starts fast. */
export const subcommands: Readonly<Record<string, Subcommand>> = {
  review: {
    says: "recommend a path for every entry that changed between two revisions",
    load: async () => (await import("./review.ts")).registerReview,
  },
  entries: {
    says: "list the entries of spec files",
    load: async () => (await import("./entries.ts")).registerEntries,
  },
  explain: {
    says: "explain the path of changed entries: question, answer, quote, line, what would change it",
    load: async () => (await import("./explain.ts")).registerExplain,
  },
  design: {
    says: "write the design document of changed entries: what they say, what is open; a draft with --draft",
    load: async () => (await import("./design.ts")).registerDesign,
  },
  generate: {
    says: "write code and tests of changed entries into a branch of a clone, or a patch",
    load: async () => (await import("./generate.ts")).registerGenerate,
  },
  context: {
    says: "rank the files of a target that a change of entries touches, within a token budget",
    load: async () => (await import("./context.ts")).registerContext,
  },
  conformance: {
    says: "find every demand of entries in code and in a test that would notice, or say that it is missing",
    load: async () => (await import("./conformance.ts")).registerConformance,
  },
  demands: {
    says: "list what entries ask for: each rule, value, default, error, change of state, order, prohibition",
    load: async () => (await import("./demands.ts")).registerDemands,
  },
  trace: {
    says: "show which entries targets implement and test, by the IDs that their code names",
    load: async () => (await import("./trace.ts")).registerTrace,
  },
  demo: {
    says: "play a spec pull request on a small GitHub in this process: no account, key or network needed",
    load: async () => (await import("./demo.ts")).registerDemo,
  },
  setup: {
    says: "make the GitHub App from its manifest and write .env and the key file",
    load: async () => (await import("./setup.ts")).registerSetup,
  },
  doctor: {
    says: "check settings, App, webhook, permissions, store and model; says what to do about each",
    load: async () => (await import("./doctor.ts")).registerDoctor,
  },
  serve: {
    says: "run the GitHub App in the foreground; settings come from the environment (see .env.example)",
    load: async () => (await import("./serve.ts")).registerServe,
  },
  init: {
    says: "write a commented .github/twopath.yml made from what is found",
    load: async () => (await import("./init.ts")).registerInit,
  },
  jobs: {
    says: "list and steer the server's jobs, also while it runs",
    load: async () => (await import("./jobs.ts")).registerJobs,
  },
  overrides: {
    says: "print every decision made with /path as JSON, from the server's store, also while it runs",
    load: async () => (await import("./overrides.ts")).registerOverrides,
  },
  completion: {
    says: "print a completion script for a shell",
    load: async () => (await import("./completion.ts")).registerCompletion,
  },
};
