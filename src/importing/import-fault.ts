import { hidePassword } from '../model/hide-password.ts';

/** Error that stops an import. The message names the place and the reason. */
export class ImportFault extends Error {
  override name = 'ImportFault';
  /** File, folder or URL, without a password. */
  readonly place: string;
  readonly reason: string;

  constructor(place: string, reason: string) {
    const shown = hidePassword(place);
    super(`${shown}: ${reason}`);
    this.place = shown;
    this.reason = reason;
  }
}
