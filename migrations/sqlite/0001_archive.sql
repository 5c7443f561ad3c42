-- The schema of an archive. Times are seconds since 1970 (UTC) unless a comment says otherwise.
-- Foreign keys that name a table alone refer to its integer primary key.

-- === The archive ===

-- One row: identity, size and revision. Every write that a reader can see advances `revision`.
CREATE TABLE archive (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  secret TEXT NOT NULL, -- signs cursors
  revision INTEGER NOT NULL,
  revised_at INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  quotes INTEGER NOT NULL
) STRICT;

INSERT INTO archive (one, id, secret, revision, revised_at, articles, quotes)
VALUES (1, lower(hex(randomblob(8))), lower(hex(randomblob(32))), 1, unixepoch(), 0, 0);

-- === Articles ===

-- `key` grows with the time of publication, so ORDER BY key is the order of every list of articles. It changes when an
-- article is re-dated or makes room for another; `id` never changes.
CREATE TABLE articles (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL UNIQUE,
  published_at INTEGER NOT NULL,
  content BLOB NOT NULL, -- hash of the content: the same document imported again changes nothing
  -- Fingerprint of the body: eight 16-bit numbers, big-endian, or empty if the body has no words. It is stored here so
  -- that all fingerprints of a week are one range of keys, read at once to find near-duplicates. Index entries, one for
  -- each number, took ten times the space and most of the time of an import.
  bands BLOB NOT NULL,
  revision INTEGER NOT NULL
) STRICT;

CREATE INDEX articles_by_publication ON articles (published_at);
CREATE INDEX articles_by_content ON articles (content);

-- The article as JSON, rendered when it is written: the card here, everything else in article_documents. They are
-- two tables so that lists do not read bodies.
CREATE TABLE article_cards (
  article INTEGER PRIMARY KEY REFERENCES articles ON UPDATE CASCADE ON DELETE CASCADE,
  json TEXT NOT NULL
) STRICT;

-- Body, mentions and quotes, packed with the card as part of the dictionary: a quarter of their JSON.
CREATE TABLE article_documents (
  article INTEGER PRIMARY KEY REFERENCES articles ON UPDATE CASCADE ON DELETE CASCADE,
  body BLOB NOT NULL
) STRICT;

-- Earlier revisions: the full JSON, packed.
CREATE TABLE article_revisions (
  article TEXT NOT NULL,
  revision INTEGER NOT NULL,
  document BLOB NOT NULL,
  PRIMARY KEY (article, revision)
) WITHOUT ROWID, STRICT;

-- Slugs that an article no longer has. They redirect to its present one.
CREATE TABLE former_article_slugs (
  slug TEXT PRIMARY KEY,
  article TEXT NOT NULL
) WITHOUT ROWID, STRICT;

-- An export asks for the former slugs of each article.
CREATE INDEX former_article_slugs_by_article ON former_article_slugs (article, slug);

-- Ids that a document would have had if its content had not been stored before, under another id.
CREATE TABLE article_aliases (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL,
  content BLOB NOT NULL
) WITHOUT ROWID, STRICT;

-- Where deleted and re-dated articles were in the order of keys: a cursor that names one continues from there.
CREATE TABLE former_article_keys (
  article TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  key INTEGER NOT NULL,
  PRIMARY KEY (article, published_at)
) WITHOUT ROWID, STRICT;

-- Deleted articles. Later imports do not bring them back.
CREATE TABLE deleted_articles (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL,
  revision INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

-- Articles that tell one story in nearly the same words; `story` is the id of the one that was stored first.
CREATE TABLE article_stories (
  article TEXT PRIMARY KEY,
  story TEXT NOT NULL
) WITHOUT ROWID, STRICT;

CREATE INDEX story_articles ON article_stories (story, article);

-- === Tags ===

-- People, organizations, places and topics. Sources and languages are tags too, which tag lists leave out (listed = 0).
CREATE TABLE tags (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT NOT NULL,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  listed INTEGER NOT NULL,
  discovered INTEGER NOT NULL, -- 1 if no authority file has it: it was found in an article
  json TEXT NOT NULL,
  entry TEXT, -- JSON of its entry in the authority file
  article_count INTEGER NOT NULL DEFAULT 0,
  quote_count INTEGER NOT NULL DEFAULT 0,
  first_seen_at INTEGER,
  last_seen_at INTEGER,
  -- Negated, so that every tag list is one ascending index scan that ends in the id.
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

-- Number of tags of each type: counting them takes too long for a response.
CREATE TABLE tag_types (
  type TEXT PRIMARY KEY,
  tags INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

INSERT INTO tag_types (type, tags)
VALUES ('person', 0), ('topic', 0), ('organization', 0), ('place', 0), ('source', 0), ('language', 0);

-- Slugs of tags that were merged or renamed. They redirect to the tag.
CREATE TABLE former_tag_slugs (
  type TEXT NOT NULL,
  slug TEXT NOT NULL,
  tag INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE,
  PRIMARY KEY (type, slug)
) WITHOUT ROWID, STRICT;

CREATE INDEX former_tag_slugs_by_tag ON former_tag_slugs (tag, slug);
CREATE INDEX former_tag_slugs_by_slug ON former_tag_slugs (slug);

-- The words of names and aliases, case and accents folded: for type-ahead and "did you mean".
CREATE TABLE tag_words (
  tag INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE,
  word TEXT NOT NULL,
  PRIMARY KEY (tag, word)
) WITHOUT ROWID, STRICT;

CREATE INDEX tag_words_by_word ON tag_words (word, tag);

-- `broader` is the id of a tag, which may be stored later than the tag that names it.
CREATE TABLE broader_tags (
  tag INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE,
  broader TEXT NOT NULL,
  PRIMARY KEY (tag, broader)
) WITHOUT ROWID, STRICT;

CREATE INDEX narrower_tags ON broader_tags (broader, tag);

-- The tags of an article; the index has the articles of a tag.
CREATE TABLE article_tags (
  article INTEGER NOT NULL REFERENCES articles ON UPDATE CASCADE ON DELETE CASCADE,
  tag INTEGER NOT NULL REFERENCES tags,
  PRIMARY KEY (article, tag)
) WITHOUT ROWID, STRICT;

CREATE UNIQUE INDEX tag_articles ON article_tags (tag, article);

-- Number of articles per tag and month (year × 12 + month, January is 0). Tag 0 stands for the whole archive.
CREATE TABLE tag_months (
  tag INTEGER NOT NULL,
  month INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (tag, month)
) WITHOUT ROWID, STRICT;

-- === Quotes ===

-- `key` is the article's key × 4096 + 4095 − the quote's position in the article. So descending keys list the newest
-- article first, and its quotes in reading order. The quote itself is in the article's document.
CREATE TABLE quotes (
  key INTEGER PRIMARY KEY,
  speaker INTEGER REFERENCES tags
) STRICT;

CREATE INDEX quotes_by_speaker ON quotes (speaker, key);

-- === Search ===

-- The row id is the key of the article or quote. Contentless, since the text is in the documents: FTS5's own copy
-- would make the index 41 % larger.
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

-- Memory for terms before they are written to the index: with 64 MB instead of 1 MB an import is a third faster.
INSERT INTO article_search (article_search, rank) VALUES ('hashsize', 67108864);
INSERT INTO quote_search (quote_search, rank) VALUES ('hashsize', 67108864);

-- === Corrections ===

-- What editors corrected, in one article or, where `article` is null, in all of them.
CREATE TABLE corrections (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  article TEXT,
  json TEXT NOT NULL,
  editor TEXT NOT NULL,
  at INTEGER NOT NULL,
  undo TEXT -- JSON of what a rule over a tag changed besides articles, so that it can be withdrawn
) STRICT;

CREATE INDEX corrections_of_article ON corrections (article, number);

-- Corrected articles as they were read, packed. Corrections are applied to this again when one is added or withdrawn.
CREATE TABLE uncorrected_articles (
  article TEXT PRIMARY KEY,
  reading BLOB NOT NULL
) WITHOUT ROWID, STRICT;

-- API keys. Of the key itself only the SHA-256 is stored.
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('read', 'edit')),
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) WITHOUT ROWID, STRICT;

-- === Changes and who follows them ===

-- The change log: what happened to which article, in order and without gaps.
CREATE TABLE changes (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  article TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('new', 'changed', 'deleted')),
  revision INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;

-- `seq` is the last change that was dealt with. Times are in ms.
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  secret TEXT NOT NULL,
  tag TEXT, -- with `q`, the filter of the articles that it is called for
  q TEXT,
  seq INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0, -- failed attempts to deliver the next change
  retry_at INTEGER NOT NULL DEFAULT 0,
  given_up INTEGER NOT NULL DEFAULT 0, -- changes in a row that could not be delivered
  stopped TEXT, -- why it is called no more
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

-- The newest thousand attempts of each webhook: `slot` is the attempt's number modulo 1000. Times are in ms.
CREATE TABLE webhook_deliveries (
  webhook TEXT NOT NULL REFERENCES webhooks ON DELETE CASCADE,
  slot INTEGER NOT NULL,
  number INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  event TEXT NOT NULL,
  article TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('delivered', 'failed', 'given-up')),
  status INTEGER,
  reason TEXT,
  duration INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (webhook, slot)
) WITHOUT ROWID, STRICT;

-- Leases: of several serving processes, one at a time delivers webhooks and one announces feeds. `until` is in ms;
-- `seq` is the last change that was announced.
CREATE TABLE leases (
  name TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  until INTEGER NOT NULL,
  seq INTEGER
) WITHOUT ROWID, STRICT;

-- === Imports ===

-- Number of documents of an unfinished import whose articles are all stored, written with each batch: an import that
-- was interrupted resumes here.
CREATE TABLE import_positions (
  job TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

-- Validators of imported pages and feeds, for conditional requests.
CREATE TABLE page_validators (
  url TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT
) WITHOUT ROWID, STRICT;
