/** Error while writing an export, a site or a backup. The message names the file and the reason. */
export class OutputFault extends Error {
  override name = 'OutputFault';

  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`);
  }
}
