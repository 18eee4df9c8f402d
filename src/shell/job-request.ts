import type { CommandRequest } from "../core/command/command.ts";
import type { Person } from "../core/person.ts";
import type { RepositoryRef } from "../core/repository-ref.ts";

/** A thread of a review, on a line of a file as a commit has it. */
export interface ReviewThread {
  /** Its first comment. */
  readonly root: number;
  readonly path: string;
  readonly commit: string;
  /** 1-based. */
  readonly line: number;
}

/** Who gave an order, when, and on what: it holds for no other head, and for no other base. */
export interface Order {
  readonly author: Person;
  /**
   * Head of the pull request at that moment: several when it moved within GitHub's second, the last one last; none where
   * no event has told of it.
   */
  readonly heads: readonly string[];
  /** The branches that those heads were to go into; absent or none where no event has told of one. */
  readonly bases?: readonly string[] | undefined;
  /** It may have had another head or base then, of which no event has told. */
  readonly unsure?: true | undefined;
  /** The same of the spec pull request, for an order given on a follow-up of it; absent where none is known. */
  readonly spec?: Pick<Order, "heads" | "bases" | "unsure"> | undefined;
  /** Milliseconds since 1970, by GitHub's clock; of a press, which has no time there, by the server's. */
  readonly at: number;
  /** The comment that gave it, whose ids go up from comment to comment; absent for any other way. */
  readonly comment?: number | undefined;
  /** A button of the check run was pressed. */
  readonly isPress?: true | undefined;
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
      readonly order: Order;
      /** Where the comment stands when it is part of a review thread. */
      readonly thread?: ReviewThread | undefined;
      readonly deliveryId: string;
    }
  /** What a `/generate` asked for; `pullRequest` is where the comment stands. Its units end one by one. */
  | {
      readonly kind: "generate";
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      /** Null: a button of the check run was pressed, or the design that `pullRequest` proposed was merged. */
      readonly commentId: number | null;
      readonly order: Order;
      readonly request: Extract<CommandRequest, { name: "generate" }>;
      /** Keys of the units that are tried again; absent: all that is asked for. */
      readonly only?: readonly string[] | undefined;
      readonly deliveryId: string;
    }
  /** A pull request was closed, merged or not: the bot's own follow-up, or a spec pull request that has some. */
  | {
      readonly kind: "closed";
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      /** The bot's own branches say so by their name. */
      readonly headRef: string;
      /** Closing or merging it; null for a bot, which gives no orders. */
      readonly order: Order | null;
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
