-- Keys have the scopes read, write and admin. They can be limited to a source, a feed and a time, and show when they were
-- last used. SQLite cannot alter a CHECK, so the table is made again.
CREATE TABLE new_api_keys (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('read', 'write', 'admin')),
  source TEXT, -- slug of the only source whose articles it may change
  feed TEXT, -- address of the only feed that it may read
  created_at INTEGER NOT NULL,
  expires_at INTEGER,
  last_used_at INTEGER,
  revoked_at INTEGER
) WITHOUT ROWID, STRICT;

INSERT INTO new_api_keys (id, hash, name, scope, created_at, revoked_at)
SELECT id, hash, name, iif(scope = 'edit', 'write', scope), created_at, revoked_at FROM api_keys;

DROP TABLE api_keys;
ALTER TABLE new_api_keys RENAME TO api_keys;
