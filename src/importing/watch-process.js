// @ts-check
/**
 * Thread that kills its process if it exceeds its limit of memory or outlives its parent. The main thread cannot check
 * that while it parses.
 */
import { workerData } from 'node:worker_threads';

const { memory, parent } = workerData;

setInterval(() => {
  if (process.memoryUsage.rss() > memory || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, 100);
