import { isAgency } from './agency-names.ts';

/** Longer words with a comma between them are a name: `gray, eric`. */
const initials =
  /^[(\s]*(?:\p{Ll}{1,4}(?:\s?[/+&]\s?\p{Ll}{1,4})*|\p{Ll}{1,3}(?:\s?[/+&.,-]\s?\p{Ll}{1,3})*)[)\s]*$/u;
/** A single word without capitals: the account of an editor. */
const account = /^\p{Ll}{2,20}$/u;
const login = /^[\p{Ll}\d]+[._][\p{Ll}\d]+$/u;
const capitals = /^\p{Lu}{1,2}(?:[/+]\p{Lu}{1,2}){1,3}$/u;

/** True for the initials, or the login of an editor, which name nobody to readers: `gr/bp`, `lee.ann`. */
export function isCreatorInitials(text: string): boolean {
  const line = text.trim();
  if (line.length > 40) return false;
  return (
    (initials.test(line) || account.test(line) || login.test(line) || capitals.test(line)) && !isAgency(line)
  );
}
