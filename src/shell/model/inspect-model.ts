import Anthropic from "@anthropic-ai/sdk";
import type { Diagnosis } from "../diagnosis.ts";

/** Whether the key is accepted and the models are known to the provider. Costs nothing: no text is asked for. */
export async function inspectModel(
  apiKey: string,
  baseURL: string,
  models: readonly string[],
): Promise<readonly Diagnosis[]> {
  const client = new Anthropic({ apiKey, authToken: null, baseURL, maxRetries: 0, timeout: 10_000 });
  return Promise.all(
    [...new Set(models)].map(async (name): Promise<Diagnosis> => {
      try {
        await client.models.retrieve(name);
        return { state: "ok", text: `Model: ${name}` };
      } catch (error) {
        return explain(name, baseURL, error);
      }
    }),
  );
}

function explain(name: string, baseUrl: string, error: unknown): Diagnosis {
  const status = error instanceof Anthropic.APIError ? Number(error.status ?? 0) : 0;
  if (status === 401 || status === 403) {
    return {
      state: "wrong",
      text: `Model: the key is refused (${String(status)}). Set a valid ANTHROPIC_API_KEY.`,
    };
  }
  if (status === 404) {
    return { state: "unknown", text: `Model: ${baseUrl} does not know ${name}, or does not list models.` };
  }
  return {
    state: "wrong",
    text: `Model: ${baseUrl} does not answer (${status === 0 ? "no connection" : String(status)}).`,
  };
}
