import { createHmac } from "node:crypto";
import { testSecret } from "./test-settings.ts";

export function sign(body: string, secret = testSecret): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/** Posts a signed delivery as GitHub does; gives the HTTP status. */
export async function deliver(
  url: string,
  event: string,
  id: string,
  payload: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  const body = JSON.stringify(payload);
  const response = await fetch(`${url}/api/github/webhooks`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-github-event": event,
      "x-github-delivery": id,
      "x-hub-signature-256": sign(body),
      ...headers,
    },
  });
  await response.arrayBuffer();
  return response.status;
}

const person = { login: "ada", type: "User" };

function common(action: string): object {
  return {
    action,
    installation: { id: 7 },
    repository: { id: 70, name: "spec", owner: { login: "acme", type: "Organization" } },
    sender: person,
  };
}

export function pullRequestPayload(number: number, sha: string, action = "synchronize"): object {
  return { ...common(action), pull_request: { number, merged: false, head: { sha } } };
}

export function commentPayload(number: number, body: string, changes: object = {}): object {
  return {
    ...common("created"),
    issue: { number, pull_request: {} },
    comment: { id: 5, body, user: person, performed_via_github_app: null },
    ...changes,
  };
}
