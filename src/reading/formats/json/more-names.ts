/** Further names of fields, separated by bars. */
export type MoreNames = Readonly<Record<string, string>>;

/** Names of fields that are rarer than those of `automaticNames`: of programs and data sets, then in other languages. */
export const moreNames: MoreNames = {
  url: 'page_url|article_link|post_link|koppeling|länk',
  headline: 'hed|headline_text|title_text|naslov|rubrik',
  standfirst:
    'short_description|meta_description|highlights|sub_headline|subhead|subheading|sub_title|subtítulo|' +
    'sottotitolo|onderkop|podtytuł|underrubrik|undertittel|alaotsikko|подзаголовок|анонс|samenvatting|inleiding|' +
    'perex|sumario|zajawka|streszczenie|özet|anreißer|kurztext|kurzfassung|accroche|要約|概要',
  body: 'story_text|main_text|raw_content|document|inhoud|artikeltekst|conținut',
  byline: 'authorsByline|publishedBylines|written_by|szerző|redaktor|筆者',
  published:
    'published_utc|time_published|published_time|published_date|date_posted|posted_at|posted_on|posted|' +
    'first_published_at|first_publication_date|issued|issue_date|date_created|_createdAt|publicatiedatum|' +
    'datum publicatie|data publikacji|data publicării|publiceringsdatum|publiseringsdato|udgivet|publicado en|' +
    'data pubblicazione|datum vydání|datum publikace|дата и время|掲載日|発行日|配信日',
  updated:
    'updated_date|date_updated|lastUpdated|last_updated|last_publication_date|_updatedAt|bijgewerkt|uppdaterad',
  keywords: 'trefwoorden|słowa kluczowe|tagi|nøkkelord|nøgleord|klíčová slova|kulcsszavak|etiketler|taggar',
  section:
    'sectie|rubriek|editoria|caderno|dział|avdelning|seksjon|rubrika|rovat|secțiune|ジャンル|面名|カテゴリ|カテゴリー',
  image:
    'mainImage|lead_image|header_image|cover_photo|banner_image|titleImage|foto|imagen destacada|afbeelding|' +
    'zdjęcie|bilde|billede|kuva|obrázek|görsel|фото|写真',
  caption: 'photo_caption|bildtext|bildetekst|billedtekst|kuvateksti|bijschrift|podpis|popisek|写真説明',
  credit: 'photo_credit|bildquelle|crédit photo|fotocredit',
  source: 'site_name|outlet_name|publication_name|media_name|bron|źródło|kilde|zdroj|forrás|kaynak|sursa',
};

/** Names to which data sets add a prefix: `article_title`, `newsDate`. */
const prefixed: MoreNames = {
  id: 'id',
  url: 'url|link',
  headline: 'title|headline|heading',
  standfirst: 'summary|description|abstract|excerpt|subtitle|lead',
  body: 'body|text|content|html',
  byline: 'author|authors|byline|writer',
  published: 'date|published|datetime|published_date|publish_date|time',
  updated: 'updated|modified',
  language: 'language|lang',
  keywords: 'keywords|tags|category|categories|topic|topics',
  section: 'section',
  image: 'image|image_url|photo',
  source: 'source|publisher',
};

/** Returns the names of a field with the prefixes `article`, `news` and `story`. */
export function prefixedNames(field: string): string[] {
  const words = prefixed[field]?.split('|') ?? [];
  return words.flatMap((word) => ['article', 'news', 'story'].map((prefix) => `${prefix}_${word}`));
}
