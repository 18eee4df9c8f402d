/**
 * What goes wrong. `stall` never answers; `reset` cuts the connection; `run` does something else meanwhile (a race),
 * told the request's route, and cuts the connection when it resolves to "reset".
 */
export type FaultEffect =
  | {
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly delay: number }
  | { readonly stall: true }
  | { readonly reset: true }
  | { readonly run: (route: string | null) => Promise<unknown> };

export interface Fault {
  /** `METHOD /repos/{owner}/{repo}/pulls`, `METHOD` alone, or nothing for every request. */
  readonly route?: string;
  /** Part of the path, such as `/repos/acme/sdk/`, or nothing for every path. */
  readonly path?: string;
  /** Starts at this matching request, counted from 1 since the fault was set. Default 1. */
  readonly nth?: number;
  /** For so many requests. Default 1. */
  readonly times?: number;
  /** `before` (default): the request has no effect. `after`: it took effect, only the answer is lost. */
  readonly when?: "before" | "after";
  readonly effect: FaultEffect;
}

/** The scripted faults, each with the number of requests it has seen. */
export class Faults {
  private readonly all: { readonly fault: Fault; seen: number }[] = [];

  add(fault: Fault): void {
    this.all.push({ fault, seen: 0 });
  }

  clear(): void {
    this.all.length = 0;
  }

  /** The faults that strike this request. */
  strike(method: string, route: string | null, path: string): readonly Fault[] {
    const struck: Fault[] = [];
    for (const each of this.all) {
      const { fault } = each;
      if (fault.route !== undefined && fault.route !== method && fault.route !== route) continue;
      if (fault.path !== undefined && !path.includes(fault.path)) continue;
      each.seen++;
      const first = fault.nth ?? 1;
      if (each.seen >= first && each.seen < first + (fault.times ?? 1)) struck.push(fault);
    }
    return struck;
  }
}
