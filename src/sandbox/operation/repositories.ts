import { emailOf } from "../view/git-objects.ts";
import type { FileMap } from "../world/fast-import.ts";
import type { Account } from "../world/account.ts";
import type { Access, Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { install } from "./installations.ts";

export interface NewRepository {
  /** `owner/name`; an owner that does not exist becomes an organisation. */
  readonly name: string;
  readonly files: FileMap;
  readonly isPrivate?: boolean;
  readonly defaultBranch?: string;
  readonly collaborators?: Readonly<Record<string, Access>>;
  /** Whether the App is installed on it. Default true. */
  readonly installed?: boolean;
}

export function createAccount(world: World, login: string, type: Account["type"]): Account {
  const id = world.id();
  const account: Account = { id, login, type, token: `ghp_sandbox${id}` };
  world.accounts.set(login.toLowerCase(), account);
  return account;
}

export async function createRepository(world: World, request: NewRepository): Promise<Repository> {
  const [owner = "", name = ""] = request.name.split("/");
  const account = world.accounts.get(owner.toLowerCase()) ?? createAccount(world, owner, "Organization");
  const repository = add(world, account, name, request.defaultBranch ?? "main", null);
  repository.isPrivate = request.isPrivate ?? false;
  for (const [login, access] of Object.entries(request.collaborators ?? {}))
    repository.collaborators.set(login.toLowerCase(), access);
  await repository.store.init(repository.defaultBranch);
  const who = { name: account.login, email: emailOf(account), date: world.now() };
  if (Object.keys(request.files).length > 0)
    await repository.store.commitFiles(
      repository.defaultBranch,
      request.files,
      "Initial commit\n",
      who,
      null,
    );
  if (request.installed ?? true) install(world, repository);
  return repository;
}

export async function forkRepository(world: World, source: Repository, owner: Account): Promise<Repository> {
  const repository = add(world, owner, source.name, source.defaultBranch, source);
  await repository.store.init(source.defaultBranch);
  for (const [ref, sha] of await source.store.refs())
    if (ref.startsWith("refs/heads/")) await repository.store.fetchFrom(source.store, sha, ref);
  return repository;
}

function add(
  world: World,
  owner: Account,
  name: string,
  defaultBranch: string,
  fork: Repository | null,
): Repository {
  const id = world.id();
  const repository: Repository = {
    id,
    owner,
    name,
    isPrivate: fork?.isPrivate ?? false,
    archived: false,
    defaultBranch,
    fork,
    store: world.storeFor(id),
    collaborators: new Map(),
    labels: new Map(),
    createdAt: world.now(),
    nextNumber: 1,
  };
  world.repositories.push(repository);
  return repository;
}
