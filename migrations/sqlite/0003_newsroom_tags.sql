-- Keywords, sections and authors are tags. Articles that were stored before get them when they are re-extracted.
INSERT INTO tag_types (type, tags) VALUES ('keyword', 0), ('section', 0), ('author', 0);

-- Number of articles that print a keyword, section or author in this form. The most frequent form is the name of the
-- tag. Of equally frequent ones it is the one that was seen first, which has the lowest number.
CREATE TABLE tag_forms (
  number INTEGER PRIMARY KEY,
  tag INTEGER NOT NULL REFERENCES tags ON DELETE CASCADE,
  form TEXT NOT NULL,
  articles INTEGER NOT NULL,
  UNIQUE (tag, form)
) STRICT;
