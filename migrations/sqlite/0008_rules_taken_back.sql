-- What a rule over a tag changed beside articles, as JSON: with it the rule can be taken back.
ALTER TABLE corrections ADD COLUMN undo TEXT;
