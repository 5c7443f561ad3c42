import { jsonRefusal } from './json-refusal.ts';
import { xmlRefusal } from './xml-refusal.ts';

/** Documents that are text to a computer only, by how they begin. */
const beginnings: [beginning: RegExp, refusal: string][] = [
  [/^\s*%PDF-\d/, 'a PDF; save it as text or HTML'],
  [/^\s*\{\\rtf\d?/, 'an RTF document; save it as text or HTML'],
  [/^\s*%!PS/, 'a PostScript file; save it as text or HTML'],
  [/^\s*\\documentclass\b|^\s*\\documentstyle\b/, 'a LaTeX document; save it as text or HTML'],
  [/^version https:\/\/git-lfs\.github\.com\/spec\//, 'a pointer of Git LFS; run git lfs pull'],
  [/^BEGIN:VCALENDAR/, 'a calendar (iCalendar), not articles'],
  [/^BEGIN:VCARD/, 'an address card (vCard), not articles'],
  [/^WEBVTT\b|^1\r?\n\d\d:\d\d:\d\d,\d{3} --> /, 'subtitles; save them as text'],
  [/^-----BEGIN [A-Z0-9 ]+-----/, 'a key or a certificate, not articles'],
  [/^(?:diff --git |Index: \S+\n=====|--- \S+.*\n\+\+\+ \S+)/, 'a patch, not articles'],
  [/^#EXTM3U/, 'a list of media files, not articles'],
  [/^\[InternetShortcut\]/, 'a link to a page; import the page, with dateline import URL'],
  [/^\[Desktop Entry\]|^\[\.ShellClassInfo\]/, 'settings of a folder, not articles'],
  [/^# Netscape HTTP Cookie File/, 'cookies of a browser, not articles'],
  [/^User-agent:\s*\S+\s*\n(?:Allow|Disallow|#|\s)/i, 'a robots.txt, not articles'],
];

/** Names of files that belong to software, with what they are. */
const names: [name: RegExp, refusal: string][] = [
  [
    /^(?:saved_resource)(?:\(\d+\))?(?:\.html?)?$/i,
    'a part of a page that a browser saved (an advertisement or a frame), not an article',
  ],
  [/^\.(?!well-known)/, 'a hidden file, not an article'],
  [/^(?:gnu)?makefile(?:\.\w+)?$|\.mk$/i, 'a makefile, not an article'],
  [
    /^(?:dockerfile|containerfile|vagrantfile|jenkinsfile|procfile|rakefile|gemfile|brewfile|justfile)(?:\.\w+)?$/i,
    'a file of software, not an article',
  ],
  [
    /^(?:cmakelists\.txt|requirements(?:-\w+)?\.txt|constraints\.txt|go\.(?:mod|sum|work)|robots\.txt|humans\.txt|ads\.txt|security\.txt)$/i,
    'a file of software, not an article',
  ],
  [
    /^(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml|composer\.lock|gemfile\.lock|poetry\.lock|cargo\.lock|pipfile\.lock|uv\.lock|flake\.lock)$/i,
    'a lock file of software, not an article',
  ],
  [/^(?:thumbs\.db|desktop\.ini|ehthumbs\.db|icon\r)$/i, 'a file of the file manager, not an article'],
  [
    /\.(?:[cm]?[jt]sx?|s?css|sass|less|py|rb|php\d?|sh|bash|zsh|ps1|bat|cmd|pl|java|kt|c|h|cc|cpp|hpp|cs|go|rs|swift|lua|r|sql|vue|svelte|astro|map|wasm)$/i,
    'source code, not an article',
  ],
  [
    /\.(?:njk|j2|jinja2?|liquid|hbs|handlebars|mustache|ejs|erb|haml|pug|twig|tmpl|tpl|gohtml|blade\.php)$/i,
    'a template, not an article',
  ],
  [/\.(?:ya?ml|toml|ini|cfg|conf|properties|env|plist)$/i, 'a file of settings, not an article'],
];

/** Marks that only layouts have: `{% block title %}`, `{{ content }}`, `{{ .Content }}`, `{{{body}}}`, `<%= yield %>`. */
const layout =
  /\{%-?\s*(?:extends|block|macro|layout)\b|\{\{\{?-?\s*(?:content|body|\.Content|\.Inner|block\s|define\s|template\s|partial\s|>\s*\w+|#each\b|outlet\b)|<%[=-]?\s*(?:yield|content_for|include)\b/;

/** A first line that layouts have, and articles of a site generator, which begin with pictures and videos, have not. */
const layoutStart =
  /^\s*(?:\{%-?\s*(?:extends|block|macro|layout|import|set|from|load|comment)\b|\{\{-?\s*(?:define|block|template|partial|if|range|with|[#>.])|<%)/;

/**
 * Returns what a text file is that has no articles, and what to do; undefined for the others. `head` is its beginning,
 * `path` its path or address.
 */
// "{\rtf1 …" → "an RTF document; save it as text or HTML"; "<results>…" → "XML with the root <results>, …"
export function textRefusal(head: string, path: string): string | undefined {
  const start = head.replace(/^\ufeff/, '');
  const beginning = beginnings.find(([pattern]) => pattern.test(start))?.[1];
  return (
    beginning ??
    refusalByName(start, path) ??
    xmlRefusal(start) ??
    jsonRefusal(start) ??
    templateRefusal(start, path)
  );
}

function refusalByName(head: string, path: string): string | undefined {
  // The last part of an address is no file name: /go.mod, /news/a.py, /story.r
  if (/https?:\/\//i.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const found = names.find(([pattern]) => pattern.test(name));
  // A page that was saved under the name of the program that made it: index.php, article.pl
  const isPage = /^\s*<(?:!doctype html|html|\?xml|rss|feed)\b/i.test(head) && /\.\w+$/.test(name);
  return isPage && !/^(?:\.|saved_resource)/i.test(name) ? undefined : found?.[1];
}

function templateRefusal(head: string, path: string): string | undefined {
  // The list page of a section in Hugo has a title and no article.
  if (/(?:^|\/)_index(?:\.[a-z-]{2,7})?\.(?:md|markdown|html?)$/i.test(path))
    return 'the page of a section of a site (_index), not an article';
  if (layoutStart.test(head)) return 'a template, not an article';
  // Articles about templates have a title of their own.
  const hasTitle = /^(?:---|\+\+\+)\s*\n[\s\S]*?\ntitle\s*[:=]/.test(head) || /^\s*[{[]/.test(head);
  return !hasTitle && layout.test(head.replace(/```[\s\S]*?(?:```|$)|`[^`\n]*`/g, ''))
    ? 'a template, not an article'
    : undefined;
}
