/** A text as HTML shows it. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A plain page, readable without style or script. `body` is HTML. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<h1>${escapeHtml(title)}</h1>
${body}
</html>
`;
}

/** A page in the style of the reader (docs/design-language.md); `base` goes before its addresses. */
export function styledPage(title: string, body: string, base: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · Dateline</title>
<link rel="stylesheet" href="${escapeHtml(base)}/assets/reader.css">
<header class="head"><a class="wordmark" href="${escapeHtml(base)}/">Dateline<span aria-hidden="true">—</span></a></header>
<main>
<div class="profile">
<h1>${escapeHtml(title)}</h1>
${body}
</div>
</main>
</html>
`;
}

/** What a styled page may load. */
export const styledPagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
