import { fold } from '../../model/fold.ts';
import type { Rights } from '../../model/rights.ts';

/** Longer terms are cut, in UTF-16 code units. */
const maxLength = 10_000;

/** Keeping copies, in the words of agencies. The texts are folded: without case and accents. */
const archiving =
  /\barchi[ve]|\barkiv|\barquiv|\blibrar(?:y|ies) use|\bstor(?:e|ed|ing|age)\b|\bretain|\bretention|\bdatabases?\b|speicher|datenbank|\bconserv|\bstocka|\balmacen|\bguardad|\bbewar|\boppbevar|\blagr|архив|хран|アーカイ[フブ]|保存|蓄積|存档|存檔|归档|歸檔|存储|아카이브|보관|저장|ارشف|حفظ|تخزين/;
const refusal =
  /\bno\b|\bnot\b|\bcannot\b|n't\b|\bnever\b|\bwithout\b|prohibit|forbid|\bexclud|restrict|\bban(?:ned)?\b|\blimited\b|\bkeine?\b|\bnicht\b|untersagt|verboten|\bohne\b|\bpas\b|interdi|\bsans\b|\bne peut\b|prohibid|\bsin\b|proibid|\bnao\b|\bsem\b|\bnon\b|viet|divieto|\bgeen\b|\bniet\b|\bej\b|\binte\b|\bikke\b|\bikkje\b|forbud|запрещ|\bне\b|(?<!\p{L})(?:не|без)(?!\p{L})|不可|禁止|不得|不许|不許|금지|불가|ممنوع|يمنع|يحظر|لا يجوز|محظور/u;
const consent =
  /\bno (?:restriction|limit)|\bunrestricted|\bunlimited|\bwithout (?:restriction|limit)|\bnot (?:restricted|limited|prohibited)|uneingeschrankt|unbeschrankt|sans (?:restriction|limit)|sin (?:restriccion|limit)|senza (?:restrizion|limit)|sem (?:restric|limit)|zonder beperking|utan begransning|без ограничен/;

/** A span of time after a word that limits it. */
const duration =
  /(?:\b(?:for|within|after|only|of|to|than|in|over|under|last|fur|nach|innerhalb(?: von)?|binnen|bis zu|nur|maximal|pendant|apres|dans(?: les)?|sous|a|durante?|despues de|dentro de|por|tras|apos|ate|entro|dopo|per|na|gedurende|efter|etter|inom|innen|i)\s+|\bdurante (?:los|as) (?:primeros|primeiras)\s+|^\W*|\W)(?:a |an |the |les |los |de |von )?(?:\d{1,4}|one|two|three|seven|ten|fourteen|twenty-one|twenty-four|thirty|sixty|ninety|ein(?:en|em)?|drei|sieben|vierzehn|dreißig|dreissig|un|trente|quinze|treinta|trenta|trinta|dertig|trettio|tretti)[\s-]?(?:\(\d+\)\s?)?(?:calendar |full |jours? francs? )?(?:hours?|hrs?|days?|weeks?|months?|years?|stunden?|tagen?|wochen?|monaten?|heures?|jours?|semaines?|mois|horas?|dias?|semanas?|mes(?:es)?|ore|giorn[oi]|settiman[ae]|mesi|uur|dagen|weken|maanden|timmar|timer|dager?|dagar|veckor|uker|manader)\b|\d\s?(?:日|天|小时|小時|時間|か月|ヶ月|个月|個月|週間|일|시간|개월|주)|\d+\s+(?:дн|суток|час|недел|месяц)|\d+\s+(?:يوم|ساع|شهر|اسبوع)/;
/** Spans of time that do not limit the use of the text. */
const otherSpan =
  /\bpay|invoice|\bfee\b|embargo|\bdeath\b|\blife of\b|rechnung|zahl(?:ung|bar)|paiement|facture|\bpago\b|\bnotice period\b|in advance|prior notice/;

const deletion =
  /\b(?:must|shall|should|to|has to|have to|will) be (?:permanently |completely )?(?:deleted|removed|destroyed|purged|erased|taken down)|\b(?:delete|remove|destroy|purge|erase|take down)\b.{0,60}\b(?:within|after|by|from|no later)\b|\bmandatory (?:delet|remov|kill)|(?:zu|muss|mussen|ist|sind|werden) .{0,60}\bloschen\b|\bzu loschen\b|\bgeloscht werden|\ba (?:supprimer|detruire|effacer)\b|doi(?:t|vent) etre (?:supprim|detrui|efface|retire)|debe(?:n|ra|ran)? (?:eliminar|borrar|suprimir|destruir|retirar|ser (?:elimin|borr|destru|retir))|deve(?:m|rao|ra)? ser (?:apagad|excluid|eliminad|removid|destruid)|dev(?:e|ono) essere (?:cancell|elimin|rimoss|distrutt)|\bda (?:cancellare|eliminare)\b|moet(?:en)? .{0,60}(?:verwijder|vernietig)|\bska(?:ll|l)? .{0,40}(?:raderas|tas bort|slettes|fjernes)|\bma slettes|(?:удалить|удален|уничтож)|削除|删除|刪除|삭제|حذف/;
const end =
  /\b(?:not|no|never|cannot|may not|n't)\b.{0,60}\bafter\b|\bexpir(?:es?|y|ation|ing)\b|\b(?:use[ds]?|usage|usable|valid|available|licen[cs]ed?|permitted|published) .{0,40}\b(?:until|till|up to|through|no later than)\b|\b(?:nutz|verwend|veroffentlich|gultig|freigegeben|verfugbar)\w* .{0,40}\bbis\b|\bnicht .{0,40}\bnach dem\b|\b(?:utilis|valable|publi)\w* .{0,40}\bjusqu|\b(?:pas|plus) .{0,40}\bapres\b|\b(?:us[oa]|utiliz|valid|publica)\w* .{0,40}\b(?:hasta|ate)\b|\bno .{0,40}\bdespues de|\bnao .{0,40}\b(?:apos|depois de)|\b(?:us[oa]|utilizz|valid)\w* .{0,40}\bfino al?\b|\bnon .{0,40}\bdopo\b|\b(?:gebruik|geldig)\w* .{0,40}\btot\b|\bniet .{0,40}\bna\b|\b(?:anvand|gjeld|brukes)\w* .{0,40}\btil\w*\b|使用期限|掲載期限|有効期限|有效期|사용 ?기한|유효 ?기간|срок (?:действия|использования)/;
const notBefore =
  /\b(?:not|no|nicht|pas|no|non|niet)\b .{0,60}\b(?:until|till|before|bis|vor|avant|antes|prima|voor)\b/;
const once =
  /\b(?:one[- ]time|single|one-off|once only|first)[- ]?(?:use|usage|publication|run)\b|\bone[- ]time only\b|einmalige|usage unique|un solo uso|uso (?:unico|singolo)|eenmalig|engangs/;

/**
 * True if terms of use limit how long a text may be stored or used: "not for use after 30 days", "no archive", "must be
 * deleted within 24 hours", "one-time use only". Knows the wordings of agencies in twelve languages.
 */
export function limitsArchiving(terms: string): boolean {
  return fold(terms.slice(0, maxLength))
    .split(/[.;!\n|•。；]+(?=\s|$)|\s[-–—/]\s|[;!|•。；\n]/)
    .some(isLimit);
}

function isLimit(part: string): boolean {
  const text = part.replace(/\s+/g, ' ').trim();
  if (text === '' || consent.test(text)) return false;
  if (archiving.test(text) && refusal.test(text)) return true;
  if (deletion.test(text) || once.test(text)) return true;
  if (end.test(text) && !notBefore.test(text) && !otherSpan.test(text)) return true;
  return duration.test(text) && !otherSpan.test(text);
}

/** Returns the terms of an article that limit archiving, if it states any. */
export function archivingTerms(rights: Rights | undefined): string | undefined {
  const stated = [rights?.usageTerms, rights?.notice].filter((text) => typeof text === 'string');
  return stated.find(limitsArchiving);
}

/** Maximum length of terms in a message, in UTF-16 code units. */
const maxQuoted = 200;

/** Returns terms as a message quotes them: on one line, cut if they are long. */
export function quoted(terms: string): string {
  const line = terms.replace(/\s+/g, ' ').trim();
  return line.length > maxQuoted ? `${line.slice(0, maxQuoted)} …` : line;
}
