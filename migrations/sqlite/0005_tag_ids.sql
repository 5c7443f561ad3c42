-- Identifiers by which sources state a tag: it is the same tag under every name. The tag is named by its id, so that the
-- identifiers of a tag without articles, and of a tag that editors merged into another, are kept.
CREATE TABLE tag_ids (
  type TEXT NOT NULL,
  source TEXT NOT NULL, -- slug of the source whose scheme it is; empty if the scheme is the same at all sources
  scheme TEXT NOT NULL, -- empty if it has none
  value TEXT NOT NULL,
  tag TEXT NOT NULL,
  PRIMARY KEY (type, source, scheme, value)
) WITHOUT ROWID, STRICT;

CREATE INDEX tag_ids_by_tag ON tag_ids (tag);

-- Tags have coordinates and the identifiers of sources.
UPDATE tags
SET json = json_set(json, '$.geo', NULL, '$.sourceIds', json('[]'))
WHERE type NOT IN ('source', 'language', 'has');
