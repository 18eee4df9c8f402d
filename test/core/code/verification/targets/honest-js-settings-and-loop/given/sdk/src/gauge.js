import settings from "./settings.json" with { type: "json" };
import { KEPT_FOR } from "./time.js";

// TG1
export function old(reading, now) {
  if (now - reading.at > KEPT_FOR) throw Object.assign(new Error("too old"), { code: "expired" });
  return reading;
}

// TG2
export function start(report, timer = setInterval) {
  return timer(report, settings.reportEvery * 1000);
}
