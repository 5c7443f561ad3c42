import { createHmac } from 'node:crypto';

/**
 * Returns the value of `Dateline-Signature`: the time in seconds since 1970, and the HMAC-SHA256
 * (hexadecimal) of `TIME.BODY` with the webhook's secret. Receivers compute it over the raw body. They should
 * reject old times to prevent replay.
 */
// sign('s', '{}', 1700000000000) → "t=1700000000,v1=…"
export function sign(secret: string, body: string, now: number): string {
  const time = Math.floor(now / 1000);
  const code = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return `t=${time},v1=${code}`;
}
