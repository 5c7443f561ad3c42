import { expect, test } from 'vitest';
import { dateOfPath } from '../../../src/reading/fields/date-of-path.ts';

test.each([
  ['https://gazette.example/2018/05/08/harbor-bridge', '2018-05-08'],
  ['https://gazette.example/2018/5/8/harbor-bridge.html?page=2', '2018-05-08'],
  ['_posts/2018-05-08-harbor-bridge.md', '2018-05-08'],
  ['2018_05_08.txt', '2018-05-08'],
  ['wire/20180508T143000-bridge.txt', '2018-05-08'],
  ['https://paper.example/local/2018/may/08/harbor-bridge', '2018-05-08'],
  ['https://paper.example/archives/8-mai-2018/pont', '2018-05-08'],
  ['news-May-8-2018.html', '2018-05-08'],
  ['https://site.example/2018/0508/c1001.html', '2018-05-08'],
  ['https://site.example/201805/08/c1001.html', '2018-05-08'],
  ['2018%E5%B9%B45%E6%9C%888%E6%97%A5.txt', '2018-05-08'],
])('%s is of %s', (path, day) => {
  expect(dateOfPath(path)?.day).toBe(day);
});

test('a folder of dates goes before a date inside a name', () => {
  expect(dateOfPath('https://a.example/2018/05/08/what-happened-on-2016-11-09')?.day).toBe('2018-05-08');
});

test.each([
  'https://gazette.example/2018/05/harbor-bridge',
  'archive/2018/x.md',
  '2018-02-30-x.md',
  '2018-13-01.md',
  '05-08-2018.txt',
  'c100120180508123456789.html',
  'photos/1024/768/12.html',
  'https://20180508.example/',
  'x.html?date=2018-05-08',
  '100%.txt',
])('%s states no day', (path) => {
  expect(dateOfPath(path)).toBeUndefined();
});
