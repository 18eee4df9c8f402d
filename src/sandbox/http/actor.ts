import { createPublicKey, verify } from "node:crypto";
import type { AccessToken, Account } from "../world/account.ts";
import type { World } from "../world/world.ts";
import { HttpError } from "./http-error.ts";

/** Who makes a request. */
export type Actor =
  | { readonly kind: "app" }
  | { readonly kind: "installation"; readonly token: AccessToken }
  | { readonly kind: "user"; readonly account: Account }
  | { readonly kind: "anonymous" };

export function actorName(actor: Actor): string {
  return actor.kind === "user" ? `user:${actor.account.login}` : actor.kind;
}

/** The account that acts; null for anonymous requests and the App itself. */
export function accountOf(world: World, actor: Actor): Account | null {
  if (actor.kind === "user") return actor.account;
  return actor.kind === "installation" ? world.app.bot : null;
}

/** Reads `Authorization`: an App's JWT, an installation token, a user's token, or HTTP Basic with a token. */
export function actorOf(world: World, authorization: string | undefined): Actor {
  if (!authorization) return { kind: "anonymous" };
  const space = authorization.indexOf(" ");
  const scheme = authorization.slice(0, space).toLowerCase();
  const value = authorization.slice(space + 1).trim();
  const token = scheme === "basic" ? passwordOf(value) : value;
  const access = world.tokens.get(token);
  if (access) return installationActor(world, access);
  const account = [...world.accounts.values()].find((each) => each.token === token);
  if (account) return { kind: "user", account };
  if (scheme === "bearer" && isAppJwt(world, token)) return { kind: "app" };
  throw new HttpError(401, "Bad credentials");
}

function installationActor(world: World, token: AccessToken): Actor {
  if (token.expiresAt <= world.wallClock()) throw new HttpError(401, "Bad credentials");
  if (token.installation.suspendedAt) throw new HttpError(403, "This installation has been suspended");
  if (!world.installations.includes(token.installation)) throw new HttpError(401, "Bad credentials");
  return { kind: "installation", token };
}

function passwordOf(basic: string): string {
  const text = Buffer.from(basic, "base64").toString("utf8");
  return text.slice(text.indexOf(":") + 1);
}

/** Checks signature and times: https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app */
function isAppJwt(world: World, token: string): boolean {
  const [head, body, signature] = token.split(".");
  if (!head || !body || !signature) return false;
  const key = createPublicKey(world.app.publicKey);
  if (!verify("sha256", Buffer.from(`${head}.${body}`), key, Buffer.from(signature, "base64url")))
    return false;
  const claims = JSON.parse(Buffer.from(body, "base64url").toString("utf8")) as Record<string, unknown>;
  const now = world.wallClock() / 1000;
  const issued = Number(claims["iat"]);
  const expires = Number(claims["exp"]);
  if (String(claims["iss"]) !== String(world.app.id)) return false;
  if (expires <= now) throw new HttpError(401, "'Expiration time' claim ('exp') must be in the future");
  if (expires > now + 660)
    throw new HttpError(401, "'Expiration time' claim ('exp') is too far in the future");
  return issued <= now + 60;
}
