/** The hosts of this machine: pages that its own user opened from it. */
const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a request to `/mcp` may come from a web page of this origin (MCP, Streamable HTTP, security warning).
 * Programs send no Origin and may. Browsers send it with every POST, so a page that made its own name lead to this
 * machine (DNS rebinding) is known by that name: the Host header, which it controls, is not asked.
 */
export function isAllowedOrigin(
  origin: string | undefined,
  { base, origins }: { base: string; origins: string[] },
): boolean {
  if (origin === undefined || origins.includes('*')) return true;
  if (!URL.canParse(origin)) return false;
  const asked = new URL(origin);
  if (thisMachine.includes(asked.hostname)) return true;
  return [...origins, base].some((one) => URL.canParse(one) && new URL(one).origin === asked.origin);
}
