import { createHash } from "node:crypto";
import { HttpError } from "../http/http-error.ts";
import type { AccessToken, Installation } from "../world/account.ts";
import type { Permissions } from "../world/permission.ts";
import type { Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";

export interface TokenRequest {
  readonly repositories?: readonly string[] | undefined;
  readonly repository_ids?: readonly number[] | undefined;
  readonly permissions?: Permissions | undefined;
}

const hour = 3_600_000;

/** A new installation token, limited as asked; 422 when it asks for more than the installation has. */
export function mintToken(world: World, installation: Installation, request: TokenRequest): AccessToken {
  if (installation.suspendedAt) throw new HttpError(403, "This installation has been suspended");
  const token: AccessToken = {
    token: tokenText(world),
    installation,
    permissions: limited(installation, request.permissions),
    repositories: selected(installation, request),
    expiresAt: world.wallClock() + hour,
  };
  world.tokens.set(token.token, token);
  return token;
}

/** The form GitHub introduced in 2026, `ghs_APPID_JWT`: longer than 40 characters and with dots. */
function tokenText(world: World): string {
  const id = world.id();
  const part = (text: string): string => Buffer.from(text).toString("base64url");
  const signature = createHash("sha256").update(`sandbox ${id}`).digest("base64url");
  return `ghs_${world.app.id}_${part('{"alg":"ES256"}')}.${part(`{"jti":"${id}"}`)}.${signature}`;
}

function limited(installation: Installation, asked: Permissions | undefined): Permissions {
  if (!asked) return { ...installation.permissions };
  for (const [name, level] of Object.entries(asked)) {
    const held = installation.permissions[name];
    if (held === "write" || held === level) continue;
    throw new HttpError(422, "The permissions requested are not granted to this installation.");
  }
  return { metadata: "read", ...asked };
}

function selected(installation: Installation, request: TokenRequest): ReadonlySet<Repository> | null {
  if (!request.repositories && !request.repository_ids) return null;
  const all = [...installation.repositories];
  const chosen = new Set<Repository>();
  for (const name of request.repositories ?? []) chosen.add(required(all.find((each) => each.name === name)));
  for (const id of request.repository_ids ?? []) chosen.add(required(all.find((each) => each.id === id)));
  return chosen;
}

function required(repository: Repository | undefined): Repository {
  if (repository) return repository;
  throw new HttpError(
    422,
    "There is at least one repository that does not exist or is not accessible to the parent installation.",
  );
}
