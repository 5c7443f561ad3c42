-- Fingerprints of bodies, by week of publication: looking for near-duplicates of an article reads and writes the
-- pages of its own weeks only, however large the archive is. `article` is articles.key; it follows when that moves.
CREATE TABLE article_bands (
  week INTEGER NOT NULL,
  band INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (week, band, article)
) WITHOUT ROWID, STRICT;

-- Articles that tell one story in (nearly) the same words; `story` is the id of the one that the others were like.
CREATE TABLE article_stories (
  article TEXT PRIMARY KEY,
  story TEXT NOT NULL
) WITHOUT ROWID, STRICT;

CREATE INDEX story_articles ON article_stories (story, article);

-- What editors set right. Without an article: for all articles.
CREATE TABLE corrections (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  article TEXT,
  json TEXT NOT NULL,
  editor TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX corrections_of_article ON corrections (article, number);

-- Corrected articles as they were read, packed: what their corrections are applied to, again and again.
CREATE TABLE uncorrected_articles (
  article TEXT PRIMARY KEY,
  reading BLOB NOT NULL
) WITHOUT ROWID, STRICT;

-- Of a key only its SHA-256 is kept.
CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('read', 'edit')),
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) WITHOUT ROWID, STRICT;
