/** Takes secrets out of text that leaves the process: logs, stored errors, comments. */
export interface Redactor {
  /** From now on this value is taken out wherever it stands; for tokens minted at run time. */
  add(secret: string): void;
  readonly redact: (text: string) => string;
}

const placeholder = "[redacted]";

/** Shorter values would take ordinary words out of the text. */
const shortestSecret = 8;

/** Most run-time tokens remembered; the oldest, long expired, are forgotten first. */
const rememberedTokens = 2000;

/**
 * Second line of defence, for secrets never seen as a value. Installation tokens have had the form `ghs_APPID_JWT` since
 * 2026 and any length, so no length is assumed.
 */
const shapes: readonly RegExp[] = [
  /\bgh[a-z]_[A-Za-z0-9_.-]{20,}/g,
  /\bgithub_pat_[A-Za-z0-9_]{20,}/g,
  /\bsk-ant-[A-Za-z0-9_-]{10,}/g,
  /\beyJ[A-Za-z0-9_-]{10,1000}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/g,
  /\b(?:postgres|postgresql):\/\/[^\s"'@/]{1,200}@/g,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\s\\]{0,10000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
];

/** Redacts the given values first, in the forms they take in JSON, URLs and base64, then what looks like a secret. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const fixed = new Set(secrets.flatMap(forms));
  const tokens = new Set<string>();
  return {
    add: (secret) => {
      for (const form of forms(secret)) tokens.add(form);
      for (const oldest of tokens) {
        if (tokens.size <= rememberedTokens) break;
        tokens.delete(oldest);
      }
    },
    redact: (text) => {
      let clean = text;
      for (const value of fixed) if (clean.includes(value)) clean = clean.replaceAll(value, placeholder);
      for (const value of tokens) if (clean.includes(value)) clean = clean.replaceAll(value, placeholder);
      for (const shape of shapes) clean = clean.replace(shape, placeholder);
      return clean;
    },
  };
}

/** A value as it stands in plain text, in JSON, in JSON within JSON, in a URL and in base64; and each line of a key. */
function forms(secret: string): readonly string[] {
  if (secret.length < shortestSecret) return [];
  const lines = secret.includes("\n") ? secret.split("\n").filter((line) => line.length >= 32) : [];
  return [secret, ...lines].flatMap((value) => {
    const json = JSON.stringify(value).slice(1, -1);
    const base64 = Buffer.from(value).toString("base64");
    return [
      value,
      json,
      JSON.stringify(json).slice(1, -1),
      encodeURIComponent(value),
      base64,
      base64.replaceAll("=", ""),
      Buffer.from(value).toString("base64url"),
    ];
  });
}
