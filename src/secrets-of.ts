import type { Settings } from "./settings.ts";

/** Values of the settings that no log, comment or error may hold. */
export function secretsOf(settings: Settings): readonly string[] {
  const database = settings.store.type === "postgres" ? passwordsOf(settings.store.url) : [];
  return [settings.app.privateKey, settings.webhookSecret, settings.model.apiKey ?? "", ...database];
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
