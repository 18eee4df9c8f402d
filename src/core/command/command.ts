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
  | { readonly name: "explain"; readonly ids: readonly string[] }
  | { readonly name: "revise"; readonly instructions: string }
  | { readonly name: "status" | "cancel" | "retry" | "help" };

export type Permission = "anyone" | "write";

/** The author wrote a command wrongly; `message` says how to write it. */
export interface UsageProblem {
  readonly problem: string;
}

/** One slash command. Help text, docs/commands.md, permission checks and "did you mean" follow from it. */
export interface Command {
  readonly name: CommandRequest["name"];
  readonly usage: string;
  readonly description: string;
  readonly permission: Permission;
  readonly examples: readonly string[];
  /** `rest` is the text after the command's name, trimmed. */
  parse(rest: string): CommandRequest | UsageProblem;
}
