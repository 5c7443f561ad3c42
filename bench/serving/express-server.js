// A plain handler as many would write it first: Express, SQLite, a query a request, JSON.stringify.
import { createRequire } from 'node:module';

const [, , folder, database, port] = process.argv;
const require = createRequire(`${folder}/package.json`);
const express = require('express');
const db = new (require('better-sqlite3'))(database, { readonly: true });

const columns = 'a.id, a.slug, a.headline, a.standfirst, a.byline, a.publishedAt, a.source, a.language';
const tags = db.prepare('SELECT type, slug FROM tags WHERE article = ?');
const withTags = (row) => {
  const own = tags.all(row.id);
  const of = (type) => own.filter((tag) => tag.type === type).map((tag) => tag.slug);
  return { ...row, topics: of('topic'), people: of('person') };
};
const page = (res, where, parameters, order = 'a.publishedAt DESC, a.id DESC') => {
  const data = db.prepare(`SELECT ${columns} FROM ${where} ORDER BY ${order} LIMIT :limit OFFSET :offset`);
  const total = db.prepare(`SELECT count(*) AS total FROM ${where}`);
  const { limit, offset, ...filter } = parameters;
  res.json({ data: data.all(parameters).map(withTags), ...total.get(filter) });
};

const app = express();
app.get('/articles', ({ query }, res) => {
  const paging = { limit: 20, offset: 20 * (Number(query.page ?? 1) - 1) };
  if (query.q) {
    const order = query.sort === 'relevance' ? 'rank' : undefined;
    const q = query.q
      .split(' ')
      .map((word) => `"${word}"`)
      .join(' ');
    return page(
      res,
      'search s JOIN articles a ON a.id = s.rowid WHERE search MATCH :q',
      { ...paging, q },
      order,
    );
  }
  if (query.topic) {
    const { topic, from, before } = query;
    const where = `articles a WHERE a.publishedAt >= :from AND a.publishedAt < :before AND a.id IN (
      SELECT article FROM tags WHERE type = 'topic' AND slug = :topic)`;
    return page(res, where, { ...paging, topic, from, before });
  }
  page(res, 'articles a', paging);
});
app.get('/articles/:slug', ({ params }, res) => {
  const row = db.prepare('SELECT * FROM articles WHERE slug = ?').get(params.slug);
  if (!row) return res.status(404).json({});
  res.json({ data: withTags(row) });
});
app.listen(Number(port), '127.0.0.1');
