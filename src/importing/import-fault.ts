/** An import can't go on; the message names the file and the place. Nothing half-written is left behind. */
export class ImportFault extends Error {
  override name = 'ImportFault';
}
