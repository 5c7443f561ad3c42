import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Runs the check of the systemd unit before the start, with this public address. */
function checkBeforeStart(PUBLIC_URL: string) {
  const unit = readFileSync('deploy/dateline.service', 'utf8');
  const [, script = ''] = /^ExecStartPre=\/bin\/sh -c '(.*)'$/m.exec(unit) ?? [];
  return spawnSync('/bin/sh', ['-c', script], { env: { PUBLIC_URL }, encoding: 'utf8' });
}

test('the systemd unit requires a public address', () => {
  expect(checkBeforeStart('https://news.example.org').status).toBe(0);
  const { status, stderr } = checkBeforeStart('');
  expect(status).toBe(1);
  expect(stderr).toContain('Set PUBLIC_URL in /etc/dateline.env');
});
