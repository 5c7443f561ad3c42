-- Feeds name the articles that were withdrawn last, of all sources or of one.
CREATE INDEX withdrawn_articles_by_time ON withdrawn_articles (withdrawn_at) WHERE revision > 0;

CREATE INDEX withdrawn_articles_by_source ON withdrawn_articles (source, withdrawn_at) WHERE revision > 0;
