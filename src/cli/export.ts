import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { Archive } from '../archive/archive.ts';
import { openArchive } from '../archive/open-archive.ts';
import { Problem } from '../errors.ts';
import { exportCsv } from '../exporting/export-csv.ts';
import { type ExportPlace, exportLines } from '../exporting/export-lines.ts';
import { OutputFault } from '../exporting/output-fault.ts';
import { writeExport, writeExportFile } from '../exporting/write-export.ts';
import { readParameters } from '../http/request/parse-parameters.ts';
import { systemReason } from '../importing/system-reason.ts';
import type { ArticleFilter } from '../model/query.ts';
import { readArticleFilter } from '../routes/articles/filter.ts';
import { articleFilterParameters } from '../routes/articles/parameters.ts';
import { type Call, type Command, exitCodes, Misuse, type Terminal } from './command.ts';
import { exportSite, usualFormats } from './export-site.ts';

const filters = Object.keys(articleFilterParameters);

export const exportCommand: Command = {
  options: {
    output: { type: 'string' },
    format: { type: 'string', default: 'ndjson' },
    gzip: { type: 'boolean', default: false },
    resume: { type: 'boolean', default: false },
    'articles-only': { type: 'boolean', default: false },
    site: { type: 'string' },
    url: { type: 'string' },
    formats: { type: 'string', default: usualFormats },
    force: { type: 'boolean', default: false },
    ...Object.fromEntries(filters.map((name) => [name, { type: 'string', multiple: true } as const])),
  },
  help: {
    output: 'The file; standard output without. It is called FILE.part until it is whole.',
    format:
      'ndjson, which import reads again without loss, or csv: a table of the articles for spreadsheets.',
    gzip: 'Compress it.',
    resume: 'Go on with FILE.part where it was cut off.',
    site: 'Write the whole API and the pages for readers as files into this folder instead, for any server of files.',
    url: 'Where the site will be, such as https://news.example.org; PUBLIC_URL unless said.',
    formats: `Which formats of lists and articles a site has beside JSON and HTML; ${usualFormats} unless said.`,
    force: 'Write a site into a folder that holds something else.',
    'articles-only': 'Leave out what is kept beside articles: tags, corrections, revisions, former slugs.',
    ...Object.fromEntries(
      filters.map((name) => [name, `Only these articles: the parameter ${name} of lists.`]),
    ),
  },
  async run({ options, words, config, terminal }) {
    if (words.length > 0) throw new Misuse(`${words[0]} is not an option. See dateline export --help.`);
    const { output } = options;
    if (options.resume && typeof output !== 'string') throw new Misuse('--resume needs --output FILE.');
    const filter = filterOf(options);
    if (options.site !== undefined && (output !== undefined || Object.keys(filter).length > 0))
      throw new Misuse('--site is the whole archive in a folder: it goes with neither --output nor filters.');
    const whole = options['articles-only'] !== true;
    if (options.format !== 'ndjson' && options.format !== 'csv')
      throw new Misuse(`--format is ${JSON.stringify(options.format)}, but must be ndjson or csv.`);
    const isTable = options.format === 'csv';
    if (isTable && options.resume) throw new Misuse('--resume goes on with ndjson, not with csv.');
    if (typeof output === 'string') await checkFolder(dirname(resolve(output)));
    const archive = await openArchive(config.DATABASE_URL, { readOnly: true });
    await warnOfUnknown(archive, filter, terminal);
    const stop = new AbortController();
    const interrupt = () => stop.abort();
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    const settings = { gzip: options.gzip === true, signal: stop.signal };
    const request = { filter, beside: whole, history: whole, considerate: false };
    const partsAfter = (after: ExportPlace | undefined) =>
      isTable
        ? exportCsv(archive.reads, filter, { name: 'Dateline', origin: config.PUBLIC_URL ?? '' })
        : exportLines(archive, { ...request, after });
    try {
      if (typeof options.site === 'string') {
        const { signal } = stop;
        const place = { folder: options.site, origin: config.PUBLIC_URL, signal };
        terminal.out(await exportSite(archive, options, place));
      } else if (typeof output === 'string') {
        await writeExportFile(partsAfter, output, { ...settings, resume: options.resume === true });
        terminal.out(`${output}: ${(await stat(output)).size.toLocaleString('en')} bytes`);
      } else await writeExport(partsAfter(undefined), process.stdout, settings);
      return exitCodes.done;
    } catch (cause) {
      if (stop.signal.aborted) {
        if (typeof output === 'string') terminal.err(`${output}.part is cut off; --resume goes on with it.`);
        return exitCodes.incomplete;
      }
      if (!isSystemFault(cause)) throw cause;
      // Whoever read it has read enough: dateline export | head
      if (cause.code === 'EPIPE') return exitCodes.done;
      throw new OutputFault(typeof output === 'string' ? output : 'standard output', systemReason(cause));
    } finally {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      await archive.close();
    }
  },
};

/** The filter that the options mean, as the parameters of lists mean it. */
function filterOf(options: Call['options']): ArticleFilter {
  const given = filters.flatMap((name) => {
    const values = [options[name] ?? []].flat();
    return values.length > 0 ? [[name, values] as const] : [];
  });
  try {
    const { values } = readParameters(z.object(articleFilterParameters), new Map(given), { lenient: false });
    return readArticleFilter(values).filter;
  } catch (cause) {
    if (cause instanceof Problem) throw new Misuse(cause.message);
    throw cause;
  }
}

async function checkFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch((cause: unknown) => {
    throw new OutputFault(folder, systemReason(cause));
  });
  if (!found.isDirectory()) throw new OutputFault(folder, 'is no folder');
}

function isSystemFault(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && 'syscall' in cause;
}

/** Says which tags of a filter nothing has, since an empty export would not. */
async function warnOfUnknown(archive: Archive, filter: ArticleFilter, terminal: Terminal): Promise<void> {
  for (const { name, nearest } of await archive.reads.unknownTags(filter)) {
    const meant = nearest.length > 0 ? ` Did you mean ${nearest.join(' or ')}?` : '';
    terminal.err(`The archive has no tag ${name.type ? `${name.type}/` : ''}${name.slug}.${meant}`);
  }
}
