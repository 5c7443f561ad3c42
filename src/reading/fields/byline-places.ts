import { arabicTowns } from './dateline-places.ts';

/** Places of several words that are printed after a reporter's name. One of a single word needs no list. */
const places = new Set(
  `abu dhabi | addis abeba | bad homburg | buenos aires | cape town | ciudad de méxico | den haag | frankfurt am main | hong kong
   kuala lumpur | la habana | la paz | las vegas | le caire | los angeles | mexico city | miasto meksyk | new delhi | new orleans
   new york | nova iorque | nova york | novi sad | nueva york | nowy jork | phnom penh | rio de janeiro | salt lake city | san diego
   san francisco | san salvador | santiago de chile | sankt petersburg | são paulo | são tomé | sri lanka | st. petersburg | tel aviv
   tel-aviv | the hague | united nations | washington, d.c. | washington d.c. | washington dc`.split(
    /\s*[|\n]\s*/,
  ),
);

/** True for a place after a comma or dash that follows a full name: `Jörg Weiß, Berlin`; not for `Ann Lee, Bo Ek`. */
export function isBylinePlace(words: string): boolean {
  if (places.has(words.toLowerCase()) || arabicTowns.has(words)) return true;
  return /^\p{Lu}[\p{L}'’.-]{2,}(?:\/\p{Lu}[\p{L}'’.-]{2,})*$/u.test(words);
}
