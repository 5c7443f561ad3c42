/**
 * Error of a read that met an article too large for it, see Archive.read. A server handles such requests in a process
 * of their own.
 */
export class LargeArticle extends Error {
  override name = 'LargeArticle';
}
