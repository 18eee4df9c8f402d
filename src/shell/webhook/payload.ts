import { z } from "zod";
import type { RepositoryRef } from "../ports.ts";

/** The little of GitHub's payloads that is read here; everything else in them is ignored. */
const account = z.object({ login: z.string(), type: z.string().optional() });

export const repository = z.object({ id: z.number(), name: z.string(), owner: account });

/** What every event of a repository has. */
export const repositoryEvent = z.object({
  action: z.string(),
  installation: z.object({ id: z.number() }),
  repository,
  sender: account,
});

export type RepositoryEvent = z.infer<typeof repositoryEvent>;

export function repositoryRef(event: RepositoryEvent): RepositoryRef {
  return {
    installationId: event.installation.id,
    id: event.repository.id,
    owner: event.repository.owner.login,
    name: event.repository.name,
  };
}

/** Bots, Apps and organisations never give orders. By the API's type, as anyone may call themselves `x-bot`. */
export function isPerson(sender: { readonly login: string; readonly type?: string | undefined }): boolean {
  return sender.type === "User" && !sender.login.endsWith("[bot]");
}
