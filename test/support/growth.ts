/**
 * How many times longer something takes when it gets four times as much: about 4 where time is linear, 16 where it is the square.
 * In time of the processor, the least of three, so that a busy machine changes nothing.
 */
export function growth(run: (size: number) => void, size: number): number {
  const timed = (of: number): number =>
    timeOf(() => {
      run(of);
    });
  const least = (of: number): number => Math.min(timed(of), timed(of), timed(of));
  run(size / 4);
  return least(size) / Math.max(least(size / 4), 1);
}

/** Milliseconds. */
function timeOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
