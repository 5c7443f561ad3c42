import { type MoreNames, moreNames, prefixedNames } from './more-names.ts';

/**
 * Fields that a record can be mapped to, and the names that others give them, the usual first: those of APIs, then those
 * of the tables of WordPress, Drupal and Joomla, then those of other languages.
 */
const names = {
  id: [
    ...['id', 'guid', 'uuid', '_id', 'articleId', 'article_id', 'uri', 'postId', 'doc_id'],
    ...['ID', 'post_id', 'nid'],
  ],
  url: [
    ...['url', 'link', 'canonicalUrl', 'canonical_url', 'permalink', 'webUrl', 'web_url'],
    ...['href', 'source_url', 'articleUrl'],
    ...['post_url', 'lien', 'enlace', 'ссылка', '링크', 'リンク', '链接', '連結'],
  ],
  headline: [
    ...['headline', 'title', 'headlines.main', 'headline.main', 'webTitle', 'heading'],
    ...['name', 'title.rendered', 'subject'],
    ...['post_title', 'node_title', 'article_title', 'titel', 'überschrift', 'schlagzeile'],
    ...['titre', 'título', 'titulo', 'titular', 'titolo', 'manchete', 'заголовок'],
    ...['название', 'tytuł', 'overskrift', 'otsikko', 'kop', 'nadpis', 'názov', 'cím'],
    ...['titlu', 'başlık', 'judul', 'tiêu đề', 'τίτλος', '제목', '見出し', 'タイトル', '标题', '標題'],
    ...['题目', 'عنوان', 'العنوان', 'כותרת', 'शीर्षक'],
  ],
  standfirst: [
    ...['standfirst', 'summary', 'description', 'abstract', 'excerpt', 'dek', 'deck'],
    ...['lead', 'subtitle', 'subheadline', 'snippet', 'trailText', 'excerpt.rendered'],
    ...['teaser'],
    ...['post_excerpt', 'introtext', 'intro', 'ingress', 'vorspann', 'untertitel', 'chapô'],
    ...['chapo', 'sous-titre', 'résumé', 'bajada', 'entradilla', 'copete', 'resumen'],
    ...['resumo', 'sommario', 'occhiello', 'лид', 'аннотация', 'manchet', '요약', 'リード'],
    ...['摘要', '导语'],
  ],
  body: [
    ...['body', 'text', 'content', 'body_html', 'bodyHtml', 'body_text', 'bodyText'],
    ...['articleBody', 'content_html', 'contentHtml', 'content_text', 'fullText'],
    ...['full_text', 'maintext', 'article', 'story', 'html', 'content.rendered'],
    ...['fields.body'],
    ...['post_content', 'body_value', 'text_body', 'inhalt', 'artikeltext', 'texte'],
    ...['contenu', 'corps', 'texto', 'contenido', 'cuerpo', 'conteúdo', 'corpo', 'testo'],
    ...['contenuto', 'текст', 'содержание', 'tekst', 'brödtext', 'innehåll', 'teksti'],
    ...['treść', 'obsah', 'szöveg', 'metin', 'içerik', 'nội dung', 'isi', 'κείμενο', '본문'],
    ...['내용', '本文', '正文', '内容', '內容', 'نص', 'النص', 'introtext'],
  ],
  byline: [
    ...['byline', 'author', 'authors', 'by', 'creator', 'writer', 'reporter', 'journalist'],
    ...['byline.original', 'author_name', 'authorName', 'fields.byline'],
    ...['author_display_name', 'display_name', 'created_by_alias', 'post_author', 'autor'],
    ...['verfasser', 'auteur', 'autora', 'autore', 'автор', 'författare', 'forfatter'],
    ...['kirjoittaja', 'tekijä', 'journaliste', 'periodista', 'giornalista', 'jornalista'],
    ...['redakteur', 'yazar', 'penulis', 'tác giả', '기자', '작성자', '글쓴이', '著者', '記者', '作者'],
    ...['记者', 'الكاتب'],
  ],
  published: [
    ...['published', 'publishedAt', 'published_at', 'date', 'datePublished'],
    ...['date_published', 'publicationDate', 'publication_date', 'publishDate'],
    ...['publish_date', 'date_publish', 'pubDate', 'pub_date', 'webPublicationDate'],
    ...['firstPublished', 'created_at', 'createdAt', 'created', 'timestamp', 'time'],
    ...['date_gmt', 'datetime'],
    ...['post_date_gmt', 'post_date', 'publish_up', 'field_date', 'datum'],
    ...['erscheinungsdatum', 'veröffentlicht', 'veröffentlichungsdatum'],
    ...['date de publication', 'publié', 'fecha', 'fecha de publicación', 'publicado'],
    ...['data', 'data de publicação', 'data di pubblicazione', 'pubblicato', 'дата'],
    ...['дата публикации', 'publicerad', 'publisert', 'julkaistu', 'päivämäärä', 'dato'],
    ...['dátum', 'tarih', 'tanggal', 'ngày', 'ημερομηνία', '날짜', '작성일', '등록일', '日付', '公開日'],
    ...['日期', '发布日期', '发布时间', 'تاريخ', 'التاريخ'],
  ],
  updated: [
    ...['updated', 'updatedAt', 'updated_at', 'modified', 'dateModified', 'date_modified'],
    ...['date_modify', 'lastModified', 'last_modified', 'lastmod', 'modified_gmt', 'versionCreated'],
    ...['post_modified_gmt', 'post_modified', 'changed', 'geändert', 'änderungsdatum'],
    ...['modifié', 'mis à jour', 'modificado', 'actualizado', 'aggiornato', 'изменено'],
    ...['更新日', '更新时间', '수정일'],
  ],
  language: [
    ...['language', 'lang', 'locale', 'inLanguage'],
    ...['langcode', 'sprache', 'langue', 'idioma', 'lingua', 'язык', 'språk', '언어', '言語'],
    ...['语言'],
  ],
  keywords: [
    ...[
      'keywords',
      'tags',
      'topics',
      'postTags',
      'tag_list',
      'categories',
      'category',
      'section',
      'sections',
    ],
    ...['subjects', 'labels', 'sectionName'],
    ...['post_tag', 'post_tags', 'schlagwörter', 'schlagworte', 'stichwörter', 'kategorie'],
    ...['kategorien', 'mots-clés', 'mots clés', 'catégorie', 'catégories'],
    ...['palabras clave', 'etiquetas', 'categoría', 'categorías', 'palavras-chave'],
    ...['categoria', 'parole chiave', 'теги', 'ключевые слова', 'категория', 'nyckelord'],
    ...['avainsanat', '키워드', '태그', 'キーワード', 'タグ', '关键词', '标签', '分类'],
  ],
  section: [
    ...['section', 'sectionName', 'section_name', 'sections', 'desk', 'newsDesk'],
    ...['news_desk', 'channel', 'ressort', 'rubric', 'rubrik'],
    ...['rubrique', 'sección', 'seccion', 'seção', 'sezione', 'рубрика', 'раздел'],
    ...['sektion', 'osasto', '섹션', '栏目', '版面'],
  ],
  image: [
    ...['image', 'images', 'imageUrl', 'image_url', 'urlToImage', 'thumbnail', 'top_image'],
    ...['picture', 'photo', 'media'],
    ...[
      'cover',
      'cover_image',
      'coverImage',
      'featuredImage',
      'heroImage',
      'hero_image',
      'banner',
      'header.image',
      'ogImage',
      'feature',
    ],
    ...['featured_image', 'feature_image', 'thumbnail_url', 'image_src', 'og_image'],
    ...['lead_image_url', 'bild', 'imagen', 'imagem', 'immagine', 'изображение', '이미지'],
    ...['画像', '图片'],
  ],
  caption: [
    ...['caption', 'imageCaption', 'image_caption'],
    ...['bildunterschrift', 'légende', 'leyenda', 'pie de foto', 'legenda', 'didascalia'],
    ...['подпись'],
  ],
  credit: [
    ...['credit', 'imageCredit', 'image_credit', 'photographer'],
    ...['bildnachweis', 'fotograf', 'crédit', 'crédito'],
  ],
  source: [
    ...['source', 'sourceName', 'source_name', 'publisher', 'outlet', 'publication'],
    ...['newspaper', 'quelle', 'medium', 'zeitung', 'fuente', 'fonte', 'источник', 'källa'],
    ...['lähde', '출처', '매체', '언론사', '媒体', '来源', '出典', '新聞社'],
  ],
} satisfies Record<string, readonly string[]>;

export type MappedField = keyof typeof names;

/** Usual names of each field, the surest first. */
export const automaticNames: Readonly<Record<MappedField, readonly string[]>> = withMore(names, moreNames);

function withMore<Field extends string>(
  usual: Record<Field, string[]>,
  more: MoreNames,
): Record<Field, string[]> {
  const all = { ...usual };
  for (const field in all)
    all[field] = [...all[field], ...(more[field]?.split('|') ?? []), ...prefixedNames(field)];
  return all;
}

/** The fields of ours that `map` may declare. */
export const mappedFields = Object.keys(names).filter((name): name is MappedField => name in names);
