import { isAgency } from './agency-names.ts';

/** Longer words with a comma between them are a name: `gray, eric`. */
const initials =
  /^[(\s]*(?:\p{Ll}{1,4}(?:\s?[/+&]\s?\p{Ll}{1,4})*|\p{Ll}{1,3}(?:\s?[/+&.,-]\s?\p{Ll}{1,3})*)[)\s]*$/u;
/** A single word without capitals: the account of an editor. */
const account = /^\p{Ll}{2,20}$/u;
const login = /^[\p{Ll}\d]+[._][\p{Ll}\d]+$/u;
const capitals = /^\p{Lu}{1,2}(?:[/+]\p{Lu}{1,2}){1,3}$/u;

/** True for the initials of editors, which name nobody to readers: `gr/bp`. */
export function isCreatorInitials(text: string): boolean {
  return isOneOf([initials, capitals], text);
}

/** True for the login of an editor: `lee.ann`, `mmoore`. A byline may print one, because it has nothing better. */
export function isEditorAccount(text: string): boolean {
  return isOneOf([account, login], text);
}

function isOneOf(patterns: RegExp[], text: string): boolean {
  const line = text.trim();
  return line.length <= 40 && patterns.some((pattern) => pattern.test(line)) && !isAgency(line);
}
