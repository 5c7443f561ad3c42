-- What the archive is and how large: one row. `secret` signs cursors.
CREATE TABLE archive (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  secret TEXT NOT NULL,
  revision INTEGER NOT NULL,
  revised_at INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  quotes INTEGER NOT NULL
) STRICT;

INSERT INTO archive VALUES (1, lower(hex(randomblob(8))), lower(hex(randomblob(32))), 1, unixepoch(), 0, 0);

-- `key` grows with publication: ORDER BY key is the order of every list of articles.
CREATE TABLE articles (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  published_at INTEGER NOT NULL,
  content BLOB NOT NULL,
  revision INTEGER NOT NULL
) STRICT;

CREATE INDEX articles_by_publication ON articles (published_at);
CREATE INDEX articles_by_content ON articles (content);

-- The rendered card, and what follows it in the full form; apart, so that lists do not read bodies.
CREATE TABLE article_cards (
  article INTEGER PRIMARY KEY REFERENCES articles ON UPDATE CASCADE ON DELETE CASCADE,
  json TEXT NOT NULL
) STRICT;

CREATE TABLE article_bodies (
  article INTEGER PRIMARY KEY REFERENCES articles ON UPDATE CASCADE ON DELETE CASCADE,
  json TEXT NOT NULL
) STRICT;

-- Earlier revisions, whole, in their full form.
CREATE TABLE article_revisions (
  article TEXT NOT NULL,
  revision INTEGER NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (article, revision)
) WITHOUT ROWID, STRICT;

CREATE TABLE former_article_slugs (
  slug TEXT PRIMARY KEY,
  article TEXT NOT NULL
) WITHOUT ROWID, STRICT;

-- Source keys (as the id they would give) whose content was already here under another id.
CREATE TABLE article_aliases (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL,
  content BLOB NOT NULL
) WITHOUT ROWID, STRICT;

-- Where articles that are gone or were re-dated stood, so that a cursor that names one goes on from there.
CREATE TABLE former_article_keys (
  article TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  key INTEGER NOT NULL,
  PRIMARY KEY (article, published_at)
) WITHOUT ROWID, STRICT;

CREATE TABLE deleted_articles (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL,
  revision INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

-- People, topics, organizations and places; sources and languages are tags that no tag list shows (listed = 0).
-- The ranks are negated so that every tag list is one ascending walk that ends in the id.
CREATE TABLE tags (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  listed INTEGER NOT NULL,
  discovered INTEGER NOT NULL,
  json TEXT NOT NULL,
  entry TEXT,
  article_count INTEGER NOT NULL DEFAULT 0,
  quote_count INTEGER NOT NULL DEFAULT 0,
  first_seen_at INTEGER,
  last_seen_at INTEGER,
  articles_rank INTEGER NOT NULL GENERATED ALWAYS AS (-article_count) VIRTUAL,
  newest_rank INTEGER NOT NULL GENERATED ALWAYS AS (-coalesce(last_seen_at, -1000000000000)) VIRTUAL,
  UNIQUE (type, slug)
) STRICT;

CREATE INDEX tags_of_type_by_articles ON tags (type, articles_rank, id);
CREATE INDEX tags_of_type_by_newest ON tags (type, newest_rank, id);
CREATE INDEX tags_of_type_by_name ON tags (type, sort_name, id);
CREATE INDEX tags_by_articles ON tags (listed, articles_rank, id);
CREATE INDEX tags_by_newest ON tags (listed, newest_rank, id);
CREATE INDEX tags_by_name ON tags (listed, sort_name, id);
CREATE INDEX tags_by_slug ON tags (slug);

CREATE TABLE tag_types (
  type TEXT PRIMARY KEY,
  tags INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

INSERT INTO tag_types VALUES
  ('person', 0), ('topic', 0), ('organization', 0), ('place', 0), ('source', 0), ('language', 0);

CREATE TABLE former_tag_slugs (
  type TEXT NOT NULL,
  slug TEXT NOT NULL,
  tag INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE,
  PRIMARY KEY (type, slug)
) WITHOUT ROWID, STRICT;

CREATE INDEX former_tag_slugs_by_tag ON former_tag_slugs (tag);
CREATE INDEX former_tag_slugs_by_slug ON former_tag_slugs (slug);

-- The words of names and aliases, folded, for type-ahead and for the nearest names.
CREATE TABLE tag_words (
  tag INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE,
  word TEXT NOT NULL,
  PRIMARY KEY (tag, word)
) WITHOUT ROWID, STRICT;

CREATE INDEX tag_words_by_word ON tag_words (word, tag);

CREATE TABLE broader_tags (
  tag INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE,
  broader TEXT NOT NULL,
  PRIMARY KEY (tag, broader)
) WITHOUT ROWID, STRICT;

CREATE INDEX narrower_tags ON broader_tags (broader, tag);

-- Which article carries which tag; the index is the other direction.
CREATE TABLE article_tags (
  article INTEGER NOT NULL REFERENCES articles ON UPDATE CASCADE ON DELETE CASCADE,
  tag INTEGER NOT NULL REFERENCES tags,
  PRIMARY KEY (article, tag)
) WITHOUT ROWID, STRICT;

CREATE UNIQUE INDEX tag_articles ON article_tags (tag, article);

-- Articles per tag and month (year × 12 + month, January is 0). Tag 0 stands for the whole archive.
CREATE TABLE tag_months (
  tag INTEGER NOT NULL,
  month INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (tag, month)
) WITHOUT ROWID, STRICT;

-- key = article key × 4096 + 4095 − place in the article: descending is newest article first, then reading order.
CREATE TABLE quotes (
  key INTEGER PRIMARY KEY,
  speaker INTEGER REFERENCES tags,
  json TEXT NOT NULL
) STRICT;

CREATE INDEX quotes_by_speaker ON quotes (speaker, key);

-- Contentless: the text is in the rendered documents; FTS5's own copy would cost 41 % more.
CREATE VIRTUAL TABLE article_search USING fts5 (
  headline, standfirst, body, caption,
  content = '', contentless_delete = 1,
  tokenize = "porter unicode61 remove_diacritics 2"
);

CREATE VIRTUAL TABLE quote_search USING fts5 (
  text,
  content = '', contentless_delete = 1,
  tokenize = "porter unicode61 remove_diacritics 2"
);

-- Terms gather in memory before they are written as a segment: 64 MB instead of 1 MB imports a third faster.
INSERT INTO article_search (article_search, rank) VALUES ('hashsize', 67108864);
INSERT INTO quote_search (quote_search, rank) VALUES ('hashsize', 67108864);

-- What happened to which article, in order, without gaps.
CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  article TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('new', 'changed', 'deleted')),
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
