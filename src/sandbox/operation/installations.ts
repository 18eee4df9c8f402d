import type { Json } from "../view/account.ts";
import { installationView } from "../view/app.ts";
import { repositoryReference } from "../view/repository.ts";
import type { Account, Installation } from "../world/account.ts";
import type { Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";

export function install(world: World, repository: Repository): void {
  const known = world.installations.find((each) => each.account === repository.owner);
  if (known) {
    known.repositories.add(repository);
    announce(world, known, "installation_repositories", "added", {
      repositories_added: [repositoryReference(repository)],
      repositories_removed: [],
      repository_selection: "selected",
      requester: null,
    });
    return;
  }
  const installation: Installation = {
    id: world.id(),
    account: repository.owner,
    permissions: { ...world.app.permissions },
    repositories: new Set([repository]),
    suspendedAt: null,
    createdAt: world.now(),
  };
  world.installations.push(installation);
  announce(world, installation, "installation", "created", {
    repositories: [repositoryReference(repository)],
    requester: null,
  });
}

export function uninstall(world: World, owner: Account): void {
  const index = world.installations.findIndex((each) => each.account === owner);
  const installation = world.installations[index];
  if (!installation) return;
  announce(world, installation, "installation", "deleted", {
    repositories: [...installation.repositories].map(repositoryReference),
    requester: null,
  });
  world.installations.splice(index, 1);
}

function announce(world: World, installation: Installation, name: string, action: string, more: Json): void {
  world.emit({
    name,
    action,
    repository: null,
    installation,
    sender: installation.account,
    payload: { installation: installationView(world, installation), ...more },
  });
}
