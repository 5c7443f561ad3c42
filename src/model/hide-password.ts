/**
 * Returns a text with the user name and password of each address in it replaced, for messages, logs and reports.
 *
 *     hidePassword('postgres://ada:secret@db/news') → 'postgres://***@db/news'
 */
export function hidePassword(text: string): string {
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#]*@/gi, '$1***@');
}
