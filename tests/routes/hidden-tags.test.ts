import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTag } from '../../src/importing/tag-mappings.ts';
import { tagPlurals, tagTypes } from '../../src/model/tag.ts';
import { openSampleApp, type SampleApp, sampleSlugs } from './sample-app.ts';

describe('a hidden tag', () => {
  let sample: SampleApp;
  beforeAll(async () => {
    sample = await openSampleApp();
  });
  afterAll(() => sample.close());

  /** The responses among these that contain the tag. */
  const withTag = async (type: string, plural: string, slug: string) => {
    const name = slug.slice(0, 4);
    const urls = [
      `/v1/${plural}`,
      `/v1/${plural}?q=${name}`,
      `/v1/tags?q=${name}`,
      `/v1/articles?facets=${type}`,
      '/v1/articles?limit=100',
      '/v1/articles/birch-promises-a-new-pier',
      '/v1/articles/council-argues-over-the-pier',
      '/v1/quotes',
      '/v1/topics/storms/together',
      '/v1/people/bo-elm/together',
      '/sitemaps/tags-1.xml',
    ];
    const found: string[] = [];
    for (const url of urls) {
      const { body, statusCode } = await sample.get(url);
      expect(`${url} ${statusCode}`).toBe(`${url} 200`);
      if (new RegExp(`"${type}/${slug}"|"value":"${slug}"|/${plural}/${slug}\\b`).test(body)) found.push(url);
    }
    return found;
  };

  it.each(tagTypes)('of the type %s is in no response, and its address answers 404', async (type) => {
    const plural = tagPlurals[type];
    const slug = sampleSlugs[plural] ?? '';
    expect((await withTag(type, plural, slug)).length).toBeGreaterThan(2);
    const tag = readTag(`${type}/${slug}`);
    if (typeof tag === 'string') throw new Error(tag);
    await sample.archive.writes.correctTags([{ do: 'drop-tag', tag: tag.id }], 'ann');
    expect(await withTag(type, plural, slug)).toEqual([]);
    for (const part of ['', '/articles', '/quotes', '/together']) {
      expect((await sample.get(`/v1/${plural}/${slug}${part}`)).statusCode).toBe(404);
    }
  });
});
