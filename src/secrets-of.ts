import type { Settings } from "./settings.ts";

/** Values of the settings that no log, comment or error may hold. */
export function secretsOf(settings: Settings): readonly string[] {
  const database = settings.store.type === "postgres" ? passwordsOf(settings.store.url) : [];
  const { apiKey, baseUrl } = settings.model;
  const model = baseUrl === null ? [] : credentialsOf(baseUrl);
  return [
    settings.app.privateKey,
    settings.webhookSecret,
    apiKey ?? "",
    settings.server.metricsToken ?? "",
    ...database,
    ...model,
  ];
}

/** What of the address of a model lets somebody in: name and password, and the values of its query. */
function credentialsOf(url: string): readonly string[] {
  const { username, password, searchParams } = new URL(url);
  return [username, password, ...searchParams.values()].flatMap((text) => [text, decoded(text)]);
}

/** The whole URL, and its password as it stands there and as the driver sends it. */
function passwordsOf(url: string): readonly string[] {
  const { password } = new URL(url);
  return [url, password, decoded(password)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
