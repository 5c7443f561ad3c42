/** An import can't go on; the message names the place and the reason. Nothing half-written is left behind. */
export class ImportFault extends Error {
  override name = 'ImportFault';
  /** The file, folder or URL. */
  readonly place: string;
  readonly reason: string;

  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`);
    this.place = place;
    this.reason = reason;
  }
}
