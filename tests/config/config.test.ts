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

test('every fault is named at once, with what is allowed', () => {
  const read = () =>
    readConfig({ PORT: '70000', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x', TRUST_PROXY: 'yes' });
  expect(read).toThrow(InvalidConfig);
  expect(read).toThrow(
    [
      'PORT is "70000", but must be a whole number from 0 to 65535.',
      'DATABASE_URL is "mysql://x", but must be sqlite:PATH, such as sqlite:./data/dateline.db.',
      'TRUST_PROXY is "yes", but must be true or false.',
      'LOG_LEVEL is "loud", but must be one of trace, debug, info, warn, error, fatal, silent.',
    ].join('\n'),
  );
});
