import { z } from 'zod';
import { noParameters, type Operation, operation } from '../../http/operation.ts';

/** Parameters of the media type of a catalogue (RFC 9727, section 4.2). */
const profile = 'https://www.rfc-editor.org/info/rfc9727';

const Target = z.object({
  href: z.string().meta({ description: 'Address.', example: 'https://news.example.org/openapi.json' }),
  type: z.string().optional().meta({ description: 'Media type.', example: 'application/json' }),
});

/** `GET /.well-known/api-catalog` (RFC 9727): lists the APIs of this host. */
export const getApiCatalog: Operation = operation({
  id: 'getApiCatalog',
  group: 'Service',
  summary: 'Find the API',
  description:
    'The catalogue of the APIs of this host (RFC 9727) as a linkset (RFC 9264): addresses, descriptions for programs and people, and status. The Link header of a HEAD response contains its address.',
  parameters: noParameters,
  produces: ['application/linkset+json', 'application/json'],
  response: z
    .object({
      linkset: z
        .array(
          z
            .object({
              anchor: z.string().meta({ description: 'Address.', example: 'https://news.example.org/v1' }),
            })
            .catchall(z.array(Target)),
        )
        .meta({ description: 'One entry per API, with its links by relation.' }),
    })
    .meta({ id: 'ApiCatalog', description: 'A linkset (RFC 9264).' }),
  absolute: true,
  lifetime: 'program',
  respond({ base, mediaType }) {
    const self = `${base}/.well-known/api-catalog`;
    const json = (path: string) => ({ href: base + path, type: 'application/json' });
    const page = (path: string) => ({ href: base + path, type: 'text/html' });
    const linkset = [
      { anchor: self, item: [{ href: `${base}/v1` }, { href: `${base}/mcp` }] },
      {
        anchor: `${base}/v1`,
        'service-desc': [json('/openapi.json')],
        'service-doc': [page('/docs')],
        'service-meta': [json('/v1')],
        status: [json('/readyz')],
      },
      { anchor: `${base}/mcp`, 'service-doc': [{ href: `${base}/llms.txt`, type: 'text/markdown' }] },
    ];
    return {
      body: JSON.stringify({ linkset }),
      links: { 'api-catalog': self, item: `${base}/v1` },
      headers: { 'content-type': `${mediaType}; profile="${profile}"` },
    };
  },
});
