#!/usr/bin/env node
// @ts-check
import { enableCompileCache } from 'node:module';

// Types are stripped and sources compiled once a machine, not at each start; so what follows is loaded after it. What
// begins a serving or a reading process is JavaScript: what strips types would be loaded for it at each start, and take
// 15 MB as long as we run.
enableCompileCache();
const { runCommandLine } = await import('./cli/command-line.ts');

// Whoever reads our output may stop reading (`| head`): what we were asked to do is done all the same.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), process.env, {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
