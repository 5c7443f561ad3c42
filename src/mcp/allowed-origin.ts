/** Names of this machine, for pages that its user opens. */
const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * True if a web page of this origin may call `/mcp` (MCP, Streamable HTTP, security warning). Programs send
 * no Origin and are allowed. Browsers always send it with a POST. It exposes a page that resolves its own name
 * to this machine (DNS rebinding), which the Host header does not.
 */
export function isAllowedOrigin(
  origin: string | undefined,
  { base, origins }: { base: string; origins: string[] },
): boolean {
  if (origin === undefined || origins.includes('*')) return true;
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (thisMachine.includes(page.hostname)) return true;
  return [...origins, base].some((one) => URL.canParse(one) && new URL(one).origin === page.origin);
}
