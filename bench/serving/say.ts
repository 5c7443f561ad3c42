const begun = performance.now();

/** A line of progress on the error stream, with the seconds since the start. */
export function say(line: string): void {
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stderr.write(`${String(seconds).padStart(5)} s  ${line}\n`);
}
