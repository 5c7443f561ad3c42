import { pino } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { OutputFault } from '../exporting/output-fault.ts';
import { openSiteFolder } from '../exporting/site/site-folder.ts';
import { type SiteTag, writeSite } from '../exporting/site/write-site.ts';
import { pluralize } from '../model/pluralize.ts';
import { articleFormats, listFormats } from '../publishing/formats.ts';
import { buildApp } from '../server/app.ts';
import { version } from '../version.ts';
import { readAssets } from '../web/assets.ts';
import { type Call, Misuse } from './command.ts';
import { appClient } from './site-source.ts';

/** Default of `--formats`. */
export const defaultFormats = 'rss,atom,jsonfeed,jsonld,md';

/** Writes the API and its pages as files to a folder. Returns a summary for the terminal. */
export async function exportSite(
  archive: Archive,
  options: Call['options'],
  { folder, origin, signal }: { folder: string; origin: string | null; signal: AbortSignal },
): Promise<string> {
  const at = typeof options.url === 'string' ? options.url : origin;
  if (at === null || !/^https?:\/\/[^/?#]+\/?$/.test(at))
    throw new Misuse('expected --url with the address of the site, such as https://news.example.org');
  const formats = String(options.formats).split(',').filter(Boolean);
  const known = [...listFormats, ...articleFormats].map(({ suffix }) => suffix);
  const unknown = formats.find((suffix) => !known.includes(suffix));
  if (unknown) throw new Misuse(`unknown format "${unknown}"; expected ${[...new Set(known)].join(', ')}`);
  const wanted = (all: { suffix: string }[]) =>
    all.map(({ suffix }) => suffix).filter((suffix) => formats.includes(suffix));

  const address = new URL(at).origin;
  const { archive: id } = await archive.state();
  const site = await openSiteFolder(folder, { archive: id, force: options.force === true });
  const app = buildApp({
    archive,
    version,
    parse: async () => ({ kind: 'cancelled' }),
    logger: pino({ level: 'silent' }),
    settings: { corsOrigin: '*', publicUrl: null, origin: address, trustProxy: false, responseCacheBytes: 0 },
  });
  const get = appClient(app);
  try {
    const source = {
      // A file that is missing because of damage would look as if its article had been deleted.
      get: async (url: string, as: 'json' | 'page') => {
        const response = await get(url, as);
        archive.faults.check();
        if (response.status >= 500)
          throw new OutputFault(url, `could not be read (status ${response.status})`);
        return response;
      },
      origin: address,
      listFormats: wanted(listFormats),
      articleFormats: wanted(articleFormats),
      tags: () => tagsOf(archive),
      assets: readAssets().all.map(({ path }) => path),
      signal,
    };
    await writeSite(source, site);
  } finally {
    await app.close();
  }
  return `${folder}: ${pluralize(site.written, 'file')} written, ${site.unchanged} unchanged, ${site.removed} removed`;
}

/** Yields all tags of an archive. */
async function* tagsOf({ exports }: Archive): AsyncGenerator<SiteTag> {
  let last = '';
  for (let page = await exports.tags(last, 500); page.length > 0; page = await exports.tags(last, 500)) {
    for (const { tag, formerSlugs } of page) {
      last = tag.id;
      yield { type: tag.type, slug: tag.slug, formerSlugs };
    }
  }
}
