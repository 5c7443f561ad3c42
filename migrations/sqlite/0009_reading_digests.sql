-- Digest of the metadata that a reader found in a document. Importing the same document with a better reader changes it.
-- Null for articles of earlier versions, of exports, and imported without extraction.
ALTER TABLE articles ADD COLUMN reading BLOB;
