-- States of articles other than published. Their text is in tables of its own, so that no read of `articles` can
-- show it. See docs/publishing.md. The functions unpacked_document and content_digest are those of
-- src/archive/sqlite/migrations.ts.

-- The version of its document, as its source states it: a number, or the time of modification.
ALTER TABLE articles ADD COLUMN version REAL;
ALTER TABLE articles ADD COLUMN modified INTEGER;

UPDATE articles
SET modified = (SELECT unixepoch(json ->> 'updatedAt') FROM article_cards WHERE article = articles.key);

-- Held copy, which is published when it is due, and drafts. A published article can have a later version here.
CREATE TABLE unpublished_articles (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('held', 'draft')),
  due_at INTEGER, -- null for a draft
  source TEXT, -- slug
  address INTEGER, -- hash of its normalised address at the source
  content BLOB NOT NULL, -- as in articles
  version REAL,
  modified INTEGER,
  reading BLOB NOT NULL, -- packed
  stored_at INTEGER NOT NULL,
  CHECK ((state = 'held') = (due_at IS NOT NULL))
) WITHOUT ROWID, STRICT;

CREATE INDEX unpublished_articles_by_due ON unpublished_articles (due_at) WHERE due_at IS NOT NULL;

CREATE INDEX unpublished_articles_by_content ON unpublished_articles (content);

-- Withdrawn articles. The text of those that were published is their last row of article_revisions.
CREATE TABLE withdrawn_articles (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL, -- empty if it was never published
  revision INTEGER NOT NULL, -- 0 if it was never published
  withdrawn_by TEXT NOT NULL CHECK (withdrawn_by IN ('source', 'editor')),
  withdrawn_at INTEGER NOT NULL,
  note TEXT,
  source TEXT,
  address INTEGER,
  version REAL,
  modified INTEGER,
  waiting BLOB, -- its row of unpublished_articles as JSON, packed, if an editor withdrew it
  waiting_stored_at INTEGER
) WITHOUT ROWID, STRICT;

-- The contents that withdrawn articles ever had. They do not come back under another id.
CREATE TABLE withdrawn_contents (
  content BLOB NOT NULL,
  article TEXT NOT NULL,
  PRIMARY KEY (content, article)
) WITHOUT ROWID, STRICT;

CREATE INDEX withdrawn_contents_by_article ON withdrawn_contents (article);

-- Withdrawals by the source of articles that an editor restored. Only a later one withdraws the article again.
CREATE TABLE lifted_withdrawals (
  article TEXT PRIMARY KEY,
  version REAL,
  modified INTEGER
) WITHOUT ROWID, STRICT;

-- Hashes of the ids, slugs and contents of purged articles, keyed with the secret of the archive.
CREATE TABLE purged_articles (
  hash TEXT PRIMARY KEY,
  was_public INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

-- A purge erases the aliases of an article.
CREATE INDEX article_aliases_by_article ON article_aliases (article);

INSERT INTO withdrawn_articles (id, slug, revision, withdrawn_by, withdrawn_at, source, address)
SELECT d.id, d.slug, d.revision, 'editor', coalesce(c.at, unixepoch()),
       unpacked_document(r.document) ->> '$.source.slug',
       source_address(unpacked_document(r.document) ->> '$.url')
FROM deleted_articles d
LEFT JOIN (SELECT article, max(at) AS at FROM changes WHERE kind = 'deleted' GROUP BY article) c ON c.article = d.id
LEFT JOIN article_revisions r ON r.article = d.id AND r.revision = d.revision;

INSERT OR IGNORE INTO withdrawn_contents (content, article)
SELECT content_digest(unpacked_document(r.document) ->> 'contentHash'), r.article
FROM deleted_articles d JOIN article_revisions r ON r.article = d.id;

DROP TABLE deleted_articles;
