-- The search index takes terms that Dateline made: folded words, pairs of characters of scripts without spaces, and
-- signs. The tokenizer only splits at blanks; `|` stands between two captions.
DROP TABLE article_search;
DROP TABLE quote_search;

CREATE VIRTUAL TABLE article_search USING fts5 (
  headline, standfirst, body, caption,
  content = '', contentless_delete = 1,
  tokenize = "ascii tokenchars '.@#+,:|'"
);

CREATE VIRTUAL TABLE quote_search USING fts5 (
  text,
  content = '', contentless_delete = 1,
  tokenize = "ascii tokenchars '.@#+,:|'"
);

INSERT INTO article_search (article_search, rank) VALUES ('hashsize', 67108864);
INSERT INTO quote_search (quote_search, rank) VALUES ('hashsize', 67108864);

-- The words of the articles with their stems, by language (primary subtag). A search for a word looks for all words with
-- its stem. `stem` is null if it is the form.
CREATE TABLE vocabulary (
  form TEXT NOT NULL,
  language TEXT NOT NULL,
  stem TEXT,
  articles INTEGER NOT NULL,
  PRIMARY KEY (form, language)
) WITHOUT ROWID, STRICT;

CREATE INDEX vocabulary_by_stem ON vocabulary (language, stem) WHERE stem IS NOT NULL;

-- State of the search index. `version`: the rules that made the terms, ICU and Unicode; null if there are articles that
-- were never indexed by such rules. `stems`: the rules that made the stems of the vocabulary. `rebuilt_until`: end of the
-- lease of a rebuild in ms since 1970; null if there is none.
CREATE TABLE search_index (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  version TEXT,
  stems INTEGER NOT NULL,
  rebuilt_until INTEGER
) STRICT;

INSERT INTO search_index (one, version, stems)
SELECT 1, CASE WHEN articles = 0 THEN search_version() END, stem_version() FROM archive;
