import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { type Contender, freePort, type Source, startProcess } from '../contender.ts';
import { installPackages } from '../peer-folder.ts';

const server = fileURLToPath(new URL('../express-server.js', import.meta.url));

/** A plain handler of Express over SQLite, with the indexes that anyone would give it. */
export const express: Contender = {
  name: 'Express + SQLite',
  async start(source) {
    const folder = await installPackages('express', ['express@5', 'better-sqlite3@13']);
    const database = join(folder, `${source.name}.db`);
    if (!existsSync(database)) await fill(database, source);
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const { pid, stop } = await startProcess(process.execPath, [server, folder, database, String(port)], {
      url: `${origin}/articles`,
      env: { NODE_ENV: 'production' },
    });
    return {
      origin,
      pid,
      stop,
      path(question) {
        switch (question.kind) {
          case 'newest':
            return `/articles?page=${question.page}`;
          case 'topic in a year':
            return `/articles?topic=${question.topic}&from=${question.year}&before=${question.year + 1}`;
          case 'article':
            return `/articles/${question.slug}`;
          case 'search':
            return `/articles?q=${encodeURIComponent(question.q)}`;
          case 'search by relevance':
            return `/articles?q=${encodeURIComponent(question.q)}&sort=relevance`;
          default:
            return undefined;
        }
      },
    };
  },
};

async function fill(path: string, source: Source): Promise<void> {
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  const database = new Database(unfinished);
  database.exec(`
    CREATE TABLE articles (id INTEGER PRIMARY KEY, slug TEXT UNIQUE, headline TEXT, standfirst TEXT, byline TEXT,
      publishedAt TEXT, source TEXT, language TEXT, body TEXT);
    CREATE TABLE tags (article INTEGER, type TEXT, slug TEXT);
    CREATE VIRTUAL TABLE search USING fts5(headline, standfirst, body, content='articles', content_rowid='id');`);
  const article = database.prepare(`INSERT INTO articles VALUES
    (:id, :slug, :headline, :standfirst, :byline, :publishedAt, :source, :language, :body)`);
  const search = database.prepare(
    'INSERT INTO search (rowid, headline, standfirst, body) VALUES (?, ?, ?, ?)',
  );
  const tag = database.prepare('INSERT INTO tags VALUES (?, ?, ?)');
  database.exec('BEGIN');
  for await (const { topics, people, ...row } of source.articles()) {
    article.run(row);
    search.run(row.id, row.headline, row.standfirst, row.body);
    for (const slug of topics) tag.run(row.id, 'topic', slug);
    for (const slug of people) tag.run(row.id, 'person', slug);
  }
  database.exec(`COMMIT;
    CREATE INDEX newest ON articles (publishedAt DESC, id DESC);
    CREATE INDEX of_article ON tags (article);
    CREATE INDEX of_tag ON tags (type, slug, article);
    ANALYZE;`);
  database.close();
  renameSync(unfinished, path);
}
