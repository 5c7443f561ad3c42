-- What the filters `url`, `has`, `updated-since` and `wikidata` and the order `updated` need.
-- The functions source_address and folded_words are those of src/archive/sqlite/migrations.ts.

ALTER TABLE articles ADD COLUMN address INTEGER; -- hash of its normalised address at the source
ALTER TABLE articles ADD COLUMN changed INTEGER NOT NULL DEFAULT 0; -- `seq` of its last change

UPDATE articles
SET address = (SELECT source_address(json ->> 'url') FROM article_cards WHERE article = articles.key),
    changed = c.seq
FROM (SELECT article, max(seq) AS seq FROM changes GROUP BY article) c
WHERE c.article = articles.id;

CREATE INDEX articles_by_address ON articles (address) WHERE address IS NOT NULL;
CREATE INDEX articles_by_change ON articles (changed);

-- `has=image` and `has=quotes` are tags that no list of tags has, like sources and languages.
INSERT INTO tag_types (type, tags) VALUES ('has', 0);

INSERT INTO tags (id, type, slug, name, sort_name, listed, discovered, json)
VALUES ('has/image', 'has', 'image', 'image', 'image', 0, 1, '{"slug":"image","name":"image"}'),
       ('has/quotes', 'has', 'quotes', 'quotes', 'quotes', 0, 1, '{"slug":"quotes","name":"quotes"}');

INSERT INTO article_tags (article, tag)
SELECT c.article, t.key FROM article_cards c CROSS JOIN tags t ON t.type = 'has'
WHERE CASE t.slug
  WHEN 'image' THEN json_array_length(c.json, '$.images') > 0
  ELSE c.json ->> 'quoteCount' > 0
END;

INSERT INTO tag_months (tag, month, articles)
SELECT at.tag,
       strftime('%Y', a.published_at, 'unixepoch') * 12 + strftime('%m', a.published_at, 'unixepoch') - 1 AS month,
       count(*)
FROM tags t CROSS JOIN article_tags at ON at.tag = t.key CROSS JOIN articles a ON a.key = at.article
WHERE t.type = 'has'
GROUP BY 1, 2;

UPDATE tags
SET article_count = (SELECT count(*) FROM article_tags WHERE tag = tags.key),
    first_seen_at = (SELECT published_at FROM articles
                     WHERE key = (SELECT min(article) FROM article_tags WHERE tag = tags.key)),
    last_seen_at = (SELECT published_at FROM articles
                    WHERE key = (SELECT max(article) FROM article_tags WHERE tag = tags.key))
WHERE type = 'has';

DELETE FROM tags WHERE type = 'has' AND article_count = 0;
UPDATE tag_types SET tags = (SELECT count(*) FROM tags WHERE type = 'has') WHERE type = 'has';

-- Sources are looked up by their words, as other tags are.
INSERT OR IGNORE INTO tag_words (tag, word)
SELECT t.key, w.value FROM tags t CROSS JOIN json_each(folded_words(t.name)) w
WHERE t.type = 'source';

CREATE INDEX tags_by_wikidata ON tags (json ->> '$.externalIds.wikidata')
WHERE json ->> '$.externalIds.wikidata' IS NOT NULL;
