import { parentPort, workerData } from "node:worker_threads";
import { type ReviewRequest, reviewSpecs } from "../../core/decision/review-specs.ts";

/** The other side of `reviewInWorker`: reviews what it was started with, answers once and ends. */
parentPort?.postMessage(reviewSpecs(workerData as ReviewRequest));
