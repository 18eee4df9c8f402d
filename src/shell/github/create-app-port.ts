import type { AppPort, HookDelivery, OpenPullRequest, RepositoryRef } from "../ports.ts";
import type { InstallationClients } from "./installation-clients.ts";

/** Pages of 100 deliveries read at most, which is reached after a long outage only. */
const deliveryPages = 300;

/** What the App asks in its own name (https://docs.github.com/rest/apps/webhooks). */
export function createAppPort(clients: InstallationClients): AppPort {
  return {
    deliveries: (since) => readDeliveries(clients, since),
    redeliver: async (id) => {
      await clients.app().rest.apps.redeliverWebhookDelivery({ delivery_id: id });
    },
    installations: () => readInstallations(clients),
    repositories: (installationId) => readRepositories(clients, installationId),
    openPullRequests: (repository) => readOpenPullRequests(clients, repository),
  };
}

async function readDeliveries(clients: InstallationClients, since: Date): Promise<HookDelivery[]> {
  const found: HookDelivery[] = [];
  const octokit = clients.app();
  const pages = octokit.paginate.iterator(octokit.rest.apps.listWebhookDeliveries, { per_page: 100 });
  let read = 0;
  for await (const { data } of pages) {
    for (const { id, guid, delivered_at: at, status_code: status } of data) {
      found.push({ id, guid, at: new Date(at), delivered: status >= 200 && status < 300 });
    }
    const oldest = found.at(-1);
    if (oldest === undefined || oldest.at < since || ++read === deliveryPages) break;
  }
  return found.filter(({ at }) => at >= since);
}

async function readInstallations(clients: InstallationClients): Promise<number[]> {
  const app = clients.app();
  const installations = await app.paginate(app.rest.apps.listInstallations, { per_page: 100 });
  return installations.filter(({ suspended_at: suspended }) => suspended === null).map(({ id }) => id);
}

async function readRepositories(
  clients: InstallationClients,
  installationId: number,
): Promise<RepositoryRef[]> {
  const octokit = clients.installation(installationId);
  const found = await octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation, {
    per_page: 100,
  });
  return found
    .filter(({ archived, disabled }) => !archived && !disabled)
    .map(({ id, name, owner }) => ({ installationId, id, owner: owner.login, name }));
}

async function readOpenPullRequests(
  clients: InstallationClients,
  { installationId, id, owner, name: repo }: RepositoryRef,
): Promise<OpenPullRequest[]> {
  const octokit = clients.repository(installationId, id, { metadata: "read", pull_requests: "read" });
  const { data } = await octokit.rest.pulls.list({
    owner,
    repo,
    state: "open",
    sort: "updated",
    direction: "desc",
    per_page: 100,
  });
  return data.map(({ number, head, updated_at: updated }) => ({
    number,
    headSha: head.sha,
    updatedAt: new Date(updated),
  }));
}
