/** Error of a read that took too long and was stopped, or that was refused because too many reads are waiting. */
export class QueryCutOff extends Error {
  override name = 'QueryCutOff';
  readonly reason: 'too-slow' | 'too-many';

  constructor(reason: 'too-slow' | 'too-many', message: string) {
    super(message);
    this.reason = reason;
  }
}
