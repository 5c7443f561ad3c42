import { createHmac } from 'node:crypto';

/**
 * The value of `Dateline-Signature`: when it was signed, in seconds since 1970, and the HMAC-SHA256 of
 * `TIME.BODY` under the webhook's secret, in hexadecimal. A receiver computes it over the bytes it got and refuses
 * old times, so that nobody can send again what he has overheard.
 */
// sign('s', '{}', 1700000000000) → "t=1700000000,v1=…"
export function sign(secret: string, body: string, now: number): string {
  const time = Math.floor(now / 1000);
  const code = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return `t=${time},v1=${code}`;
}
