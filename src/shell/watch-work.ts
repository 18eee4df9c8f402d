import type { Logger } from "./log.ts";
import type { JobContext, JobRequest } from "./ports.ts";
import type { Metrics } from "./web/metrics.ts";

export type Work = (job: JobRequest, context: JobContext) => Promise<void>;

/** One log line and one measurement per attempt, with the delivery it came from. */
export function watchWork(work: Work, log: Logger, metrics: Metrics): Work {
  return async (job, context) => {
    const started = performance.now();
    const about = { deliveryId: job.deliveryId, jobId: context.id, kind: job.kind, attempt: context.attempt };
    log.info(about, "job started");
    try {
      await work(job, context);
      metrics.jobEnded(job.kind, "done", (performance.now() - started) / 1000);
      log.info(about, "job done");
    } catch (error) {
      metrics.jobEnded(job.kind, "error", (performance.now() - started) / 1000);
      log.warn({ ...about, err: error }, "job attempt failed");
      throw error;
    }
  };
}
