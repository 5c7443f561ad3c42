#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Types are stripped and sources compiled once a machine, not at each start; so what follows is loaded after it.
enableCompileCache();
const { runCommandLine } = await import('./commands/command-line.ts');

// Whoever reads our output may stop reading (`| head`): what we were asked to do is done all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), process.env, {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
