// @ts-check
import { enableCompileCache } from 'node:module';

// Strips types and compiles sources once per machine instead of at each start; everything after this line
// benefits. Entry points of server and reader processes are JavaScript: otherwise the type stripper would be
// loaded, which takes 15 MB for the life of the process.
enableCompileCache();
const { runCommandLine } = await import('./command-line.ts');

// Ignore a closed pipe (`| head`) and finish the command.
process.stdout.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), process.env, {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});
