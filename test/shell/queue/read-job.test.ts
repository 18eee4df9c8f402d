import type { JobRequest } from "../../../src/shell/ports.ts";
import { readJob, UnreadableJob } from "../../../src/shell/queue/read-job.ts";

const repository = { installationId: 1, id: 2, owner: "acme", name: "spec" };
const place = { repository, pullRequest: 3, deliveryId: "d" };
const order = {
  author: { login: "ann", id: 4 },
  heads: ["a"],
  bases: ["main"],
  spec: { heads: ["b"], bases: ["main"] },
  at: 5,
};
const request: Extract<JobRequest, { kind: "generate" }>["request"] = {
  ...{ name: "generate", ids: ["LM1"], path: "code", targets: ["one"], dryRun: false, together: true },
  ...{ acceptOpen: false, commit: null, note: "n" },
};
const thread = { root: 6, path: "a.ts", commit: "c", line: 7 };

/** Each kind of job with everything that it can have. */
const jobs: readonly JobRequest[] = [
  { kind: "review", ...place, headSha: "a" },
  { kind: "command", ...place, commentId: 8, body: "/help", order, thread },
  { kind: "generate", ...place, commentId: null, order, request, only: ["k"] },
  { kind: "closed", ...place, headRef: "b", order: null },
  { kind: "checks-ended", repository, branch: "b", headSha: "a", conclusion: "failure", deliveryId: "d" },
  { kind: "installed", repository, deliveryId: "d" },
  { kind: "recover", reconcile: true, deliveryId: "d" },
  { kind: "dead-letter", of: { kind: "review", ...place, headSha: "a" }, jobId: "9", deliveryId: "d" },
];

const row = (job: unknown) => ({ id: 1, kind: "k", data: JSON.stringify(job) });

const wordsOf = (found: ReturnType<typeof readJob>): string =>
  found instanceof UnreadableJob ? found.message : "";

test.each(jobs)("a job of the kind $kind comes back as it was stored", (job) => {
  expect(readJob(row(job))).toEqual(job);
});

test.each(jobs)("$kind: each field that is missing or of another type is named", (job) => {
  const optional = new Set(["thread", "only"]);
  for (const [field, value] of Object.entries(job)) {
    const without = { ...job, [field]: undefined };
    const odd = { ...job, [field]: Array.isArray(value) ? 1 : [value] };
    for (const broken of optional.has(field) ? [odd] : [without, odd]) {
      const found = readJob(row(broken));
      expect(found).toBeInstanceOf(UnreadableJob);
      expect(wordsOf(found)).toContain(`Job 1 (k) cannot be read as stored: ${field}`);
    }
  }
});

test("what stands in a damaged job is not repeated in the error", () => {
  const found = readJob(row({ ...jobs[0], headSha: ["s3cret"], kind: "s3cret", deliveryId: { s3cret: 1 } }));
  expect(wordsOf(found)).not.toContain("s3cret");
});
