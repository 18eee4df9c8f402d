import { secretsOf } from "../src/secrets-of.ts";
import { testSettings } from "./support/test-settings.ts";

test("what lets somebody in by the address of a model or of the store is a secret, as written and as sent", () => {
  const secrets = secretsOf(
    testSettings({
      ANTHROPIC_API_KEY: "the-key-of-the-model-0123456789",
      ANTHROPIC_BASE_URL: "https://proxy-user:pass%2Fword-0123@models.example/v1?token=query-token-0123",
      DATABASE_URL: "postgres://twopath:store%40word-0123@db.example/twopath",
      TWOPATH_METRICS_TOKEN: "metrics-token-of-the-test",
    }),
  );
  for (const one of [
    "the-key-of-the-model-0123456789",
    "proxy-user",
    "pass%2Fword-0123",
    "pass/word-0123",
    "query-token-0123",
    "store@word-0123",
    "metrics-token-of-the-test",
  ])
    expect(secrets).toContain(one);
});
