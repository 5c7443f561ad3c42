/** Error while writing an export or backup. The message names the file and the reason. */
export class OutputFault extends Error {
  override name = 'OutputFault';

  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`);
  }
}
