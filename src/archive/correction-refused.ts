/** A correction of a tag contradicts another one. The message says which, and what to do instead. */
export class CorrectionRefused extends Error {
  override name = 'CorrectionRefused';
}
