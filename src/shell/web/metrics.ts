import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { JobState } from "../ports.ts";

/** What is measured. Labels are from small fixed sets: never a repository, a person or a text. */
export interface Metrics {
  delivery(event: string, result: string): void;
  jobEnded(kind: string, result: "done" | "error", seconds: number): void;
  modelCall(
    model: string,
    usage: { readonly inputTokens: number; readonly outputTokens: number; readonly costUsd: number | null },
  ): void;
  /** Requests left until the hourly limit, lowest installation last seen. */
  rateLimitLeft(left: number): void;
  render(
    counts: Readonly<Record<JobState, number>>,
  ): Promise<{ readonly type: string; readonly text: string }>;
}

export function createMetrics(): Metrics {
  const registers = [new Registry()];
  const deliveries = new Counter({
    name: "twopath_deliveries_total",
    help: "Webhook deliveries by event and what became of them",
    labelNames: ["event", "result"],
    registers,
  });
  const durations = new Histogram({
    name: "twopath_job_seconds",
    help: "Duration of job attempts by kind and result",
    labelNames: ["kind", "result"],
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 1800],
    registers,
  });
  const jobs = new Gauge({
    name: "twopath_jobs",
    help: "Stored jobs by state",
    labelNames: ["state"],
    registers,
  });
  const tokens = new Counter({
    name: "twopath_model_tokens_total",
    help: "Model tokens by model and direction",
    labelNames: ["model", "direction"],
    registers,
  });
  const cost = new Counter({
    name: "twopath_model_cost_usd_total",
    help: "Cost of model calls with a known price",
    labelNames: ["model"],
    registers,
  });
  const left = new Gauge({
    name: "twopath_github_rate_limit_left",
    help: "GitHub requests left in the hour, last seen",
    registers,
  });
  return {
    delivery: (event, result) => {
      deliveries.inc({ event, result });
    },
    jobEnded: (kind, result, seconds) => {
      durations.observe({ kind, result }, seconds);
    },
    modelCall: (model, usage) => {
      tokens.inc({ model, direction: "input" }, usage.inputTokens);
      tokens.inc({ model, direction: "output" }, usage.outputTokens);
      if (usage.costUsd !== null) cost.inc({ model }, usage.costUsd);
    },
    rateLimitLeft: (value) => {
      left.set(value);
    },
    render: async (counts) => {
      for (const [state, count] of Object.entries(counts)) jobs.set({ state }, count);
      const registry = registers[0] ?? new Registry();
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
