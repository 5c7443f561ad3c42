-- How many documents of an unfinished import have all their articles here; written with each batch.
CREATE TABLE import_positions (
  job TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

-- What servers said of pages and feeds when they were last imported, for conditional requests.
CREATE TABLE page_validators (
  url TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT
) WITHOUT ROWID, STRICT;
