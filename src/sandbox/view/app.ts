import type { AccessToken, Installation } from "../world/account.ts";
import { fullNameOf } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { accountView, type Json, nodeId } from "./account.ts";
import { repositoryView } from "./repository.ts";

const epoch = "2026-01-01T00:00:00Z";

/** GitHub's `integration`. */
export function appView(world: World): Json {
  const { app } = world;
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId("A", app.id),
    client_id: `Iv23li${String(app.id).padStart(14, "0")}`,
    owner: accountView(world, app.owner),
    name: app.name,
    description: "",
    external_url: world.url,
    html_url: `${world.url}/apps/${app.slug}`,
    created_at: epoch,
    updated_at: epoch,
    permissions: app.permissions,
    events: app.events,
  };
}

/** GitHub's `installation`. */
export function installationView(world: World, installation: Installation): Json {
  const api = `${world.url}/api/v3`;
  return {
    id: installation.id,
    node_id: nodeId("I", installation.id),
    client_id: `Iv23li${String(world.app.id).padStart(14, "0")}`,
    account: accountView(world, installation.account),
    repository_selection: "selected",
    access_tokens_url: `${api}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${api}/installation/repositories`,
    html_url: `${world.url}/settings/installations/${installation.id}`,
    app_id: world.app.id,
    app_slug: world.app.slug,
    target_id: installation.account.id,
    target_type: installation.account.type,
    permissions: installation.permissions,
    events: world.app.events,
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: installation.suspendedAt,
  };
}

/** GitHub's `installation-token`. */
export function accessTokenView(world: World, token: AccessToken): Json {
  return {
    token: token.token,
    expires_at: `${new Date(token.expiresAt).toISOString().slice(0, 19)}Z`,
    permissions: token.permissions,
    repository_selection: token.repositories ? "selected" : "all",
    ...(token.repositories
      ? {
          repositories: [...token.repositories]
            .sort((a, b) => fullNameOf(a).localeCompare(fullNameOf(b)))
            .map((each) => repositoryView(world, each)),
        }
      : {}),
  };
}
