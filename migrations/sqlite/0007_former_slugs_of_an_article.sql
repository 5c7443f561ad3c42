-- An export asks each article for the slugs that it had before: without an index, that reads all of them each time.
CREATE INDEX former_article_slugs_by_article ON former_article_slugs (article, slug);
