/**
 * What is timed. An engine compiles a loop for what it has called before, so each measurement loads this module anew,
 * and has one of its own.
 */
export function loop(call: () => unknown, times: number): unknown {
  let last: unknown;
  for (let time = 0; time < times; time++) last = call();
  return last;
}
