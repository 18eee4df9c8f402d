import type { Probot } from "probot";

type ClientClass = NonNullable<NonNullable<ConstructorParameters<typeof Probot>[0]>["Octokit"]>;

/**
 * What Probot's handlers get in place of a GitHub client. Taking in a delivery makes no request, and Probot would build
 * and authenticate a client for each delivery, which costs more than checking its signature.
 */
class NoClient {
  /** Probot's context adds a header to every request; there are none. */
  readonly hook = { before: (): void => undefined };

  static defaults(): typeof NoClient {
    return NoClient;
  }

  /** Probot asks for the client of the event's installation. */
  auth(): Promise<NoClient> {
    return Promise.resolve(this);
  }
}

export const noClient = NoClient as unknown as ClientClass;
