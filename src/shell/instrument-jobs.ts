import { logAbout, type Logger } from "./log.ts";
import type { JobContext, JobRequest } from "./ports.ts";
import type { Metrics } from "./web/metrics.ts";

export type Work = (job: JobRequest, context: JobContext) => Promise<void>;

/** Measures each attempt, and names in every line of it the job and the delivery it came from. */
export function instrumentJobs(work: Work, log: Logger, metrics: Metrics): Work {
  return (job, context) => {
    const { deliveryId, kind } = job;
    return logAbout({ deliveryId, jobId: context.id, kind, attempt: context.attempt }, async () => {
      const started = performance.now();
      log.info("job started");
      try {
        await work(job, context);
        metrics.jobEnded(kind, "done", (performance.now() - started) / 1000);
        log.info("job done");
      } catch (error) {
        metrics.jobEnded(kind, "error", (performance.now() - started) / 1000);
        log.warn({ err: error }, "job attempt failed");
        throw error;
      }
    });
  };
}
