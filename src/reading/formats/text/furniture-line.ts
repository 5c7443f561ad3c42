const end = String.raw`\s*[:.!»>…]*$`;

/** Lines that pages print around an article and that survive when a page is saved as text. */
const kinds: RegExp[] = [
  // advertising
  /^\W*(?:advert(?:isement)?s?|advertising|sponsored(?: content)?|anzeige|publicité|publicidad)\W*$/iu,
  /^\W*(?:story|article) continues (?:below|after)/iu,
  // to other articles
  new RegExp(
    String.raw`^\W*(?:read|see|watch|listen|view|learn|click)(?: (?:also|more|next|here|on|the (?:rest|full)[\p{L} ]*))+${end}`,
    'iu',
  ),
  /^\W*(?:(?:read|see|watch) (?:also|more|next)|also read|related(?: (?:articles?|stor(?:y|ies)|links?|news|content|topics))?|more from|more on|recommended|lire aussi|lesen sie auch|lea también|관련\s?기사)\s*[:：|–—-]\s?\S.{0,200}$/iu,
  // sharing, printing, commenting
  /^\W*(?:share|tweet|print|e-?mail|save|pin it|copy link|facebook|twitter|whatsapp|linkedin|reddit|telegram|comments?)(?:(?: (?:this|on|via|with|to|by|the|a|article|story|page|post|link|friend|facebook|twitter|whatsapp|linkedin|email|x))|[ |/,·•]+(?:share|tweet|print|e-?mail|save|facebook|twitter|whatsapp|linkedin|reddit))*\W*\d*\W*$/iu,
  /^\W*(?:\d+|no|leave a|post a|view|show|join the) ?(?:comments?|shares?|conversation|discussion)\W*$/iu,
  // subscribing
  /^\W*(?:subscribe|sign up|register|log ?in|sign in|download|get)\b(?! (?:a|an|his|her|their|its)\b).{0,60}\b(?:newsletters?|inbox|app|alerts?|updates|account|today|now|free|here)\W*$|^\W*(?:subscribe|sign up|sign in|log in|menu|search|skip to (?:main )?content)\W*$/iu,
  /^\W*(?:please )?(?:follow|like|find|join) (?:us|me|him|her|[\p{Lu}][\p{L}'’.-]+(?: [\p{Lu}][\p{L}'’.-]+){0,3})\s.{0,40}(?:twitter|facebook|instagram|telegram|youtube|linkedin|threads|bluesky|tiktok|@\w+).{0,60}$/iu,
  // the end of a take
  /^\W*(?:\(?(?:end|ends|endit|more to follow|more|끝)\)?|-\s?30\s?-|nnnn|#{2,})\W*$/iu,
];

const relatedHead =
  /^\W*(?:related|recommended|more|most|popular|trending|latest|top|editor['’]?s['’]? picks?|also|you may (?:also )?like|what to read next|don['’]t miss|관련\s?기사)(?: (?:articles?|stor(?:y|ies)|links?|news|content|topics|read|reading|popular|viewed|posts?|from \p{L}+|on this(?: story)?|coverage|headlines))*\s*[:：]?$/iu;

/** Whether a line belongs to the page and not to the article. Sentences of an article are never meant. */
// "Read more: A headline" → true, "Share on Facebook" → true, "Read the report, he said." → false
export function isFurniture(line: string): boolean {
  return line.length <= 240 && kinds.some((kind) => kind.test(line));
}

/** Whether a line heads a list of other articles, whose headlines follow. */
// "Related articles" → true
export function isRelatedHeading(line: string): boolean {
  return line.length <= 60 && relatedHead.test(line);
}

/** The addresses of a line that holds nothing else: how Yonhap signs its takes. */
// "ann@example.com (END)" → ["ann@example.com"]
export function readContact(line: string): string[] | undefined {
  const addresses = line.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g);
  if (!addresses) return undefined;
  const rest = addresses.reduce((text, address) => text.replace(address, ''), line);
  return /^(?:\W|\b(?:e-?mail|end|contact|the writer at|twitter)\b)*$/i.test(rest) ? addresses : undefined;
}
