/**
 * Seconds since it was started: by the clock, and as processor time of this process. On a busy machine the clock counts
 * others' work, so the lesser of the two is what a target is held against.
 */
export function stopwatch(): () => { clock: number; processor: number; seconds: number } {
  const [started, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const clock = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(used);
    const processor = (user + system) / 1e6;
    return { clock, processor, seconds: Math.min(clock, processor) };
  };
}
