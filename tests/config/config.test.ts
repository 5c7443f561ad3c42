import { expect, test } from 'vitest';
import { InvalidConfig, readConfig } from '../../src/config.ts';

test('an empty environment gives the defaults', () => {
  const config = readConfig({});
  expect(config.PORT).toBe(3000);
  expect(config.DATABASE_URL).toEqual({ engine: 'sqlite', path: './data/dateline.db' });
  expect(config.PUBLIC_URL).toBeNull();
});

test('a variable that is set to nothing means the default', () => {
  expect(readConfig({ PORT: '' }).PORT).toBe(3000);
});

test('values are read as what they stand for', () => {
  const config = readConfig({ PORT: '0', PUBLIC_URL: 'https://news.example.org/', TRUST_PROXY: 'true' });
  expect(config).toMatchObject({ PORT: 0, PUBLIC_URL: 'https://news.example.org', TRUST_PROXY: true });
});

test.each([
  'javascript:alert(1)',
  'ftp://news.example.org',
  'news.example.org',
  'null',
  '//news.example.org',
])('the public address must be http or https: %s', (address) => {
  expect(() => readConfig({ PUBLIC_URL: address })).toThrow('expected an absolute http or https URL');
});

test('every fault is named at once, with what is allowed', () => {
  const read = () =>
    readConfig({ PORT: '70000', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', TRUST_PROXY: 'yes' });
  expect(read).toThrow(InvalidConfig);
  expect(read).toThrow(
    [
      'Invalid PORT="70000": expected a whole number from 0 to 65535.',
      'Invalid DATABASE_URL="mysql://x": expected sqlite:PATH, such as sqlite:./data/dateline.db.',
      'Invalid TRUST_PROXY="yes": expected true or false.',
      'Invalid LOG_LEVEL="loud": expected one of trace, debug, info, warn, error, fatal, silent.',
    ].join('\n'),
  );
});
