import { expect, test } from 'vitest';
import type { Image } from '../../../src/model/image.ts';
import { onePerPicture } from '../../../src/reading/formats/picture-renditions.ts';

const image = (url: string, more: Partial<Image> = {}): Image => ({
  url,
  caption: null,
  credit: null,
  ...more,
});
const largest = (...urls: string[]) => onePerPicture(urls.map((url) => image(url))).map(({ url }) => url);

test.each([
  [['https://a.example/u/fire-1024x683.jpg', 'https://a.example/u/fire.jpg'], 1],
  [['https://a.example/u/fire-150x150.jpg', 'https://a.example/u/fire-1024x683.jpg'], 1],
  [['https://a.example/u/fire.jpg?w=300', 'https://a.example/u/fire.jpg?w=1200&quality=80'], 1],
  [['https://a.example/u/fire.png', 'https://a.example/u/fire@2x.png'], 1],
  [['https://i0.wp.com/a.example/u/fire.jpg?resize=300%2C200', 'https://a.example/u/fire.jpg'], 1],
  [['https://cdn.example/w_300,c_fill/v1/fire.jpg', 'https://cdn.example/w_1600/v1/fire.jpg'], 1],
  [
    [
      'https://m.example/ab/0_0_4000_2400/master/500.jpg',
      'https://m.example/ab/0_0_4000_2400/master/4000.jpg',
    ],
    1,
  ],
  [['https://m.example/ab/0_0_40_24/500.jpg', 'https://m.example/ab/0_0_40_24/master/4000.jpg'], 1],
  [['https://b.example/img/a/s320/fire.jpg', 'https://b.example/img/a/s1600/fire.jpg'], 1],
  [['https://b.example/img/a/w400-h300-p-k/fire.jpg', 'https://b.example/img/a/s1600/fire.jpg'], 1],
  [
    [
      'https://g.example/content/images/size/w600/24/fire.jpg',
      'https://g.example/content/images/24/fire.jpg',
    ],
    1,
  ],
  [['https://t.example/26/bridge-thumbStandard.jpg', 'https://t.example/26/bridge-superJumbo.jpg'], 1],
])('%j are one picture', (urls, expected) => {
  expect(largest(...urls)).toEqual([urls[expected]]);
});

test.each([
  [['https://a.example/u/fire-1.jpg', 'https://a.example/u/fire-2.jpg']],
  [['https://a.example/1/image.jpg', 'https://a.example/2/image.jpg']],
  [['https://a.example/image?id=1', 'https://a.example/image?id=2']],
  [['https://a.example/2024/11/26.jpg', 'https://a.example/2024/11/27.jpg']],
])('%j are different pictures', (urls) => {
  expect(largest(...urls)).toEqual(urls);
});

test('the largest rendition has the caption, the credit and the alternative text of the others', () => {
  expect(
    onePerPicture([
      image('https://a.example/s.jpg?w=1', { width: 200, caption: 'A fire.', alt: 'Flames' }),
      image('https://a.example/t.jpg'),
      image('https://a.example/s.jpg', { width: 900, credit: 'AFP' }),
    ]),
  ).toEqual([
    {
      url: 'https://a.example/s.jpg',
      width: 900,
      caption: 'A fire.',
      credit: 'AFP',
      alt: 'Flames',
    },
    image('https://a.example/t.jpg'),
  ]);
});
