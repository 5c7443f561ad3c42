/** Thrown if a read took too long and was stopped, or if too many reads are waiting. */
export class QueryCutOff extends Error {
  override name = 'QueryCutOff';
  readonly reason: 'too-slow' | 'too-many';

  constructor(reason: 'too-slow' | 'too-many', message: string) {
    super(message);
    this.reason = reason;
  }
}
