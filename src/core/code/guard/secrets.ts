import { hasRandomLiteral, isMadeUp, isOfKey, leastRandom } from "./random-literal.ts";
import { foldedLines } from "./folded-lines.ts";
import { scattered } from "./scattered.ts";
import { readings } from "./spellings.ts";

const webToken = String.raw`\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{10,2000}`;

/** A credential's shape. Every expression is linear: a fixed prefix, then one bounded run. */
const shapes: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "private key", pattern: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/ },
  { what: "AWS access key id", pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/ },
  { what: "AWS secret key", pattern: /aws.{0,20}secret.{0,20}["'=: ][A-Za-z0-9/+]{40}\b/i },
  { what: "GitHub token", pattern: /\bgh[pousr]_[A-Za-z0-9_.-]{20,600}/ },
  { what: "GitHub fine-grained token", pattern: /\bgithub_pat_[A-Za-z0-9_]{22,255}/ },
  { what: "GitLab token", pattern: /\bgl(?:pat|rt|dt|ptt|cbt|soat|ft)-[A-Za-z0-9_-]{20,300}/ },
  { what: "Slack token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,250}/ },
  { what: "Slack app token", pattern: /\bxapp-[0-9]-[A-Za-z0-9-]{20,200}/ },
  { what: "Slack webhook", pattern: /hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9/_-]{20,150}/ },
  {
    what: "Discord webhook",
    pattern: /discord(?:app)?\.com\/api\/webhooks\/[0-9]{15,25}\/[A-Za-z0-9_-]{30,100}/,
  },
  { what: "Discord token", pattern: /\b[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,45}/ },
  { what: "Stripe key", pattern: /\b(?:sk|rk)_(?:live|test|prod)_[A-Za-z0-9]{10,250}/ },
  { what: "Stripe webhook secret", pattern: /\bwhsec_[A-Za-z0-9+/=]{20,100}/ },
  { what: "Anthropic key", pattern: /\bsk-ant-[A-Za-z0-9_-]{10,200}/ },
  { what: "OpenAI key", pattern: /\bsk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,250}/ },
  { what: "Google API key", pattern: /\bAIza[A-Za-z0-9_-]{35}/ },
  { what: "Google OAuth token", pattern: /\bya29\.[A-Za-z0-9_-]{20,500}/ },
  { what: "Google OAuth secret", pattern: /\bGOCSPX-[A-Za-z0-9_-]{20,60}/ },
  { what: "npm token", pattern: /\bnpm_[A-Za-z0-9]{30,60}/ },
  { what: "PyPI token", pattern: /\bpypi-[A-Za-z0-9_-]{40,300}/ },
  { what: "RubyGems key", pattern: /\brubygems_[a-f0-9]{48}/ },
  { what: "Docker token", pattern: /\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{20,80}/ },
  { what: "Hugging Face token", pattern: /\bhf_[A-Za-z0-9]{30,60}/ },
  { what: "SendGrid key", pattern: /\bSG\.[A-Za-z0-9_-]{16,40}\.[A-Za-z0-9_-]{30,60}/ },
  { what: "Twilio key", pattern: /\b(?:SK|AC)[0-9a-f]{32}\b/ },
  { what: "Mailgun key", pattern: /\bkey-[0-9a-f]{32}\b/ },
  { what: "Mailchimp key", pattern: /\b[0-9a-f]{32}-us[0-9]{1,2}\b/ },
  { what: "DigitalOcean token", pattern: /\bdo[opr]_v1_[a-f0-9]{64}/ },
  { what: "Shopify token", pattern: /\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}/ },
  { what: "Square token", pattern: /\bsq0(?:atp|csp|idp)-[A-Za-z0-9_-]{22,60}/ },
  { what: "Databricks token", pattern: /\bdapi[0-9a-f]{32}\b/ },
  { what: "Linear key", pattern: /\blin_(?:api|oauth)_[A-Za-z0-9]{32,64}/ },
  { what: "Vault token", pattern: /\bhv[sbr]\.[A-Za-z0-9_-]{24,300}/ },
  { what: "Telegram bot token", pattern: /\b[0-9]{8,10}:AA[A-Za-z0-9_-]{32,34}\b/ },
  { what: "Azure storage key", pattern: /AccountKey=[A-Za-z0-9+/]{60,100}={0,2}/ },
  { what: "Azure shared access signature", pattern: /[?&]sig=[A-Za-z0-9%+/]{40,120}/ },
  { what: "age key", pattern: /AGE-SECRET-KEY-1[A-Z0-9]{50,70}/ },
  { what: "JSON web token", pattern: new RegExp(webToken) },
  {
    what: "password in a URL",
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"'`]{1,80}:(?!\/\/)[^\s/:@"'`$<{]{6,120}@/i,
  },
];

const anyShape = new RegExp(`^(?:${shapes.map(({ pattern }) => pattern.source).join("|")})`);

interface FoundSecret {
  readonly line: number;
  /** The last of the lines that it stands in. */
  readonly last: number;
  /** Kind of credential; the value itself is never kept. */
  readonly what: string;
}

/**
 * Finds what looks like a credential, line by line; long lines are looked at in overlapping pieces. A literal
 * is judged with its escapes undone, and joined with those beside it and in the next lines. Besides known shapes: a random-looking
 * literal on a line that names a secret, unless the spec itself holds it (`given`), as test vectors do.
 */
export function findSecrets(text: string, given = ""): readonly FoundSecret[] {
  // Zero-width characters could split a known shape in two.
  const lines = text.replace(/[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/g, "").split("\n");
  const found = new Map<number, FoundSecret>();
  const look = (one: string, first: number, last: number): void => {
    const what = firstSecret(one, given);
    if (what !== null) found.set(first, { line: first + 1, last: last + 1, what });
  };
  for (const [at, line] of lines.entries()) look(line, at, at);
  for (const { text: folded, first, last } of foldedLines(lines))
    if (!Array.from({ length: last - first + 1 }, (_, step) => first + step).some((at) => found.has(at)))
      look(folded, first, last);
  for (const one of scatteredSecrets(lines)) if (!found.has(one.line - 1)) found.set(one.line - 1, one);
  return [...found.values()].toSorted((one, other) => one.line - other.line);
}

/** Credentials of a shape in parts that nothing but their order joins; one that looks like words is a list of them. */
function scatteredSecrets(lines: readonly string[]): readonly FoundSecret[] {
  return scattered(lines, anyShape).flatMap(({ text, parts }) => {
    const [what, length] = shapeAtStart(text);
    const last = parts.findLast(({ at }) => at < length);
    if (what === null || last === undefined || last.at === 0 || !isOfKey(text.slice(0, length))) return [];
    return [{ line: (parts[0]?.line ?? 0) + 1, last: last.line + 1, what }];
  });
}

function shapeAtStart(text: string): readonly [string | null, number] {
  for (const { what, pattern } of shapes) {
    const match = pattern.exec(text);
    if (match?.index === 0) return [what, match[0].length];
  }
  return [null, 0];
}

function firstSecret(line: string, given: string): string | null {
  for (const piece of pieces(line)) {
    const what = secretIn(readings(piece).join("\n"), given);
    if (what !== null) return what;
  }
  return null;
}

/** Words of a model that are to be shown: lines that look like they hold a credential are left out, and it is said. */
export function withoutSecrets(text: string): string {
  const found = new Set(
    findSecrets(text).flatMap(({ line, last }) =>
      Array.from({ length: last - line + 1 }, (_, step) => line + step),
    ),
  );
  if (found.size === 0) return text;
  const lines = text.split("\n");
  return lines
    .map((line, at) => (found.has(at + 1) ? "(a line that looks like a credential)" : line))
    .join("\n");
}

function pieces(line: string): readonly string[] {
  if (line.length <= 4000) return [line];
  const out: string[] = [];
  for (let at = 0; at < line.length; at += 3000) out.push(line.slice(at, at + 4000));
  return out;
}

function secretIn(line: string, given: string): string | null {
  const bare = line.replace(webTokens, (token) => (isMadeUpToken(token) ? "" : token));
  const shape = shapes.find(({ pattern }) => pattern.test(bare));
  if (shape !== undefined) return shape.what;
  return hasRandomLiteral(bare, given) ? "random-looking secret" : null;
}

const webTokens = new RegExp(webToken, "g");

/** Of the tokens that the pages of jwt.io and RFC 7515 show, whose keys are published beside them. */
const publishedSignatures = new Set([
  "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
  "TJVA95OrM7E2cBab30RMHrHDcEfxjoYZgeFONFh7HgQ",
  "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
]);

/** A web token that is issued to somebody made up, with a signature that is none, or one that is published as an example. */
function isMadeUpToken(token: string): boolean {
  const [, payload = "", signature = ""] = token.split(".");
  if (publishedSignatures.has(signature)) return true;
  try {
    if (signature.length >= leastRandom && !isMadeUp(signature)) return false;
    const { sub } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as { sub?: unknown };
    return typeof sub === "string" && isMadeUp(sub);
  } catch {
    return false;
  }
}
