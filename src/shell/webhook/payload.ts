import { z } from "zod";
import type { Order, RepositoryRef } from "../ports.ts";

/** The little of GitHub's payloads that is read here; everything else in them is ignored. */
const account = z.object({ login: z.string(), id: z.number().default(0), type: z.string().optional() });

/** Who wrote something; null for an account that was deleted. */
export const writer = account.nullable();

/** A time of GitHub, as milliseconds since 1970; without one, what was ordered then holds for no head. */
export const time = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .default(0);

const repository = z.object({
  id: z.number(),
  name: z.string(),
  owner: account.pick({ login: true }),
});

/** What every event of a repository has. */
export const repositoryEvent = z.object({
  action: z.string(),
  installation: z.object({ id: z.number() }),
  repository,
  sender: account,
});

type RepositoryEvent = z.infer<typeof repositoryEvent>;

export function repositoryRef(event: RepositoryEvent): RepositoryRef {
  return {
    installationId: event.installation.id,
    id: event.repository.id,
    owner: event.repository.owner.login,
    name: event.repository.name,
  };
}

export function isSamePerson(a: z.infer<typeof account>, b: z.infer<typeof account>): boolean {
  return a.id === b.id && a.login === b.login;
}

/**
 * One job per comment. GitHub signs the body of a delivery and not its id: whoever got hold of one can send it again under
 * another.
 */
export function commentKey({ installationId, id }: RepositoryRef, comment: number | string): string {
  return `comment:${String(installationId)}/${String(id)}/${String(comment)}`;
}

/** An order given now, on heads that the payload names, or not. */
export function orderOf(
  { login, id }: z.infer<typeof account>,
  at: number,
  heads: readonly string[] = [],
): Order {
  return { author: { login, id }, heads, at };
}

/** Bots, Apps and organisations never give orders. By the API's type, as anyone may call themselves `x-bot`. */
export function isPerson(sender: { readonly login: string; readonly type?: string | undefined }): boolean {
  return sender.type === "User" && !sender.login.endsWith("[bot]");
}
