import type { Author } from '../../model/article.ts';
import { isAgency, isNewsroom, isOrganization } from './agency-names.ts';
import { isBylinePlace } from './byline-places.ts';
import { withoutPrefix } from './byline-prefix.ts';
import { isWeekday, monthOf } from './month-names.ts';
import { inNameCase, isParticle } from './name-case.ts';

export interface Byline {
  /** As printed, without "By". */
  byline: string;
  authors: Author[];
}

const contribution =
  /[\s,;(.]*\b((?:with\s+)?(?:(?:additional|further)\s+)?(?:contributions?|reporting|files|reports|editing|writing)\s+(?:from|by)|with\s+(?:contributions|files|reports|reporting)\s+(?:from|by))\s*:?\s+/iu;

/** Credits of pictures after the names: `Foto: Bo Ek`, `| Photos by Bo Ek`. */
const pictures =
  /[\s,;|/]+(?:fotos?|photos?|photographs?|photography|bild(?:er)?|kuvat?|pictures?|фото|video|illustrations?|zdjęcia)\s*(?::|by\s|von\s|de\s)\s*\S.*$/iu;
/** A part of a wire's credits: `Additional reporting by Ann Lee`. */
const wireCredit =
  /^\W*(?<label>(?:(?:additional|further)\s)?(?:reporting|writing)(?:\s(?:and|&)\s(?:reporting|writing))?\sby)\s+(?<names>.+?)\W*$/iu;

/** An agency that follows a name without a space: `Eva Lind/NTB`. */
const withAgency = /(?<=\p{L}\.?)\/(\p{Lu}[^/,;|]{1,40})$/u;

const email = /[<([]?\s*(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)\s*[>)\]]?/u;

/** Degrees and professional titles, which follow a name and do not belong to it. */
const degree =
  /^(?:B\.?A|B\.?Sc|M\.?A|M\.?S|M\.?Sc|MBA|MPH|LL\.?M|J\.?D|R\.?D|RDN|RN|CPA|CFA|DDS|DVM|Esq)\.?$/;

const roleWord =
  /\b(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|critics?|analysts?|journalists?|stringers?|photographers?|producers?|anchors?|bureau chief|chief|intern|freelance(?:r)?|fellow|researcher|special (?:to|for)|staff|redakteur(?:in|en)?|redacteur|verslaggever|korrespondent(?:in|en)?|journaliste|inviat[oa]|envoyé spécial|correspondant|corresponsal|redactor|professor|director|minister|president|secretary|spokes\w+|author)\b|корреспондент|обозреватель|기자$|特派員$|記者$/iu;

/**
 * Parses a byline: people, agencies and desks, roles, e-mail addresses and contributors. Ignores places ("in Seoul")
 * and converts names in capitals to ordinary case. Undefined if the text names nobody or is a sentence.
 */
// "By Ann Lee and Bo Ek" → { byline: "Ann Lee and Bo Ek", authors: [Ann Lee, Bo Ek] }
// "BY ANN LEE, STAFF WRITER" → Ann Lee, role "STAFF WRITER"; "By Yonhap" → an agency
export function readByline(text: string): Byline | undefined {
  const byline = withoutPrefix(text)
    .replace(pictures, '')
    .replace(withAgency, (all: string, agency: string) => (isNewsroom(agency) ? ` / ${agency}` : all))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s,;|·•/–—-]+$/u, '');
  if (byline === '' || byline.length > 300) return undefined;
  const credits = readWireCredits(text);
  if (credits.length > 0) return { byline, authors: credits };
  const [main = '', label, others] = splitContribution(withoutOutlet(byline));
  const authors = readNames(main, null);
  if (label && others) authors.push(...readNames(others, label));
  return authors.length > 0 ? { byline, authors } : undefined;
}

/** Reads credits as Reuters prints them: `Writing by …; Reporting by …; Editing by …`. Editors are no authors. */
function readWireCredits(text: string): Author[] {
  const parts = text.split(/;\s*/).map((part) => wireCredit.exec(part)?.groups);
  if (!parts[0] || parts.length === 1) return [];
  return parts.flatMap((groups) => (groups?.names ? readNames(groups.names, groups.label ?? null) : []));
}

/** Removes outlets and places: `Ann Lee for The Post` → `Ann Lee`, `corresponsal en Madrid` → `corresponsal`. */
function withoutOutlet(byline: string): string {
  return byline
    .replace(/(?<=\p{L})(?<!special) for ((?:the )?\p{Lu}[^,;]*)$/iu, (all: string, outlet: string) =>
      isNewsroom(outlet) ? '' : all,
    )
    .replace(/(?<=\p{L}),? (special(?: correspondent)? (?:to|for) .+)$/iu, ', $1')
    .replace(
      /(?<=correspondent|correspondant|corresponsal|correspondente|enviad[oa] especial) (?:in|en|à|a|em) \p{Lu}[\p{L} ]+$/iu,
      '',
    );
}

function splitContribution(text: string): string[] {
  const match = contribution.exec(text);
  if (!match?.[1]) return [text];
  return [
    text.slice(0, match.index),
    match[1],
    text.slice(match.index + match[0].length).replace(/[).]+$/, ''),
  ];
}

const separator =
  /\s*(?:[;|·•]|\s[–—]\s|\s-\s|\s\/\s|،\s*|,?\s+(?:and|AND|with|WITH|und|UND|mit|MIT|et|ET|avec|y|con|e|en|og|OG|och|OCH|и|και|ve|&|[ia](?=\s+\p{Lu}\S+\s+\p{Lu}))\s+|,\s*|，|、)\s*/gu;

function readNames(text: string, role: string | null): Author[] {
  const authors: Author[] = [];
  let start = 0;
  const marks = [...text.matchAll(separator)];
  for (const [index, mark] of [...marks, null].entries()) {
    const part = text.slice(start, mark?.index ?? text.length);
    // A comma, slash or dash before the last part: "Jörg Weiß, Berlin".
    const before = marks[index - 1]?.[0].trim() ?? '';
    const mayBePlace = /^[,،/–—-]$/.test(before) && (mark === null || mark[0].trim() === ';');
    if (!(mayBePlace && isPlaceOf(authors.at(-1), part.trim()))) readPart(part, role, authors);
    start = (mark?.index ?? 0) + (mark?.[0].length ?? 0);
    // Without a name first it is a sentence: "By 1991, earnings may double, Ek said".
    if (index === 0 && authors.length === 0 && part.trim() !== '') return [];
  }
  return authors;
}

/** True for a place that is printed after an author. A single word is none beside names of a single word. */
function isPlaceOf(author: Author | undefined, words: string): boolean {
  if (!author || !/\s/.test(author.name) || isOrganization(words) || isRole(words)) return false;
  return isBylinePlace(words) && !suffix.test(words) && !degree.test(words);
}

/** Suffixes of names, which belong to the name. */
const suffix = /^(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D|MP|MEP|CBE|OBE)\.?$/i;

/** Parses one name, or something that belongs to the names before it: a role, an e-mail address, a suffix (Jr.). */
function readPart(part: string, role: string | null, authors: Author[]): void {
  const previous = authors.at(-1);
  const address = email.exec(part)?.[1] ?? null;
  const words = part
    .replace(email, ' ')
    .replace(/(?:^|\s)@\w+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\(([^()]+)\)$|^(?:του|της|των)\s(?=\p{Lu})/u, '$1');
  if (address && previous && !previous.email && (words === '' || !isName(words))) previous.email = address;
  if (words === '') {
    if (address && !previous) authors.push(author(address, role, address));
    return;
  }
  if (previous && suffix.test(words)) {
    previous.name += `, ${words}`;
    return;
  }
  if (previous && degree.test(words)) return;
  const bracketed = /^(.+?)\s*[(（[](.+)[)）\]]$/u.exec(words);
  const [, name = words, inside] = bracketed ?? [];
  const [who, where] = splitPlace(withoutDesk(name));
  const printedRole = role ?? roleInside(inside);
  if (previous?.kind === 'person' && !inside && isRole(who) && !isPersonWithRole(who)) {
    const holders = /s$/i.test(who) ? authors.filter(({ kind }) => kind === 'person') : [previous];
    for (const holder of holders) holder.role ??= where ? name : who;
  } else if (isOrganization(who)) authors.push({ ...author(who, printedRole, address), kind: 'agency' });
  else if (isRole(who)) {
    const [title, person] = splitRole(who);
    if (person) authors.push(author(person, title, address));
    else if (previous && !previous.role) previous.role = where ? name : who;
    else if (!previous && isUnnamed(who)) authors.push({ ...author(who, null, address), kind: 'agency' });
  } else if (isName(who)) authors.push(author(who, printedRole, address));
  const agency = inside?.replace(/^(?:avec|with|mit|con|com|met|med|e|und)\s+(?:l['’])?/iu, '');
  if (agency && isAgency(agency)) authors.push({ ...author(agency, null, null), kind: 'agency' });
}

function roleInside(inside: string | undefined): string | null {
  return inside && isRole(inside) && !isAgency(inside) ? inside : null;
}

/** `JUAN PÉREZ Madrid` → `JUAN PÉREZ` */
function withoutDesk(name: string): string {
  return name.replace(/(?<=^\p{Lu}{2,}(?:[\s-]\p{Lu}{2,}){1,3})\s\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?$/u, '');
}

/** `Ann Lee in Seoul` → [Ann Lee, Seoul] */
function splitPlace(name: string): [string, string | undefined] {
  const match = /^(.+?)\s+(?:in|at|aus|à|en|i)\s+(\p{Lu}.*)$/u.exec(name);
  return match?.[1] ? [match[1], match[2]] : [name, undefined];
}

/** `Ann Lee Staff Writer`: a role after a name without a comma. Outlets, too, have writers: `Washington Post Staff Writer`. */
const nameBeforeRole =
  /^(?!(?:Associated|Washington|New|Los|San|Times|Guardian|Post|Herald|Daily|Sunday|Staff|Senior|Special|Chief|The|Our|From|Foreign|Political|Business|Sports?|Science|Health|Deputy|Assistant|Managing|Executive|National|World|Music|Film|Travel|\p{Lu}{2,4})\s)(\p{Lu}\p{L}*\p{Ll}[\p{L}'’-]*\s(?:\p{Lu}\.\s)?\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*)\s((?:\S+\s){0,2}(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist|[Pp]hotographer))$/u;

/** `Staff Writer Ann Lee` → [Staff Writer, Ann Lee], `Ann Lee Staff Writer` → the same */
function splitRole(text: string): [string, string | undefined] {
  const match =
    /^((?:\S+\s+){0,4}?(?:writer|reporter|correspondent|editor|columnist|critic|contributor|analyst|journalist|chief|redact(?:eur|rice)|verslaggever|korrespondent(?:in|en)?|redakteur(?:in|en)?|journaliste|corresponsal|redactora?|inviat[oa]|корреспондент))[:,]?\s+(\p{Lu}\S+(?:\s+\S+){1,3})$/iu.exec(
      text,
    );
  if (match?.[1] && match[2] && isName(match[2])) return [match[1], match[2]];
  const [, writer = '', work] = nameBeforeRole.exec(text) ?? [];
  if (work && !isOrganization(writer)) return [work, writer];
  const [, name, title] = /^(\p{Lo}{2,5})\s*(기자|特派員|記者|记者)$/u.exec(text) ?? [];
  return name && title ? [title, name] : [text, undefined];
}

/** True for a role with a name, which is another author: `Staff Writer Bo Ek`. */
function isPersonWithRole(words: string): boolean {
  const [, person] = splitRole(words);
  return person !== undefined;
}

/** True for a role that replaces the name: `Staff Reporter`, `our own correspondent`. */
function isUnnamed(role: string): boolean {
  return role.split(/\s+/).length <= 4 && !/[.!?]$/.test(role);
}

function isRole(words: string): boolean {
  return roleWord.test(words) && !isAgency(words);
}

/** True for up to six words that are capitalised (particles excepted) or in a script without letter case. */
function isName(words: string): boolean {
  const parts = words.split(/\s+/);
  if (parts.length > 6 || /[\d:!?"“”<>]/.test(words) || words.length < 2) return false;
  if (!/\p{L}{2}/u.test(words) || isWeekday(words) || monthOf(words) !== undefined) return false;
  return parts.every((part, index) =>
    /^[('’`]*[\p{Lu}\p{Lo}\p{Lt}]/u.test(part) || /^(?:al|el|d|l)[-'’]\p{Lu}/u.test(part)
      ? true
      : isParticle(part) && (index > 0 || parts.length > 1),
  );
}

function author(name: string, role: string | null, address: string | null): Author {
  return { name: inNameCase(name.replace(/(?<=\p{L}{3})\.$/u, '')), kind: 'person', role, email: address };
}
