import { slugOf } from '../../model/slug.ts';

/** Taxonomies of WordPress and of its plug-ins that state no subject: languages, translations, looks, authors. */
const technical =
  /^(?:post_format|post-format|language|term_language|post_translations|term_translations|translation_priority|nav_menu|author|ppma_author|link_category|yst_prominent_words|wp_\w+|product_(?:type|visibility)|elementor\w*|post_status|following_users|ef_\w+|amp_validation_error|_?status)$/;

/** True for a taxonomy whose terms are keywords, or sections. */
export function isSubjectTaxonomy(taxonomy: string): boolean {
  return !technical.test(taxonomy);
}

/**
 * Returns the name of a co-author whose term is a login: its description is the name that is shown, then other names, the
 * login and the address of mail.
 */
// "dora-dee", "dora-dee", "Dora Dee Dora Dee dora-dee 7 d@a.example" → "Dora Dee"
export function nameInDescription(name: string, login: string, description: string): string {
  if (/\s/.test(name)) return name;
  const words = description.trim().split(/\s+/, 8);
  for (let count = 1; count < words.length; count++) {
    const shown = words.slice(0, count).join(' ');
    if (count > 1 && slugOf(shown) === slugOf(login)) return shown;
  }
  return name;
}

/** True for a taxonomy that states authors: Co-Authors Plus, PublishPress. */
export function isAuthorTaxonomy(taxonomy: string): boolean {
  return taxonomy === 'author' || taxonomy === 'ppma_author';
}
