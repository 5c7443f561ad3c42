import type { Logger } from 'pino';

/** Reactions of a server to signals. */
export interface SignalReactions {
  /** Finishes requests in flight, then ends. Called once. */
  stop(): void;
  /** Ends at once. Called when a second signal asks for the end. */
  stopNow(): void;
  /** Replaces the running program. Not called after `stop`. */
  reload(): void;
}

/** Time in ms in which a repeated signal is the same one: npm forwards what the terminal sends to both. */
const repeatMs = 100;

/** Interval of looks at the parent process, in ms. */
const parentMs = 500;

/**
 * Stops on SIGTERM and SIGINT, at once on the second of them, and reloads on SIGHUP. A server that npm started also
 * stops when npm has ended, even if npm was killed.
 */
export function handleSignals(reactions: SignalReactions, logger: Logger): void {
  let stopped = false;
  let last = { signal: '', at: Number.NEGATIVE_INFINITY };
  const stop = (reason: string) => {
    stopped = true;
    logger.info(`${reason}: finishing requests in flight`);
    reactions.stop();
  };
  const onStop = (signal: NodeJS.Signals) => {
    const repeated = signal === last.signal && performance.now() - last.at < repeatMs;
    last = { signal, at: performance.now() };
    if (!stopped) return stop(signal);
    if (repeated) return;
    logger.warn(`${signal}: ending without waiting for requests in flight`);
    reactions.stopNow();
  };
  process.on('SIGTERM', onStop).on('SIGINT', onStop);
  process.on('SIGHUP', () => {
    if (!stopped) reactions.reload();
  });
  // npm sets this variable. A parent that is no npm may end first: `nohup`, daemons.
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    if (!stopped) stop('npm ended');
  }, parentMs);
  look.unref();
}
