import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Asset {
  path: string;
  type: string;
  body: Buffer;
  /** True if the path contains a hash of the content, so that it can be cached for ever. */
  isNamedByContent: boolean;
}

const web = new URL('../../web/', import.meta.url);
const styles = ['tokens', 'page', 'lists', 'timeline', 'graph', 'article', 'profile', 'islands', 'print'];

/** Fonts: name in the style sheets, file in the package, and true if pages preload it. */
const typefaces: { name: string; file: string; preload: boolean }[] = [
  {
    name: 'newsreader',
    file: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    preload: true,
  },
  {
    name: 'newsreader-italic',
    file: '@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2',
    preload: false,
  },
  {
    name: 'newsreader-ext',
    file: '@fontsource-variable/newsreader/files/newsreader-latin-ext-wght-normal.woff2',
    preload: false,
  },
  {
    name: 'franklin',
    file: '@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2',
    preload: true,
  },
  {
    name: 'franklin-ext',
    file: '@fontsource-variable/libre-franklin/files/libre-franklin-latin-ext-wght-normal.woff2',
    preload: false,
  },
];

/** Reads styles, script and fonts. The script is undefined until it is built; pages work without it. */
export function readAssets() {
  const { resolve } = createRequire(import.meta.url);
  const fonts = typefaces.map(({ name, file, preload }) => ({
    name,
    preload,
    asset: asset(name, 'woff2', 'font/woff2', readFileSync(resolve(file))),
  }));
  const sheet = (names: string[]) =>
    names
      .map((name) => readFileSync(new URL(`style/${name}.css`, web), 'utf8'))
      .join('\n')
      .replace(/url\(([\w-]+)\.woff2\)/g, (written, name: string) => {
        const font = fonts.find((each) => each.name === name);
        return font ? `url(${font.asset.path})` : written;
      });
  const css = 'text/css; charset=utf-8';
  const style = asset('reader', 'css', css, Buffer.from(sheet(styles)));
  const built = new URL('dist/reader.js', web);
  const script = existsSync(built)
    ? asset('reader', 'js', 'text/javascript; charset=utf-8', readFileSync(built))
    : undefined;
  const icon: Asset = {
    path: '/assets/icon.svg',
    type: 'image/svg+xml',
    body: readFileSync(new URL('icon.svg', web)),
    isNamedByContent: false,
  };
  // Stable path for pages of the API, which do not know the hash.
  const named: Asset = { ...style, path: '/assets/reader.css', isNamedByContent: false };
  const docs: Asset = {
    path: '/assets/docs.css',
    type: css,
    body: Buffer.from(sheet(['tokens', 'docs'])),
    isNamedByContent: false,
  };
  return {
    all: [style, named, docs, icon, ...(script ? [script] : []), ...fonts.map((font) => font.asset)],
    links: {
      style: style.path,
      script: script?.path,
      fonts: fonts.filter(({ preload }) => preload).map((font) => font.asset.path),
    },
  };
}

function asset(name: string, extension: string, type: string, body: Buffer): Asset {
  const print = createHash('sha256').update(body).digest('base64url').slice(0, 10);
  return { path: `/assets/${name}-${print}.${extension}`, type, body, isNamedByContent: true };
}
