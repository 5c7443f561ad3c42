import { expect, test } from 'vitest';
import { joinExpositions } from '../../../src/server/metrics/join-expositions.ts';

const exposition = (process: number) =>
  [
    '# HELP requests_total Requests.',
    '# TYPE requests_total counter',
    `requests_total{process="${process}",route="/v1"} ${process * 10}`,
    '',
    '# HELP up Up.',
    '# TYPE up gauge',
    `up{process="${process}"} 1`,
    '',
  ].join('\n');

test('each metric has one block with the samples of all processes', () => {
  expect(joinExpositions([exposition(1), exposition(2)])).toBe(
    `# HELP requests_total Requests.
# TYPE requests_total counter
requests_total{process="1",route="/v1"} 10
requests_total{process="2",route="/v1"} 20

# HELP up Up.
# TYPE up gauge
up{process="1"} 1
up{process="2"} 1
`,
  );
});

test('no process makes an empty text', () => {
  expect(joinExpositions([])).toBe('');
});
