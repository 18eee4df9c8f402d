import { createSign } from "node:crypto";

/** Seconds: begun a little early against clocks that go wrong, and well below GitHub's limit of ten minutes. */
const times = { early: 30, valid: 540 };

/** A difference below this, in seconds, is the network's; above it the clocks differ. */
const smallestSkew = 15;

/**
 * The App's own tokens (https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app),
 * by GitHub's clock: `heard` learns it from the `date` header of its answers, so that a host whose clock is wrong still
 * gets in.
 */
export class AppJwt {
  readonly #appId: number;
  readonly #privateKey: string;
  #skew = 0;

  constructor(appId: number, privateKey: string) {
    this.#appId = appId;
    this.#privateKey = privateKey;
  }

  /** `date`: an HTTP date, or null; `now`: seconds of this host's clock. */
  heard(date: string | null, now: number): void {
    const theirs = Date.parse(date ?? "") / 1000;
    if (Number.isNaN(theirs)) return;
    this.#skew = Math.abs(theirs - now) < smallestSkew ? 0 : Math.round(theirs - now);
  }

  create(now: number): { readonly jwt: string; readonly expiresAt: string } {
    const issued = Math.floor(now) + this.#skew - times.early;
    const expires = issued + times.valid;
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { iat: issued, exp: expires, iss: String(this.#appId) };
    const signed = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}`;
    const signature = createSign("RSA-SHA256").update(signed).sign(this.#privateKey, "base64url");
    return { jwt: `${signed}.${signature}`, expiresAt: new Date(expires * 1000).toISOString() };
  }
}
