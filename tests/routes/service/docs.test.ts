import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSampleApp, type SampleApp } from '../sample-app.ts';

let api: SampleApp;
beforeAll(async () => {
  api = await openSampleApp();
});
afterAll(() => api.close());

test('the documentation loads nothing from elsewhere', async () => {
  const { body, headers } = await api.get('/docs', { accept: 'text/html,*/*;q=0.8' });
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(body).not.toMatch(/https?:|\/\/[a-z]/i);
  const scripts = [...body.matchAll(/src="([^"]+)"/g)].map(([, src = '']) => src);
  expect(scripts).toEqual(['/docs/scalar.js', '/docs/start.js']);
  for (const src of scripts) {
    const script = await api.get(src);
    expect(script.statusCode).toBe(200);
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  }
});

test('and may not: its policy allows this server only', async () => {
  const { headers } = await api.get('/docs');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
});

test('it starts with telemetry, fonts, proxy and chat off', async () => {
  const { body } = await api.get('/docs/start.js');
  expect(body).toContain('"telemetry":false');
  expect(body).toContain('"withDefaultFonts":false');
  expect(body).not.toMatch(/https?:/);
});
