import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { Archive } from '../archive/archive.ts';
import { openArchive } from '../archive/open-archive.ts';
import { Problem } from '../errors.ts';
import { exportCsv } from '../exporting/export-csv.ts';
import { type ExportPosition, exportLines } from '../exporting/export-lines.ts';
import { OutputFault } from '../exporting/output-fault.ts';
import { writeExport, writeExportFile } from '../exporting/write-export.ts';
import { parseParameters } from '../http/request/parameters.ts';
import { systemReason } from '../importing/system-reason.ts';
import { pluralize } from '../model/pluralize.ts';
import type { ArticleFilter } from '../model/query.ts';
import { readArticleFilter } from '../routes/articles/filter.ts';
import { articleFilterParameters } from '../routes/articles/parameters.ts';
import { type Call, type Command, exitCodes, flag, Misuse, option, type Terminal } from './command.ts';
import { defaultFormats, exportSite } from './export-site.ts';
import { publishBeforeReading } from './publish-due.ts';

/** Parameters of the API that are options, too; --url is the address of a site. */
const filters = Object.keys(articleFilterParameters).filter((name) => name !== 'url');

export const exportCommand: Command = {
  options: {
    output: option('Output file; standard output by default. Named FILE.part until it is complete.'),
    format: option('ndjson (which import reads without loss) or csv (a table for spreadsheets).', 'ndjson'),
    gzip: flag('Compress the output.'),
    resume: flag('Resume an interrupted export from FILE.part.'),
    'articles-only': flag('Omit tags, corrections, revisions and former slugs.'),
    site: option('Write the API and the pages for readers as static files to this folder.'),
    url: option('Address of the site, such as https://news.example.org. Default: PUBLIC_URL.'),
    formats: option(
      `Formats of lists and articles in a site, besides JSON and HTML. Default: ${defaultFormats}.`,
      defaultFormats,
    ),
    force: flag('Write a site into a folder that contains other files.'),
    ...Object.fromEntries(
      filters.map((name) => [
        name,
        { ...option(`Only matching articles; like the parameter ${name} of the API.`), multiple: true },
      ]),
    ),
  },
  async run({ options, config, terminal }) {
    const { output } = options;
    if (options.resume && typeof output !== 'string') throw new Misuse('--resume requires --output FILE');
    const filter = filterOf(options);
    if (options.site !== undefined && (output !== undefined || Object.keys(filter).length > 0))
      throw new Misuse('--site exports the whole archive; do not combine it with --output or filters');
    const whole = options['articles-only'] !== true;
    if (options.format !== 'ndjson' && options.format !== 'csv')
      throw new Misuse(
        `invalid value ${JSON.stringify(options.format)} for --format; expected ndjson or csv`,
      );
    const isTable = options.format === 'csv';
    if (isTable && options.resume) throw new Misuse('--resume works with ndjson only, not with csv');
    if (typeof output === 'string') await checkFolder(dirname(resolve(output)));
    const archive = await openArchive(config.DATABASE_URL, { readOnly: true });
    await publishBeforeReading(archive, { config, terminal });
    await warnOfUnknown(archive, filter, terminal);
    const stop = new AbortController();
    const interrupt = () => stop.abort();
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    const settings = { gzip: options.gzip === true, signal: stop.signal };
    const request = { filter, metadata: whole, history: whole, throttled: false };
    const partsAfter = (after: ExportPosition | undefined) =>
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
        terminal.out(`${output}: ${pluralize((await stat(output)).size, 'byte')}`);
      } else await writeExport(partsAfter(undefined), process.stdout, settings);
      return exitCodes.done;
    } catch (cause) {
      if (stop.signal.aborted) {
        if (typeof output === 'string')
          terminal.err(`${output}.part is incomplete; use --resume to continue.`);
        return exitCodes.incomplete;
      }
      if (!isSystemFault(cause)) throw cause;
      // The reader closed the pipe (`dateline export | head`); this is not an error.
      if (cause.code === 'EPIPE') return exitCodes.done;
      throw new OutputFault(typeof output === 'string' ? output : 'standard output', systemReason(cause));
    } finally {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      await archive.close();
    }
  },
};

/** Parses the filter options like the parameters of the API. */
function filterOf(options: Call['options']): ArticleFilter {
  const given = filters.flatMap((name) => {
    const values = [options[name] ?? []].flat();
    return values.length > 0 ? [[name, values] as const] : [];
  });
  try {
    const { values } = parseParameters(z.object(articleFilterParameters), new Map(given), { lenient: false });
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
  if (!found.isDirectory()) throw new OutputFault(folder, 'is not a folder');
}

function isSystemFault(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && 'syscall' in cause;
}

/** Warns about unknown tags in a filter, which explain an empty export. */
async function warnOfUnknown(archive: Archive, filter: ArticleFilter, terminal: Terminal): Promise<void> {
  for (const { name, nearest } of await archive.reads.unknownTags(filter)) {
    const meant = nearest.length > 0 ? ` Did you mean ${nearest.join(' or ')}?` : '';
    terminal.err(`unknown tag ${name.type ? `${name.type}/` : ''}${name.slug}.${meant}`);
  }
}
