import { z } from "zod";
import type { Person } from "../person.ts";
import type { RepositoryRef } from "../repository-ref.ts";
import { repositoryKey } from "./place.ts";
import { stored } from "./stored.ts";

/** Whether a repository, by its name, could be named in another when GitHub was last asked, for anybody or for one person. */
export const nameableState = stored({
  version: 1,
  schema: z.literal(true),
  key: (here: RepositoryRef, name: string, asker: Person | null) =>
    `nameable/${repositoryKey(here)}/${name.toLowerCase()}${asker === null ? "" : `/${String(asker.id)}`}`,
});
