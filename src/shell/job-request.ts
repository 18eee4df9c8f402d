import type { CommandRequest } from "../core/command/command.ts";
import type { RepositoryRef } from "./repository-ref.ts";

/** A thread of a review, on a line of a file as a commit has it. */
export interface ReviewThread {
  /** Its first comment. */
  readonly root: number;
  readonly path: string;
  readonly commit: string;
  /** 1-based. */
  readonly line: number;
}

/** Work to be done, as stored. */
export type JobRequest =
  | {
      readonly kind: "review";
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      readonly headSha: string;
      readonly deliveryId: string;
    }
  | {
      readonly kind: "command";
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      /** Null: a button of the check run was pressed. */
      readonly commentId: number | null;
      readonly body: string;
      readonly author: string;
      /** Where the comment stands when it is part of a review thread. */
      readonly thread?: ReviewThread;
      readonly deliveryId: string;
    }
  /** What a `/generate` asked for; `pullRequest` is where the comment stands. Its units end one by one. */
  | {
      readonly kind: "generate";
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      /** Null: a button of the check run was pressed. */
      readonly commentId: number | null;
      readonly author: string;
      readonly request: Extract<CommandRequest, { name: "generate" }>;
      /** Keys of the units that are tried again; absent: all that is asked for. */
      readonly only?: readonly string[];
      /** True: nobody asked in words; the design that `pullRequest` proposed was merged. */
      readonly afterMerge?: true;
      readonly deliveryId: string;
    }
  /** A pull request was closed, merged or not: the bot's own follow-up, or a spec pull request that has some. */
  | {
      readonly kind: "closed";
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      /** The bot's own branches say so by their name. */
      readonly headRef: string;
      /** Who closed or merged it; null for a bot, which gives no orders. */
      readonly author: string | null;
      readonly deliveryId: string;
    }
  /** The target's own CI ended on a branch of the bot. */
  | {
      readonly kind: "checks-ended";
      readonly repository: RepositoryRef;
      readonly branch: string;
      readonly headSha: string;
      readonly conclusion: string;
      readonly deliveryId: string;
    }
  /** The App was given a repository: the moment for an onboarding pull request. */
  | { readonly kind: "installed"; readonly repository: RepositoryRef; readonly deliveryId: string }
  /** What GitHub could not deliver is asked for again; with `reconcile` also pull requests that nobody told of. */
  | { readonly kind: "recover"; readonly reconcile: boolean; readonly deliveryId: string }
  /** A job became a dead letter without having been able to say so itself, as its process died each time. */
  | {
      readonly kind: "dead-letter";
      readonly of: JobRequest;
      readonly jobId: string;
      readonly deliveryId: string;
    };
