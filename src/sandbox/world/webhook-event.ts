import type { Account, Installation } from "./account.ts";
import type { Repository } from "./repository.ts";

/** A webhook to be sent to the App, with the body's own part; sender, installation and repository are added. */
export interface WebhookEvent {
  readonly name: string;
  readonly action: string | null;
  readonly repository: Repository | null;
  readonly installation?: Installation;
  readonly sender: Account;
  readonly payload: Record<string, unknown>;
}
