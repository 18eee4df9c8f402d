import type { Permissions } from "./permission.ts";
import type { Repository } from "./repository.ts";

export interface Account {
  readonly id: number;
  login: string;
  readonly type: "User" | "Organization" | "Bot";
  readonly token: string;
}

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: Account;
  readonly bot: Account;
  readonly publicKey: string;
  permissions: Permissions;
  events: readonly string[];
}

export interface Installation {
  readonly id: number;
  readonly account: Account;
  /** Permissions the account's owner accepted. */
  permissions: Permissions;
  readonly repositories: Set<Repository>;
  suspendedAt: string | null;
  readonly createdAt: string;
}

export interface AccessToken {
  readonly token: string;
  readonly installation: Installation;
  readonly permissions: Permissions;
  /** Null: every repository of the installation. */
  readonly repositories: ReadonlySet<Repository> | null;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}
