/** Matches a tag with an attribute name in capitals. Script texts have no tags with such attributes to speak of. */
const tag = /<[a-z][a-z0-9-]*\s[^<>]*>/gi;

const quotedOrName = /"[^"]*"|'[^']*'|(?<=\s)[a-z][a-z-]*(?=\s*=)/gi;

/**
 * Returns a page with the names of attributes in lower case, because the parser of linkedom keeps their case and its
 * selectors compare it. Old pages write `<META NAME="Author">`, and React writes `dateTime` and `itemProp`.
 */
// '<A HREF="/News">' → '<A href="/News">'
export function withLowerCaseAttributes(html: string): string {
  return html.replace(tag, (written) =>
    /\s[a-z-]*[A-Z][A-Za-z-]*\s*=/.test(written)
      ? written.replace(quotedOrName, (part) => (/^["']/.test(part) ? part : part.toLowerCase()))
      : written,
  );
}
