import type { Account } from "./account.ts";
import type { GitStore } from "./git-store.ts";

export type Access = "none" | "read" | "triage" | "write" | "maintain" | "admin";

export interface Repository {
  readonly id: number;
  readonly owner: Account;
  name: string;
  isPrivate: boolean;
  archived: boolean;
  defaultBranch: string;
  readonly fork: Repository | null;
  readonly store: GitStore;
  readonly collaborators: Map<string, Access>;
  readonly labels: Map<string, Label>;
  readonly createdAt: string;
  nextNumber: number;
}

export interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

export function fullNameOf(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}

const order: readonly Access[] = ["none", "read", "triage", "write", "maintain", "admin"];

export function atLeast(access: Access, wanted: Access): boolean {
  return order.indexOf(access) >= order.indexOf(wanted);
}
