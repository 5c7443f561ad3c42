import type { ArticleCard } from './article.ts';
import { fold } from './fold.ts';

/** Fields of an article that say who wrote it, and for whom. */
export type Authorship = Pick<ArticleCard, 'authors'> & Partial<Pick<ArticleCard, 'source' | 'url'>>;

/** Maximum number of words in a person's name. Longer texts are sentences. */
const maxWords = 6;

/** Words that publishing systems print in place of an author, folded. */
const placeholders = new Set(
  `no author | no byline | author | authors | the author | post author | author name | by | byline | none | null | nil | undefined | n/a | na
   unknown | unknown author | anonymous | not specified | unspecified | various | various authors | multiple authors | other | others
   admin | admins | administrator | site admin | site administrator | webadmin | wpadmin | webmaster | web master | moderator | root
   system | default | test | tester | test user | user | username | login | member | guest | guests | guest author | guest writer
   guest blogger | guest contributor | guest post | guest editor | guest columnist | special guest | contributor | contributors
   contributing writer | staff | our staff | the staff | editor | editors | the editor | the editors | web editor | editorial
   editorial staff | editorial team | editorial board | newsroom | redactor | wordpress | blogger | blog | sponsored | sponsor
   advertiser | advertorial | press release | me | you | i | we | us | fail | name | your name | first name last name | profile
   administrador | administrateur | administratore | amministratore | invitado | invitada | invité | gast | gastautor | gastautorin
   gastbeitrag | ospite | convidado | unbekannt | inconnu | anonyme | anonimo | anónimo | anonym | desconocido | desconhecido
   sconosciuto | sin autor | sem autor | sans auteur | kein autor | ohne autor | autor | autorin | auteur | autore | autora
   redakteur | redakteurin | rédacteur | redaktion | die redaktion | rédaction | la rédaction | redacción | la redacción
   redazione | la redazione | redação | da redação | redactie | redaktionen | redakcja | redakce | redaktör | redaktor
   админ | администратор | редактор | редакция | редакція | автор | гость | неизвестен | неизвестный автор | аноним
   مدير | المحرر | التحرير | هيئة التحرير | admin, admin | 管理员 | 管理員 | 编辑 | 編輯 | 佚名 | 匿名 | 編集部 | 管理者 | 관리자 | 편집자 | 편집부 | 익명`
    .split(/\s*[|\n]\s*/)
    .map(plain),
);

/** Accounts of a publishing system: "user_42", "wp-editor", "author1", a number, a hexadecimal id. */
const account =
  /^(?:(?:wp|cms)[-_ ].*|(?:admin|administrator|author|editor|guest|member|staff|test|user|username|webmaster)[-_ .]?(?:\d+|name|id)|\d+|[0-9a-f-]*\d[0-9a-f-]{15,})$/i;

/** Text of a page or an address, but no name. */
const otherText =
  /@|:\/\/|^mailto:|\d:\d|\b(?:19|20)\d\d\b|[<>{}!?]|&#?\w+$|^(?:by|posted by|post author|analysis by|view|see all|follow|about|meta name)\s/i;

/**
 * Returns the names of an article's authors that become tags, as printed, each once: people, agencies and desks. Leaves
 * out placeholders ("No Author"), initials, accounts, addresses, sentences, and the outlet itself. A handle
 * ("melody") is a name.
 */
export function authorNames({ authors, source, url }: Authorship): string[] {
  const outlets = [source?.name, source?.slug].flatMap((name) => (name ? [letters(name)] : []));
  const labels = hostLabels(url);
  const names = authors.filter(({ name, kind }) => {
    const isOutlet = outlets.includes(letters(name)) || (isOneWord(name) && labels.includes(letters(name)));
    return (
      !isOutlet && !placeholders.has(plain(name)) && (kind === 'agency' ? isPrintable(name) : isPerson(name))
    );
  });
  return [...new Set(names.map(({ name }) => name))];
}

function isPerson(name: string): boolean {
  if (!isPrintable(name) || account.test(name) || name.split(/\s+/).length > maxWords) return false;
  return !areInitials(name);
}

function isPrintable(name: string): boolean {
  return /\p{L}/u.test(name) && !otherText.test(name);
}

/** True for "A.B.", "J. D." and "cm", but not for "Bo", "李娜" or "J. Doe". */
function areInitials(name: string): boolean {
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\s.-]+$/u.test(name)) return false;
  const words = name.split(/[\s.-]+/).filter((word) => word !== '');
  return words.every(({ length }) => length === 1) || /^(?:\p{Ll}{2}|\p{Lu}{2})$/u.test(words.join(' '));
}

function isOneWord(name: string): boolean {
  return !/\s/.test(name.trim());
}

/** Returns the names that an outlet has in its own address: `https://www.reuters.com/a` → `reuters` and `reuterscom`. */
function hostLabels(url: string | null | undefined): string[] {
  if (!url || !URL.canParse(url)) return [];
  const host = new URL(url).hostname.replace(/^www\./, '');
  return [letters(host), ...host.split('.').filter((label) => label.length > 3)];
}

function plain(name: string): string {
  return fold(name)
    .replace(/[\s._-]+/g, ' ')
    .trim();
}

/** Returns the letters and digits of a name, without an article. */
function letters(name: string): string {
  return fold(name)
    .replace(/^(?:the|der|die|das|le|la|el|il)\s+/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
