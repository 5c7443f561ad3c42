/** A read was not finished: it took too long and was ended, or too many others were before it. */
export class QueryCutOff extends Error {
  override name = 'QueryCutOff';
  readonly reason: 'too-slow' | 'too-many';

  constructor(reason: 'too-slow' | 'too-many', message: string) {
    super(message);
    this.reason = reason;
  }
}
