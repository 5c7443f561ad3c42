-- Body, mentions and quotes are packed (raw DEFLATE with the card as dictionary): a quarter of their JSON. ANY,
-- because what was stored before stays JSON text until it is written again.
CREATE TABLE article_documents (
  article INTEGER PRIMARY KEY REFERENCES articles ON UPDATE CASCADE ON DELETE CASCADE,
  rest ANY NOT NULL
) STRICT;

INSERT INTO article_documents SELECT article, json FROM article_bodies;
DROP TABLE article_bodies;

CREATE TABLE packed_revisions (
  article TEXT NOT NULL,
  revision INTEGER NOT NULL,
  document ANY NOT NULL,
  PRIMARY KEY (article, revision)
) WITHOUT ROWID, STRICT;

INSERT INTO packed_revisions SELECT article, revision, json FROM article_revisions;
DROP TABLE article_revisions;
ALTER TABLE packed_revisions RENAME TO article_revisions;

-- A quote is in its article's document already.
ALTER TABLE quotes DROP COLUMN json;

-- Where a tag is first mentioned is said by the mentions.
UPDATE article_cards
SET json = json_set(json, '$.tags', (
  SELECT json_group_array(json_remove(value, '$.first') ORDER BY key) FROM json_each(json, '$.tags')
));
