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

test('trusted proxies are all, none, or a list', () => {
  expect(readConfig({}).TRUST_PROXY).toBe(false);
  expect(readConfig({ TRUST_PROXY: 'loopback,10.0.0.0/8,2001:db8::1' }).TRUST_PROXY).toEqual([
    'loopback',
    '10.0.0.0/8',
    '2001:db8::1',
  ]);
});

test('limits are units per minute, or off', () => {
  expect(readConfig({ RATE_LIMIT: 'off', RATE_LIMIT_KEY: '50' })).toMatchObject({
    RATE_LIMIT: null,
    RATE_LIMIT_KEY: 50,
  });
  expect(() => readConfig({ RATE_LIMIT: '0' })).toThrow('or off');
});

test('a hub cannot read feeds that need a key', () => {
  const hub = { WEBSUB_HUB: 'https://hub.example.org', PUBLIC_URL: 'https://news.example.org' };
  expect(() => readConfig({ ...hub, READ_ACCESS: 'key' })).toThrow('WEBSUB_HUB requires READ_ACCESS=open');
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
      'Invalid TRUST_PROXY="yes": expected true, false, or addresses and ranges such as 10.0.0.0/8, separated by commas.',
      'Invalid LOG_LEVEL="loud": expected one of trace, debug, info, warn, error, fatal, silent.',
    ].join('\n'),
  );
});

test('does not print the password of an invalid setting', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://ada:hunter2@db/news' })).toThrow(InvalidConfig);
  try {
    readConfig({ DATABASE_URL: 'mysql://ada:hunter2@db/news' });
  } catch (error) {
    expect(String(error)).toContain('mysql://***@db/news');
    expect(String(error)).not.toContain('hunter2');
  }
});
