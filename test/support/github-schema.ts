import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { LoggedRequest } from "../../src/sandbox/http/request-log.ts";
import type { Delivery } from "../../src/sandbox/webhooks.ts";

interface Description {
  readonly operations: Readonly<Record<string, { body: object | null; answers: Record<string, object> }>>;
  readonly events: Readonly<Record<string, object>>;
  readonly components: object;
}

const file = new URL("../sandbox/github-openapi.json", import.meta.url);
// Every schema refers into this one, so that each component is compiled once for all routes.
const shared = "github";
// Octokit's edition of the description wants an installation's account to be a user and an enterprise at once, for the sake
// of its types; GitHub's own says one or the other (https://docs.github.com/rest/apps/apps#list-installations-for-the-authenticated-app).
const mended = (
  key: string,
  value: { anyOf?: readonly { allOf?: readonly object[] }[] } | string | null,
): unknown => {
  if (typeof value === "string") return key === "$ref" ? value.replace(/^#/, `${shared}#`) : value;
  return key === "account" && value?.anyOf?.[0]?.allOf !== undefined
    ? { anyOf: [...value.anyOf[0].allOf, { type: "null" }] }
    : value;
};
const description = JSON.parse(readFileSync(file, "utf8"), mended) as Description;
const ajv = new Ajv2020({
  ...{ strict: false, allErrors: true, validateFormats: false, inlineRefs: false, validateSchema: false },
  // Compiling costs more than checking.
  code: { optimize: false },
});
ajv.addSchema({ $id: shared, components: description.components });
const compiled = new Map<string, ValidateFunction>();

function check(key: string, schema: object, value: unknown): readonly string[] {
  const validate = compiled.get(key) ?? ajv.compile(schema);
  compiled.set(key, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${key}: ${error.instancePath} ${error.message ?? ""}`);
}

/** An answer that is a redirection alone, and the other API of GitHub. */
const undescribed = new Set(["GET /repos/{owner}/{repo}/tarball/{ref}", "POST /graphql"]);

/** What is wrong with requests and answers by GitHub's own description; a route it does not hold is wrong too. */
export function requestProblems(requests: readonly LoggedRequest[]): readonly string[] {
  return requests.flatMap((request) => {
    const route = request.route ?? `${request.method} ${request.path}`;
    if (undescribed.has(route) || route.startsWith("DELETE ")) return [];
    const operation = description.operations[route];
    if (!operation) return [`${route}: not in the description`];
    const status = String(request.status);
    if (!status.startsWith("2")) return [];
    const sent =
      operation.body && request.body !== null ? check(`${route} request`, operation.body, request.body) : [];
    const schema = operation.answers[status];
    const got = schema && request.answer !== null ? check(`${route} ${status}`, schema, request.answer) : [];
    return [...sent, ...got];
  });
}

export function webhookProblems(deliveries: readonly Delivery[]): readonly string[] {
  return deliveries.flatMap((delivery) => {
    const name = [delivery.event, delivery.action].filter(Boolean).join("-").replaceAll("_", "-");
    const schema = description.events[name];
    return schema ? check(name, schema, JSON.parse(delivery.body)) : [`${name}: not in the description`];
  });
}
