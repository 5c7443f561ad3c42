/** Escapes a text for HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Links to the pages of the web reader, for the header. */
const sections = ['People', 'Topics', 'Places', 'Organizations', 'Quotes'];

/** Returns the page of the API reference in the style of the web reader (docs/design-language.md). `body` is HTML. */
export function docsPage(title: string, body: string, base: string): string {
  const root = escapeHtml(base);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${root}/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}/assets/docs.css">
<header class="docs-head">${wordmark(root)}<a href="${root}/">Articles</a><a href="${root}/docs" aria-current="page">API</a></header>
<h1>${escapeHtml(title)}</h1>
${body}
</html>
`;
}

/** Returns a page in the style of the web reader (docs/design-language.md). `base` is the prefix of its addresses. */
export function styledPage(title: string, body: string, base: string): string {
  const root = escapeHtml(base);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · Dateline</title>
<link rel="icon" href="${root}/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}/assets/reader.css">
<header class="head">${wordmark(root)}
<nav class="sections" aria-label="Sections"><a href="${root}/">Articles</a>
${sections.map((name) => `<a href="${root}/${name.toLowerCase()}">${name}</a>`).join('\n')}
<a href="${root}/docs" aria-current="true">API</a></nav></header>
<main>
<div class="profile">
<h1>${escapeHtml(title)}</h1>
${body}
</div>
</main>
</html>
`;
}

function wordmark(root: string): string {
  return `<a class="wordmark" href="${root}/" aria-label="Dateline, front page">Dateline<span aria-hidden="true">—</span></a>`;
}

export const styledPagePolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
