import type { FastifyInstance, InjectOptions } from 'fastify';
import { pino } from 'pino';
import type { Archive } from '../../src/archive/archive.ts';
import { openParser } from '../../src/importing/open-parser.ts';
import { type AppSettings, buildApp, type Parts } from '../../src/server/app.ts';
import { createArchive } from '../archive/engines.ts';
import { type Sample, sampleArticle, sampleEntry } from '../archive/sample-articles.ts';

const samples: Sample[] = [
  {
    headline: 'Birch promises a new pier',
    publishedAt: '2024-11-03T11:59:00Z',
    tags: ['person/ada-birch', 'topic/harbours', 'place/seahaven'],
    keywords: ['Open Data', 'City Hall'],
    sections: ['City Hall'],
    authors: ['Ann Lee'],
    quotes: [{ exact: 'We will build the pier by spring', speaker: 'person/ada-birch' }],
  },
  {
    headline: 'Council argues over the pier',
    publishedAt: '2024-11-03T23:30:00Z',
    tags: ['person/ada-birch', 'person/bo-elm', 'organization/seahaven-council', 'place/seahaven'],
    quotes: [
      { exact: 'There is no money for it', speaker: 'person/bo-elm' },
      { exact: 'Nobody asked the fishers', speaker: 'organization/seahaven-council' },
    ],
  },
  {
    headline: 'Storm closes the ferry',
    publishedAt: '2024-02-29T12:00:00Z',
    source: 'the-island-gazette',
    keywords: ['open-data'],
    language: 'de',
    tags: ['place/seahaven', 'topic/storms'],
    caption: 'The ferry at anchor.',
  },
  {
    headline: 'Fishers land a record catch',
    publishedAt: '2023-07-01T06:00:00Z',
    tags: ['topic/harbours', 'person/cy-fir'],
    keywords: ['Open Data'],
    body: `The catch was the largest in ten years. ${'Boats came in all day. '.repeat(80)}`,
  },
];

/** Slug of a tag or source of the sample articles, by the name of its list in addresses. */
export const sampleSlugs: Record<string, string> = {
  people: 'ada-birch',
  topics: 'harbours',
  organizations: 'seahaven-council',
  places: 'seahaven',
  keywords: 'open-data',
  sections: 'city-hall',
  authors: 'ann-lee',
  sources: 'the-harbour-post',
};

/** The API over a new archive with the sample articles. */
export interface SampleApp {
  app: FastifyInstance;
  archive: Archive;
  get(url: string, headers?: InjectOptions['headers']): ReturnType<typeof ask>;
  close(): Promise<void>;
}

async function ask(app: FastifyInstance, url: string, headers: InjectOptions['headers'] = {}) {
  return app.inject({ method: 'GET', url, headers });
}

/** The API over any archive, with settings as they are by default. */
export function sampleAppOver(
  archive: Archive,
  settings: Partial<AppSettings> = {},
  parts: Pick<Parts, 'loopDelayMs' | 'onRefused'> = {},
): FastifyInstance {
  const parser = openParser(archive, { timeLimit: 20_000 });
  const app = buildApp({
    archive,
    parse: parser.parse,
    settings: {
      corsOrigin: '*',
      publicUrl: null,
      trustProxy: false,
      responseCacheBytes: 2 ** 22,
      ...settings,
    },
    logger: pino({ level: 'silent' }),
    version: '1.2.3',
    ...parts,
  });
  app.addHook('onClose', () => parser.close());
  return app;
}

/** Opens the API over a new archive with the sample articles. */
export async function openSampleApp(
  settings: Partial<AppSettings> = {},
  parts: Pick<Parts, 'loopDelayMs' | 'onRefused'> = {},
): Promise<SampleApp> {
  const { archive, remove } = await createArchive();
  await archive.writes.writeTags([
    sampleEntry('person/ada-birch', { aliases: ['Mayor Birch'], description: 'Mayor of Seahaven.' }),
    sampleEntry('topic/harbours', { broader: ['topic/transport'] }),
    sampleEntry('topic/transport'),
  ]);
  await archive.writes.writeArticles(samples.map(sampleArticle));
  const app = sampleAppOver(archive, settings, parts);
  return {
    app,
    archive,
    get: (url, headers) => ask(app, url, headers),
    async close() {
      await app.close();
      await remove();
    },
  };
}
