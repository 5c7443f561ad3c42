/** Taxonomies of WordPress and of its plug-ins that state no subject: languages, translations, looks, authors. */
const technical =
  /^(?:post_format|post-format|language|term_language|post_translations|term_translations|translation_priority|nav_menu|author|ppma_author|link_category|yst_prominent_words|wp_\w+|product_(?:type|visibility)|elementor\w*|post_status|following_users|ef_\w+|amp_validation_error|_?status)$/;

/** True for a taxonomy whose terms are keywords, or sections. */
export function isSubjectTaxonomy(taxonomy: string): boolean {
  return !technical.test(taxonomy);
}

/** True for a taxonomy that states authors: Co-Authors Plus, PublishPress. */
export function isAuthorTaxonomy(taxonomy: string): boolean {
  return taxonomy === 'author' || taxonomy === 'ppma_author';
}
