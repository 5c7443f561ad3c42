// Spanish agencies write ".-"; Russian ones end the dateline with a full stop; seven bits write the dash as " _ ".
const dash = String.raw`(?:(?<=[)）])(?:\.(?:\s?[-—–]\s?|\s+(?=\p{Lu}))|\s*[:=]\s+)|\s*(?:--+|[—–―])\s*|\s+(?:-+|_)\s+|\s*-\s+(?=\p{Lu}|["“]))`;
const capitals = String.raw`(?:\p{Lu}{2}[\p{Lu}'’.-]*|(?:ST|MT|FT)\.|[’']S-\p{Lu}+|(?:Mc|Mac)\p{Lu}{2,}|\p{Lu}\p{L}?\.)`;
const place = `${capitals}(?:[ /-]${capitals}){0,5}`;
const mixed = String.raw`\p{Lu}[\p{L}'’.-]+(?:[ /-](?:(?:de|del|la|le|of|am|an|der|upon|sur|al|do|da)[ -])?\p{Lu}[\p{L}'’.-]+){0,4}`;
const qualifier = String.raw`(?:the\s)?\p{Lu}[\p{L}.'’-]*(?:\s(?:of\s|and\s)?\p{Lu}[\p{L}.'’-]*){0,3}`;
const weekday = `(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`;
const monthDay = String.raw`\p{L}{3,12}\.?\s\d{1,2}(?:\sd\.)?|\d{1,2}\.?\s(?:de\s)?\p{L}{3,12}\.?`;
const day = String.raw`(?:le\s|den\s)?(?<date>(?:${weekday},?\s)?(?:${monthDay})(?:,?\s(?:de\s)?\d{4}\.?)?|\d{4}\.\s\p{L}{3,12}\s\d{1,2}\.(?:,\s\p{L}{3,12})?|${weekday})`;
const agencyName = String.raw`(?:[\p{Lu}\p{Lo}©]|(?:dpa|epd|ots|afp|ap|tca|idw|dts)\b)[^()（）]{1,40}|dpa|epd|ots|afp|ap|idw|dts`;
const agency = `[(（](?<agency>${agencyName})[)）]`;
const slashed = String.raw`/(?<agency>(?:[Кк]орр\.\s)?[\p{L}][\p{L} .-]{1,28}(?:/[\p{L}]{2,12})?)/`;
const places = `(?:${place}|${mixed})(?:, ${qualifier}){0,3}?`;

/**
 * Forms of datelines in Latin, Greek and Cyrillic letters, in the order of their trial. Groups: `text` (as printed), `place`,
 * `date`, `agency` (as the parentheses or slashes have it), `wire` (an agency without them), `before` (a sentence follows
 * without any mark, so the agency must be known).
 */
export const datelineForms: readonly RegExp[] = [
  // LONDON, Reuter - | JAKARTA, KOMPAS.com -
  dashed(
    String.raw`(?<place>${place}(?:, ${qualifier}){0,3}?)(?:,? ${day})?,\s(?<wire>\p{Lu}\p{L}{1,12}(?:\.(?:com|co\.id|id|co|CO))?)`,
  ),
  // МОСКВА, 26 ноя - РИА Новости. | Москва. 26 ноября. INTERFAX.RU -
  ended(
    String.raw`(?<place>${place}|${mixed}),\s${day}\s[-–—]\s(?<wire>[\p{L}]{3,12}(?:\s\p{Lu}\p{L}{3,12})?)`,
    String.raw`[.,]\s`,
  ),
  ended(
    String.raw`(?<place>${place}|${mixed})\.\s(?<date>(?:${monthDay})(?:\s\d{4}(?:\sг(?:ода|\.))?)?)\.\s(?<wire>[\p{L}.]{2,20}?)`,
    String.raw`(?:\s*[-–—]|\.)\s`,
  ),
  // (ANSA) - ROMA, 26 NOV -
  ended(
    String.raw`${agency}\s*[-–—]\s*(?<place>${places})(?:,\s${day})?`,
    String.raw`\s*(?:[-–—]|\.\s?[-–—]?)\s+`,
  ),
  // SAN FRANCISCO--(BUSINESS WIRE)--
  ended(String.raw`(?<place>${places})\s?--\s?${agency}`, String.raw`\s?--\s?`),
  // København, tirsdag /ritzau/ | МОСКВА, 26 ноября. /ТАСС/. | NEW YORK, Nov. 26, 2024 /PRNewswire/ --
  ended(
    String.raw`(?<place>${places})(?:,?\s${day}|,\s(?<weekday>\p{Ll}{4,9}))?\.?\s${slashed}`,
    String.raw`(?:\.|:)?\s*(?:[-–—]+\s*)?`,
  ),
  // 26 ноября, Минск /Корр. БЕЛТА/.
  ended(String.raw`${day},\s(?<place>${mixed})\s${slashed}`, String.raw`\.?\s*(?:[-–—]+\s*)?`),
  // SEOUL, Nov. 3 (Yonhap) -- | CHICAGO, Ill. (AP) — | WASHINGTON — | JAKARTA, Indonesia —
  dashed(String.raw`(?<place>${place}(?:, ${qualifier}){0,3}?)(?:,? ${day})?(?:,?\s?${agency})?`),
  // Seoul, Nov. 3 (Yonhap) -- | Washington (AP) — | Oslo (NTB): | New Delhi [India], November 26 (ANI):
  dashed(String.raw`(?<place>${mixed}(?:, ${qualifier}|\s\[\p{Lu}\p{L}+\]){0,2}?)(?:,? ${day})?\s?${agency}`),
  dashed(`(?<place>${mixed}(?:, ${qualifier}){0,2}?), ${day}`),
  // Bonn (KNA) Der | New Delhi, Nov 26 (PTI) The
  ended(
    String.raw`(?<place>${places})(?:,? ${day})?\s${agency}(?<before>)`,
    String.raw`\s+(?=\p{Lu}|["„“«])`,
  ),
  // BRUSSEL 26/11 (BELGA) =
  ended(String.raw`(?<place>${place})\s(?<date>\d{1,2}/\d{1,2})\s${agency}`, String.raw`\s*[=-]\s+`),
  // Liputan6.com, Jakarta -
  ended(
    String.raw`(?<wire>\p{Lu}[\p{L}\d]{2,14}\.(?:com|co\.id|id|co|CO)),\s(?<place>${mixed})`,
    String.raw`\s?[-–—]\s+`,
  ),
  // NEW DELHI: | KARACHI, Nov 26:
  ended(`(?<place>${place}(?:, ${qualifier}){0,1}?)(?:,? ${day})?(?<colon>)`, String.raw`:\s+`),
  // (Reuters) - | AP -
  dashed(`(?:${agency}|(?<wire>[A-Z][A-Za-z]{1,11}))`),
];

function dashed(opening: string): RegExp {
  return ended(opening, String.raw`(?:${dash}|\s*(?:-|--|—|–)\s*$)`);
}

function ended(opening: string, end: string): RegExp {
  return new RegExp(String.raw`^\s*(?<text>${opening})(?:${end})`, 'u');
}
