-- A discovered tag has a place in lists and sitemaps only if a source stated it or enough articles carry it.
-- `tags.listed` is 0 for sources, languages and features, 1 for tags in lists, and 2 for tags that are too rare.

-- Number of articles from which a discovered tag is listed: the setting TAG_MIN_ARTICLES of the process that opened the
-- archive last.
ALTER TABLE archive ADD COLUMN tag_min_articles INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tags ADD COLUMN stated INTEGER NOT NULL DEFAULT 0; -- 1 if a source has stated it

DROP INDEX tags_of_type_by_articles;
DROP INDEX tags_of_type_by_newest;
DROP INDEX tags_of_type_by_name;
CREATE INDEX tags_of_type_by_articles ON tags (type, listed, articles_rank, id);
CREATE INDEX tags_of_type_by_newest ON tags (type, listed, newest_rank, id);
CREATE INDEX tags_of_type_by_name ON tags (type, listed, sort_name, id);
