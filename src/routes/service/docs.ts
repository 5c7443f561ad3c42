import Fastify from 'fastify';
import { noParameters, type Operation, operation } from '../../http/operation.ts';
import { docsPage } from '../response/html-page.ts';

const hidden = {
  group: 'Service',
  description: '',
  parameters: noParameters,
  response: null,
  lifetime: 'program',
  hidden: true,
} as const;

/** Allows only this server. The script of the reference sets inline styles. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `GET /docs`: the interactive reference. It loads nothing from other servers. */
export const getDocs: Operation = operation({
  ...hidden,
  id: 'getDocs',
  summary: 'The documentation',
  produces: ['text/html'],
  respond: ({ base }) => ({
    body: docsPage(
      'Dateline API',
      `<div id="app"></div>
<noscript><p>The reference needs JavaScript. <a href="${base}/openapi.json">openapi.json</a> contains the same.</p></noscript>
<script src="${base}/docs/scalar.js"></script>
<script src="${base}/docs/start.js"></script>`,
      base,
    ),
    headers: { 'content-security-policy': contentSecurityPolicy },
  }),
});

/** `GET /docs/start.js`: starts the reference with all external calls off. */
export const getDocsStart: Operation = operation({
  ...hidden,
  id: 'getDocsStart',
  summary: 'The start of the documentation',
  produces: ['text/javascript'],
  respond: ({ base }) => ({
    body: `document.querySelector('h1').remove();
Scalar.createApiReference('#app', ${JSON.stringify({
      url: `${base}/openapi.json`,
      telemetry: false,
      withDefaultFonts: false,
      theme: 'none',
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
      defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
    })});
`,
  }),
});

/** `GET /docs/scalar.js`: the reference itself, 5 MB before compression. */
export const getDocsScript: Operation = operation({
  ...hidden,
  id: 'getDocsScript',
  summary: 'The script of the documentation',
  produces: ['text/javascript'],
  async respond() {
    script ??= readScript();
    return { body: await script };
  },
});

let script: Promise<Buffer> | undefined;

/**
 * Returns the script of the plugin. Only a route of the plugin serves it, so this requests it from a separate app,
 * once. Importing the plugin takes 130 ms, too long for the start of the server.
 */
async function readScript(): Promise<Buffer> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const app = Fastify();
  await app.register(scalar, { routePrefix: '/docs', configuration: { url: '/openapi.json' } });
  const { rawPayload } = await app.inject('/docs/js/scalar.js');
  await app.close();
  return rawPayload;
}
