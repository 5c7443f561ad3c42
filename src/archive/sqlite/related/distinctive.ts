/** Number of articles up to which a tag or word always distinguishes them, however small the archive is. */
const FEW = 3;
/** Share of the archive from which a tag or word says nothing. */
const COMMON = 1 / 4;

/**
 * Returns the number of articles from which a tag or word is ignored: a quarter of the archive, but more than three. In
 * an archive of five, a tag of three articles still relates them.
 */
export function commonFrom(archiveSize: number): number {
  return Math.max(FEW + 1, Math.ceil(archiveSize * COMMON));
}

/**
 * Returns how well a tag or word of so many articles distinguishes them: 1 for at most three, and less the more of the
 * archive has it, on a scale of orders of magnitude.
 */
// (34, 1174) → 0.5, because √1174 is 34
export function distinctiveness(articles: number, archiveSize: number): number {
  return articles <= FEW ? 1 : Math.log(archiveSize / articles) / Math.log(archiveSize);
}
