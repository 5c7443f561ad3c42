const truncated = /\s*(?:\[?(?:…|\.\.\.)\]?|(?:continue reading|read more|more)\W*)$/i;

/** Lines that WordPress and its kin add to the end of a summary. They have no upper limit in other languages. */
const signOffs = [
  /(?:^|\s)The post .{1,300} (?:first )?appeared (?:first )?on .{1,120}\.?$/i,
  /(?:^|\s)(?:Der Beitrag|L[’']article|La entrada|L[’']articolo|O post|Het bericht|Wpis|Запись|Inlägget) .{1,300} (?:erschien zuerst auf|est apparu en premier sur|se publicó primero en|apareció primero en|proviene da|apareceu primeiro em|verscheen eerst op|pojawił się poczatkowo|pojawił się pierwszy w|впервые появилась|dök först upp på) .{1,120}\.?$/iu,
];

/** True if a summary or a text breaks off. */
export function breaksOff(text: string): boolean {
  return truncated.test(text);
}

/** Removes the line that says where a post appeared first. */
// "The council voted. The post Bridge reopens appeared first on Gazette." → "The council voted."
export function withoutSignOff(text: string): string {
  let rest = text;
  for (const signOff of signOffs) {
    // Only the end of a long text is looked at: the pattern begins anywhere.
    const from = Math.max(0, rest.length - 500);
    rest = rest.slice(0, from) + rest.slice(from).replace(signOff, '');
  }
  return rest.trimEnd();
}

/** Returns a summary as standfirst; null if it only repeats the beginning of the text. */
export function standfirstOf(summary: string, text: string): string | null {
  const said = withoutSignOff(summary);
  const beginning = said.replace(truncated, '').trim();
  const repeats =
    beginning === '' || text.startsWith(beginning.slice(0, Math.max(20, beginning.length - 20)));
  return repeats ? null : said;
}
