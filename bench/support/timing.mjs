/** Milliseconds that `run` takes. */
export function time(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
