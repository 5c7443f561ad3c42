-- Who is told of changes. `seq` is the last change dealt with; what comes after is owed. Times in ms since 1970.
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL,
  secret TEXT NOT NULL,
  tag TEXT,
  q TEXT,
  seq INTEGER NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  retry_at INTEGER NOT NULL DEFAULT 0,
  given_up INTEGER NOT NULL DEFAULT 0,
  stopped TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;

-- What was tried, the newest thousand of each hook: `slot` is the attempt's number modulo 1000.
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

-- Of several serving processes one at a time sends, until when; `seq` is the last change that was announced.
CREATE TABLE senders (
  name TEXT PRIMARY KEY,
  owner TEXT NOT NULL,
  until INTEGER NOT NULL,
  seq INTEGER
) WITHOUT ROWID, STRICT;
