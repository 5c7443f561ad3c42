import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Contender, freePort, startProcess } from '../contender.ts';
import { installPackages } from '../peer-folder.ts';

/** json-server: the whole archive as one JSON file in memory. */
export const jsonServer: Contender = {
  name: 'json-server',
  async start(source) {
    if (source.size > 20_000) throw new Error('it looks through all articles for each request');
    const folder = await installPackages('json-server', ['json-server@0.17.4']);
    const database = join(folder, `${source.name}.json`);
    if (!existsSync(database)) {
      const articles = await Array.fromAsync(source.articles());
      await writeFile(database, JSON.stringify({ articles }));
    }
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const program = join(folder, 'node_modules/json-server/lib/cli/bin.js');
    const { stop } = await startProcess(
      process.execPath,
      [program, database, '--port', String(port), '--host', '127.0.0.1', '--quiet', '--read-only'],
      { url: `${origin}/articles/1`, cwd: folder },
    );
    const newest = '_sort=publishedAt&_order=desc&_limit=20';
    return {
      origin,
      stop,
      path(question) {
        switch (question.kind) {
          case 'newest':
            return `/articles?${newest}&_page=${question.page}`;
          case 'topic in a year':
            return `/articles?${newest}&topics_like=${question.topic}&publishedAt_gte=${question.year}&publishedAt_lte=${question.year + 1}`;
          case 'article':
            return `/articles/${question.number}`;
          case 'search':
            // It looks for the words as one text.
            if (question.q.includes(' ')) return undefined;
            return `/articles?${newest}&q=${encodeURIComponent(question.q)}`;
          default:
            return undefined;
        }
      },
    };
  },
};
