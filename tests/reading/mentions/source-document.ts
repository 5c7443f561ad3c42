import { readFileSync } from 'node:fs';
import type { Draft } from '../../../src/model/draft.ts';
import { draft } from './fixture.ts';

/** The source document as its reader will understand it: headline, one caption, eight paragraphs of body. */
export function sourceDocument(): Draft {
  const text = readFileSync(
    new URL('../../../seeds/articles/000_3e34dd70f7b57985.txt', import.meta.url),
    'utf8',
  );
  const [, headline, , , captions = '', ...paragraphs] = text.trim().split('\n\n');
  const caption = captions.slice(0, captions.indexOf(' (AFP)'));
  const body = paragraphs.join('\n\n').replace(' (Yonhap)', '');
  return {
    ...draft({ ...(headline === undefined ? {} : { headline }), body }),
    byline: 'Yonhap',
    credit: 'Yonhap',
    images: [{ url: null, caption, credit: 'AFP' }],
  };
}
