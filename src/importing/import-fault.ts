/** Error that stops an import. The message names the place and the reason. */
export class ImportFault extends Error {
  override name = 'ImportFault';
  /** File, folder or URL. */
  readonly place: string;
  readonly reason: string;

  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`);
    this.place = place;
    this.reason = reason;
  }
}
