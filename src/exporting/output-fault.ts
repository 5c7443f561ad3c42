/** An export or backup can't be written; the message names the place and the reason. */
export class OutputFault extends Error {
  override name = 'OutputFault';

  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`);
  }
}
