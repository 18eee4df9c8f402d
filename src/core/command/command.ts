import type { Path } from "../decision/review.ts";

/** What a slash command asks for, parsed. The job turns it into facts and a plan. */
export type CommandRequest =
  | {
      readonly name: "generate";
      /** As written; `*` suffix is a prefix match. Empty or `all`: every changed entry. */
      readonly ids: readonly string[];
      readonly path: "code" | "design" | null;
      readonly targets: readonly string[];
      readonly dryRun: boolean;
      readonly together: boolean;
      /** Code is wanted although its design still leaves questions open. */
      readonly acceptOpen: boolean;
      /** Code is wanted of a design although its entries changed since. */
      readonly acceptStale?: true | undefined;
      /** The head that it is meant for, or at least 20 digits of it; null: the one of the moment. */
      readonly commit: string | null;
      readonly note: string | null;
    }
  | {
      readonly name: "path";
      readonly ids: readonly string[];
      readonly path: Path | "auto";
      readonly because: string | null;
    }
  | { readonly name: "explain" | "verify"; readonly ids: readonly string[] }
  | { readonly name: "revise"; readonly instructions: string }
  | { readonly name: "status" | "cancel" | "retry" };

export type Permission = "anyone" | "write";

/** The author wrote a command wrongly; `problem` says how to write it. */
export interface UsageProblem {
  readonly problem: string;
}

/** What a command comes to: an answer that needs nothing but its words, or work that a job does. */
export type CommandPlan =
  | { readonly type: "answer"; readonly text: string }
  | { readonly type: "work"; readonly request: CommandRequest };

export interface CommandFacts {
  /** Every command, in the order of the help. */
  readonly commands: readonly Command<unknown>[];
}

/**
 * One slash command. Help text, docs/commands.md, permission checks, "did you mean", the lane it waits in and whether a
 * workflow run serves it follow from it.
 */
export interface Command<Arguments = CommandRequest> {
  readonly name: string;
  readonly usage: string;
  readonly description: string;
  readonly permission: Permission;
  /** `control` commands only ask or stop: they do not wait for the work that they are about. */
  readonly lane: "control" | "work";
  /** Works on what is kept between events, which a workflow run does not have. */
  readonly needsStore: boolean;
  readonly examples: readonly string[];
  /** `rest` is the text after the command's name, trimmed. */
  parse(rest: string): Arguments | UsageProblem;
  plan(args: Arguments, facts: CommandFacts): CommandPlan;
}
