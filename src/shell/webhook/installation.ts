import { z } from "zod";
import { jobGroup } from "../job-group.ts";
import type { RepositoryRef } from "../ports.ts";
import type { Delivery, Enqueued, EventHandler } from "./event-handler.ts";

const repository = z.object({ id: z.number(), full_name: z.string() });
const installation = z.object({ id: z.number() });
const created = z.object({ installation, repositories: z.array(repository).optional() });
const added = z.object({ installation, repositories_added: z.array(repository) });

/** The App was installed. */
export const installationHandler: EventHandler = {
  event: "installation",
  actions: ["created"],
  jobs: (delivery) => {
    const event = created.parse(delivery.payload);
    return installed(delivery, event.installation.id, event.repositories ?? []);
  },
};

/** An installation got more repositories. */
export const installationRepositoriesHandler: EventHandler = {
  event: "installation_repositories",
  actions: ["added"],
  jobs: (delivery) => {
    const event = added.parse(delivery.payload);
    return installed(delivery, event.installation.id, event.repositories_added);
  },
};

function installed(
  delivery: Delivery,
  installationId: number,
  repositories: readonly z.infer<typeof repository>[],
): readonly Enqueued[] {
  return repositories.flatMap(({ id, full_name: fullName }) => {
    const [owner, name] = fullName.split("/");
    if (owner === undefined || name === undefined) return [];
    const ref: RepositoryRef = { installationId, id, owner, name };
    return [
      {
        job: { kind: "installed", repository: ref, deliveryId: delivery.id },
        options: { dedupeKey: `${delivery.id}:${String(id)}`, group: jobGroup(ref, 0), supersede: false },
      },
    ];
  });
}
