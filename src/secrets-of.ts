import type { Settings } from "./settings.ts";

/** Values of the settings that no log, comment or error may hold. */
export function secretsOf(settings: Settings): readonly string[] {
  const database =
    settings.store.type === "postgres" ? [settings.store.url, new URL(settings.store.url).password] : [];
  return [settings.app.privateKey, settings.webhookSecret, settings.model.apiKey ?? "", ...database];
}
