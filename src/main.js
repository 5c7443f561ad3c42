#!/usr/bin/env node
// @ts-check
// Every Node.js can parse this file, so that an old one says what is needed: no static imports, no top-level await.
const needed = 24;
const present = process.versions.node;

if (Number(present.split('.')[0]) < needed) {
  process.stderr.write(
    `Dateline needs Node.js ${needed} or newer, but this is ${present}; ` +
      'run it through npm (npm start, npm run dateline -- COMMAND), which has the right one, or update Node.js.\n',
  );
  process.exitCode = 1;
} else {
  // SIGHUP, which reloads a server, would end one that is still starting. It ends other commands.
  if (process.argv[2] === 'serve') process.on('SIGHUP', () => undefined);
  import('./cli/run.js');
}
